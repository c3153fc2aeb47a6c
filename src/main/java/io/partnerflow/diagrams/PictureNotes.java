package io.partnerflow.diagrams;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What a page adds to a picture.
 *
 * @param title    what the whole is called; for readers who do not see it
 * @param names    the names of the model in the reader's language
 * @param captions by id of an element what is to be said at it, line by line, such as who is waited for
 * @param ways     by id of an element where a click on it leads
 */
public record PictureNotes(
        String title, UnaryOperator<String> names, Map<String, List<String>> captions, Map<String, Way> ways) {

    /** @param label what the link is called for readers who do not see where it is */
    public record Way(String address, String label) {}

    static PictureNotes none(String title) {
        return new PictureNotes(title, UnaryOperator.identity(), Map.of(), Map.of());
    }
}
