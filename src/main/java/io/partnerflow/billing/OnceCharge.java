package io.partnerflow.billing;

import io.partnerflow.shared.Money;
import io.partnerflow.tax.VatCase.Supply;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What another module charges once, beside what contracts owe.
 *
 * @param source what it is for, at most 50 characters; a second charge with the same source changes nothing
 * @param billTo organisation that pays
 * @param programme under whose rules it is owed
 * @param subscription null for what does not belong to one
 * @param paymentDays from issue to due date
 * @param lines at least one
 */
public record OnceCharge(
        String source,
        UUID billTo,
        UUID reseller,
        UUID customer,
        String programme,
        @Nullable String subscription,
        @Nullable String orderNumber,
        @Nullable String poReference,
        int paymentDays,
        List<Line> lines) {

    public OnceCharge {
        lines = List.copyOf(lines);
    }

    /** @param description what is charged and why, in the payer's language, at most 400 characters */
    public record Line(Supply supply, String description, Money net) {}
}
