package io.partnerflow.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far something has come, drawn and told.
 *
 * @param name    of the process that is shown
 * @param process its key
 * @param svg     the drawing
 * @param steps   the same in words, in the order it happened; then what comes
 * @param tabs    the processes about the thing, where there is more than one
 * @param open    whether something can still change
 * @param fresh   where it is fetched anew; null where it is only fetched with its page
 * @param page    where the thing itself is read
 * @param at      when this was true, in words
 * @param print   the same while nothing has changed
 */
public record LivePicture(
        String name,
        String process,
        String svg,
        List<Step> steps,
        List<Shell.Item> tabs,
        boolean open,
        @Nullable String fresh,
        String page,
        String at,
        String print) {

    /**
     * @param state {@code done}, {@code now}, {@code next} or {@code failed}
     * @param count how often
     * @param when  in words, null for not yet
     * @param words what there is to say about it
     * @param way   what the reader can do, or where there is more to see; null for nothing
     */
    public record Step(
            String state,
            String label,
            int count,
            @Nullable String when,
            List<String> words,
            @Nullable Way way) {}

    public record Way(String address, String label, boolean act) {}
}
