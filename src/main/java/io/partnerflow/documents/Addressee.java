package io.partnerflow.documents;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An organisation as papers name it.
 *
 * @param name               legal name
 * @param address            lines in the order of the envelope; may be empty
 * @param registrationNumber null if it is not to be shown
 * @param vatId              null if it is not to be shown
 * @param email              null if it is not to be shown
 */
public record Addressee(
        String name,
        List<String> address,
        @Nullable String registrationNumber,
        @Nullable String vatId,
        @Nullable String email) {

    public Addressee {
        address = List.copyOf(address);
    }
}
