package io.partnerflow.steering;

import java.time.Duration;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** How long something took, in the two largest units that say it: {@code 3 d 4 h}, {@code 12 min}, {@code under 1 s}. */
@Component
class Spans {

    private final MessageSource messages;

    Spans(MessageSource messages) {
        this.messages = messages;
    }

    /** For templates. */
    Reader in(Locale language) {
        return new Reader(this, language);
    }

    /** Writes spans in one language. */
    record Reader(Spans spans, Locale language) {

        public String of(Duration span) {
            return spans.of(span, language);
        }
    }

    String of(Duration span, Locale language) {
        if (span.compareTo(Duration.ofSeconds(1)) < 0) {
            return text("moment", language);
        }
        if (span.toDays() > 0) {
            return two("days", span.toDays(), "hours", span.toHoursPart(), language);
        }
        if (span.toHours() > 0) {
            return two("hours", span.toHours(), "minutes", span.toMinutesPart(), language);
        }
        return span.toMinutes() > 0
                ? two("minutes", span.toMinutes(), "seconds", span.toSecondsPart(), language)
                : text("seconds", language, span.toSeconds());
    }

    private String two(String large, long many, String small, long few, Locale language) {
        return few == 0 || many >= 10
                ? text(large, language, many)
                : text("two", language, text(large, language, many), text(small, language, few));
    }

    private String text(String unit, Locale language, Object... values) {
        return messages.getMessage("steering.span." + unit, values, language);
    }
}
