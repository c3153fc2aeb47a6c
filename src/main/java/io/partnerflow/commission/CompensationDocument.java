package io.partnerflow.commission;

import io.partnerflow.einvoice.TradeParty;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;
import io.partnerflow.tax.VatCategory;
import io.partnerflow.tax.VatDecision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document the vendor has written in the reseller's name. It never changes; a mistake is answered with another one.
 *
 * <p><b>Source:</b> C-23.
 *
 * @param number SB-… or SC-…, gapless within its year
 * @param statement what it bills or takes back
 * @param round counts how often the statement has been billed
 * @param credits the document it takes back; null if it takes none back
 * @param reason why; null if it takes none back
 * @param lines of a credit: those it takes back, as they stood there
 * @param seller the reseller as it was on the day of issue
 * @param buyer the vendor as it was on the day of issue
 */
public record CompensationDocument(
        String number,
        Kind kind,
        String statement,
        int round,
        @Nullable String credits,
        @Nullable String reason,
        LocalDate issueDate,
        Instant issuedAt,
        UUID reseller,
        List<Line> lines,
        VatCategory vatCategory,
        Percentage vatRate,
        VatDecision.Reason vatReason,
        Money net,
        Money vat,
        Money gross,
        TradeParty seller,
        TradeParty buyer) {

    public CompensationDocument {
        lines = List.copyOf(lines);
    }

    /** What it is. */
    public enum Kind {
        SELF_BILLED("self-billed-invoice"),
        SELF_BILLED_CREDIT("self-billed-credit");

        private final String archive;

        Kind(String archive) {
            this.archive = archive;
        }

        /** Kind of its PDF in the archive. */
        public String archive() {
            return archive;
        }
    }

    /** @param net negative for a credit note of a customer's, and for what earlier months left */
    public record Line(String description, String formula, Money net) {}
}
