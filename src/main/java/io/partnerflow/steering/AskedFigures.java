package io.partnerflow.steering;

import io.partnerflow.engine.StepQuestion;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the address of a page with lead times asks for. */
record AskedFigures(
        @Nullable String days,
        @Nullable String from,
        @Nullable String to,
        @Nullable String programme,
        @Nullable String version,
        @Nullable String against,
        @Nullable String view,
        @Nullable String sort) {

    AskedFigures {
        days = plain(days);
        from = plain(from);
        to = plain(to);
        programme = plain(programme);
        version = plain(version);
        against = plain(against);
        view = "waiting".equals(plain(view)) ? "waiting" : "lead";
        sort = plain(sort);
    }

    AskedDays period(LocalDate today) {
        return AskedDays.of(days, from, to, today);
    }

    StepQuestion question(String process, LocalDate today) {
        var period = period(today);
        return new StepQuestion(
                process, period.from(), period.through(), programme.isEmpty() ? null : programme, number(version));
    }

    /** The edition to compare with; null for none. */
    @Nullable
    Integer other() {
        return number(against);
    }

    public boolean waiting() {
        return "waiting".equals(view);
    }

    /** Everything but the order and the file, for links that keep it. */
    String query(LocalDate today) {
        return period(today).query() + "&programme=" + programme + "&version=" + version + "&against=" + against
                + "&view=" + view;
    }

    private static @Nullable Integer number(String text) {
        return text.matches("[1-9]\\d{0,5}") ? Integer.valueOf(text) : null;
    }

    private static String plain(@Nullable String text) {
        var stripped = text == null ? "" : text.strip();
        return stripped.matches("[\\p{L}\\p{N}:._-]{0,60}") ? stripped : "";
    }
}
