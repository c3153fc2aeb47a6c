package io.partnerflow.documents;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An organisation as papers name it.
 *
 * @param name               legal name
 * @param address            lines in the order of the envelope; may be empty
 * @param place              the same in parts; null on what was issued before addresses were kept in parts
 * @param registrationNumber null if it is not to be shown
 * @param vatId              null if it is not to be shown
 * @param email              null if it is not to be shown
 */
public record Addressee(
        String name,
        List<String> address,
        @Nullable PostalAddress place,
        @Nullable String registrationNumber,
        @Nullable String vatId,
        @Nullable String email) {

    public Addressee {
        address = List.copyOf(address);
    }

    /** @param language in which the country is named */
    public static Addressee at(
            PostalAddress place,
            Locale language,
            String name,
            @Nullable String registrationNumber,
            @Nullable String vatId,
            @Nullable String email) {
        return new Addressee(name, place.lines(language), place, registrationNumber, vatId, email);
    }
}
