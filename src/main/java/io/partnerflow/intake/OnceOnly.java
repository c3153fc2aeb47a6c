package io.partnerflow.intake;

import io.partnerflow.shared.Invalid;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets one copy of a form have its effect once, also when it is sent twice at the same moment. */
@Component
class OnceOnly {

    private final SubmittedForms submitted;

    OnceOnly(SubmittedForms submitted) {
        this.submitted = submitted;
    }

    /** What this copy has led to before; empty if it has not been accepted yet. */
    Optional<Receipt> resultOf(String token, FormContext context, String form) {
        return read(token).flatMap(known -> submitted.find(known, context, form));
    }

    /**
     * The effect and the memory of it are one transaction.
     *
     * @throws Invalid if the handler says so, or if the token is not one of this user and form
     */
    @Transactional
    public Receipt accept(FormHandler handler, FormContext context, Map<String, Object> answers, String token) {
        var known = read(token).orElseThrow(OnceOnly::outdated);
        if (!submitted.claim(known, context, handler.form())) {
            return submitted.find(known, context, handler.form()).orElseThrow(OnceOnly::outdated);
        }
        var receipt = handler.accept(context, answers);
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
