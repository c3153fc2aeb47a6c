package io.partnerflow.portal;

import io.partnerflow.audit.AuditTrail;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What has happened, in the words of the bundles: {@code history.<action>}. What has no words there is not for the
 * reader.
 */
@Component
class History {

    private static final int MOST = 40;

    private final AuditTrail audit;
    private final MessageSource messages;

    History(AuditTrail audit, MessageSource messages) {
        this.audit = audit;
        this.messages = messages;
    }

    /** @param number of the trial or order it happened to; null if to the customer itself */
    record Line(Instant at, String text, @Nullable String number) {}

    /** Latest first. */
    List<Line> of(Collection<String> subjects, Locale language) {
        return audit.latest(subjects, MOST).stream()
                .filter(entry -> text(entry, language) != null)
                .map(entry -> new Line(entry.at(), text(entry, language), number(entry.subject())))
                .toList();
    }

    private @Nullable String text(AuditTrail.Entry entry, Locale language) {
        return messages.getMessage("history." + entry.action(), null, null, language);
    }

    private static @Nullable String number(String subject) {
        return subject.matches("[A-Z]{2}-\\d{4}-\\d+") ? subject : null;
    }
}
