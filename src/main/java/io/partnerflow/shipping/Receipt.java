package io.partnerflow.shipping;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says arrived.
 *
 * @param received serial numbers as typed
 * @param missing serial numbers of what was not there
 * @param on the day; null for today
 * @param words about what is missing; null if there are none
 */
public record Receipt(
        List<String> received,
        List<String> missing,
        @Nullable LocalDate on,
        @Nullable String words) {

    public Receipt {
        received = List.copyOf(received);
        missing = List.copyOf(missing);
    }
}
