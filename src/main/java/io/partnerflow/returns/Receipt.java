package io.partnerflow.returns;

import java.util.List;

/**
 * What became of a list of serial numbers somebody has entered.
 *
 * @param taken devices that have arrived now
 * @param already devices that had arrived before
 * @param unexpected written down as not announced
 * @param unreadable lines that are no serial number
 */
public record Receipt(
        List<String> taken, List<String> already, List<UnexpectedArrival> unexpected, List<BadLine> unreadable) {

    public Receipt {
        taken = List.copyOf(taken);
        already = List.copyOf(already);
        unexpected = List.copyOf(unexpected);
        unreadable = List.copyOf(unreadable);
    }

    /** @param line counting from 1 */
    public record BadLine(int line, String text) {}

    /** Whether every line was an announced device. */
    public boolean clean() {
        return unexpected.isEmpty() && unreadable.isEmpty();
    }
}
