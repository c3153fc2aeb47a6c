package io.partnerflow.overview;

import io.partnerflow.shared.Money;
import java.time.LocalDate;

/**
 * An invoice that is not paid yet.
 *
 * @param day last day to pay it
 * @param open what is left to pay, VAT included
 */
public record DueInvoice(String number, LocalDate day, Money open) {}
