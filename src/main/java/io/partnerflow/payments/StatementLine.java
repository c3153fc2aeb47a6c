package io.partnerflow.payments;

import io.partnerflow.shared.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A movement as a list shows it.
 *
 * @param payer null if the bank does not say
 * @param rest what is on no invoice
 * @param question PM-…; null if nobody has to look at it, or nothing is booked yet
 */
public record StatementLine(
        LocalDate bookedOn,
        Money amount,
        @Nullable String payer,
        String text,
        Finding finding,
        Money rest,
        @Nullable String question) {

    static StatementLine of(Match match) {
        var entry = match.entry();
        return new StatementLine(
                entry.bookedOn(), entry.amount(), entry.payer(), entry.text(), match.finding(), match.rest(), null);
    }
}
