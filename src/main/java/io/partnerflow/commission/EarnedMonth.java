package io.partnerflow.commission;

import io.partnerflow.pricing.Kickback;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a reseller's customers were invoiced in a month and no statement has yet.
 *
 * @param documents may be empty: then there is only something carried on
 */
record EarnedMonth(UUID reseller, String programme, String currency, YearMonth month, List<Document> documents) {

    EarnedMonth {
        documents = List.copyOf(documents);
    }

    /**
     * An issued document.
     *
     * @param countsOn the day that puts it into the month
     * @param net without VAT; a credit note's is negative
     * @param credits the invoice it takes back; null for an invoice
     * @param earnedAt the rate that invoice has earned at; null if no statement has it
     */
    record Document(
            String number,
            String kind,
            LocalDate date,
            LocalDate countsOn,
            String customerName,
            Money net,
            @Nullable String credits,
            @Nullable Percentage earnedAt) {

        /** @param rate the one its invoice has earned at just now; null if that is known already or there is none */
        Document earnedAt(@Nullable Percentage rate) {
            return rate == null ? this : new Document(number, kind, date, countsOn, customerName, net, credits, rate);
        }

        Kickback.Document forKickback() {
            return new Kickback.Document(countsOn, net, earnedAt);
        }
    }

    /** What the rate follows from (HA-2). */
    Money net() {
        return Money.sum(
                Currency.getInstance(currency),
                documents.stream().map(Document::net).toList());
    }
}
