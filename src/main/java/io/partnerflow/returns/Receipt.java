package io.partnerflow.returns;

import java.io.Serializable;
import java.util.List;

/**
 * What became of a list of serial numbers somebody has entered. It is kept in a session until the next page shows it.
 *
 * @param taken devices that have arrived now
 * @param already devices that had arrived before
 * @param late devices that had been given up as lost and go on in returns of their own
 * @param unexpected written down as not announced
 * @param unreadable lines that are no serial number
 */
public record Receipt(
        List<String> taken,
        List<String> already,
        List<LateArrival> late,
        List<UnexpectedArrival> unexpected,
        List<BadLine> unreadable)
        implements Serializable {

    public Receipt {
        taken = List.copyOf(taken);
        already = List.copyOf(already);
        late = List.copyOf(late);
        unexpected = List.copyOf(unexpected);
        unreadable = List.copyOf(unreadable);
    }

    /** @param line counting from 1 */
    public record BadLine(int line, String text) implements Serializable {}

    /** Whether every line was an announced device. */
    public boolean clean() {
        return unexpected.isEmpty() && unreadable.isEmpty();
    }
}
