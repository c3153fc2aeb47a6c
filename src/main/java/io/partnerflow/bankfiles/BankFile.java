package io.partnerflow.bankfiles;

/**
 * What a whole file says.
 *
 * @param account whose movements it tells, without spaces
 * @param bankId what the bank calls the statement; empty for a table
 * @param entries how many movements it told
 * @param pending how many more the bank has not booked yet; it tells them again when it has
 */
public record BankFile(Format format, String account, String bankId, int entries, int pending) {

    /** How a file is written. */
    public enum Format {
        CAMT,
        CSV
    }
}
