package io.partnerflow.intake;

import io.partnerflow.shared.Invalid;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets one copy of a form have its effect once, also when it is sent twice at the same moment. Pages that are no form of
 * {@code forms/} ask it themselves.
 */
@Component
public class OnceOnly {

    private final SubmittedForms submitted;

    OnceOnly(SubmittedForms submitted) {
        this.submitted = submitted;
    }

    /** The mark of a copy that is being handed out. */
    public String newToken() {
        return UUID.randomUUID().toString();
    }

    /** What this copy has led to before; empty if it has not been accepted yet. */
    @Transactional(readOnly = true)
    public Optional<Receipt> resultOf(String token, FormContext context, String form) {
        return read(token).flatMap(known -> submitted.find(known, context, form));
    }

    /**
     * The effect and the memory of it are one transaction.
     *
     * @param form   what is sent, at most 100 characters
     * @param effect what it shall lead to; throws what it throws, and nothing has happened
     * @throws Invalid if the token is not one of this user and form
     */
    @Transactional
    public Receipt accept(String form, FormContext context, String token, Supplier<Receipt> effect) {
        var known = read(token).orElseThrow(OnceOnly::outdated);
        if (!submitted.claim(known, context, form)) {
            return submitted.find(known, context, form).orElseThrow(OnceOnly::outdated);
        }
        var receipt = effect.get();
        submitted.remember(known, receipt);
        return receipt;
    }

    private static Invalid outdated() {
        return Invalid.field("", "form-outdated", "forms.form-outdated");
    }

    private static Optional<UUID> read(String token) {
        try {
            return Optional.of(UUID.fromString(token));
        } catch (IllegalArgumentException noToken) {
            return Optional.empty();
        }
    }
}
