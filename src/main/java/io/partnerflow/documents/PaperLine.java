package io.partnerflow.documents;

import io.partnerflow.shared.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One line of an invoice, an order confirmation or an agreement.
 *
 * @param description what it is
 * @param formula     in words how the amount came about, such as {@code 1 × 12,000.00 − 20 %}; null to say nothing
 * @param quantity    of it
 * @param unitPrice   of one; null where no price is shown
 * @param net         of all, without tax; null where no price is shown
 */
public record PaperLine(
        String description,
        @Nullable String formula,
        BigDecimal quantity,
        @Nullable Money unitPrice,
        @Nullable Money net) {}
