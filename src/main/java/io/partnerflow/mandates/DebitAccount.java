package io.partnerflow.mandates;

import org.jspecify.annotations.Nullable;

/**
 * An account debits can be collected from, in the form it is kept in.
 *
 * @param holder as the bank knows it
 * @param iban without spaces, upper case
 * @param bic of its bank; null where nobody said
 */
public record DebitAccount(
        String holder, String iban, @Nullable String bic) {

    /** All that people need to recognise it: {@code SE98 •••• 7482}. */
    public String masked() {
        return "%s\u00a0••••\u00a0%s".formatted(iban.substring(0, 4), iban.substring(iban.length() - 4));
    }

    /** Without the number, so that no log has it. */
    @Override
    public String toString() {
        return "DebitAccount[%s]".formatted(masked());
    }
}
