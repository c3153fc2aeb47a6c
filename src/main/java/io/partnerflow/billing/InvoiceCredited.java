package io.partnerflow.billing;

/**
 * An invoice was taken back, whole or in part; published in the transaction that issued the credit note.
 *
 * @param invoice its number
 * @param creditNote number of what takes it back
 */
public record InvoiceCredited(String invoice, String creditNote) {}
