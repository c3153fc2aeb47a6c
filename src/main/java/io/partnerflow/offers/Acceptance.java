package io.partnerflow.offers;

import org.jspecify.annotations.Nullable;

/**
 * That a customer accepts, as it was typed and not checked yet; null stands for what was left out.
 *
 * @param name          of who will sign the contract
 * @param email         of the same
 * @param accountHolder of the account the rates are debited from
 * @param bic           may be left out
 * @param terms         version of the terms that were accepted
 */
public record Acceptance(
        @Nullable String name,
        @Nullable String email,
        @Nullable String accountHolder,
        @Nullable String iban,
        @Nullable String bic,
        @Nullable String terms) {

    /** Without the account's number, so that no log has it. */
    @Override
    public String toString() {
        return "Acceptance[by %s <%s>, terms %s]".formatted(name, email, terms);
    }
}
