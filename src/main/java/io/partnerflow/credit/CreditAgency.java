package io.partnerflow.credit;

import io.partnerflow.shared.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who knows how reliably a company pays.
 *
 * <p><b>Source:</b> W-10.
 */
interface CreditAgency {

    /** For people and the records. */
    String name();

    /**
     * Asks about a company.
     *
     * @throws AgencySilent if no usable answer has come; asked again with the same key the agency makes no second enquiry
     */
    Answer ask(Enquiry enquiry);

    /**
     * @param key the same for every try of one enquiry
     * @param attempt counts the tries, from 1
     * @param country ISO 3166-1 alpha-2
     * @param registrationNumber in its country's normal form
     * @param exposure what the company would owe the vendor altogether
     */
    record Enquiry(String key, int attempt, String country, String registrationNumber, String name, Money exposure) {}

    /**
     * @param reference the agency's own number of its answer
     * @param scoreClass A is best, E is worst; null if the agency does not know the company
     * @param foundedOn null if the agency does not know
     * @param insolvent whether proceedings are open
     * @param limit what the agency would lend it at most, in the enquiry's currency
     */
    record Answer(
            String reference,
            @Nullable String scoreClass,
            @Nullable LocalDate foundedOn,
            boolean insolvent,
            Money limit) {}
}
