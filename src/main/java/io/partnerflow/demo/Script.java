package io.partnerflow.demo;

import io.partnerflow.shared.VendorCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.springframework.stereotype.Component;

/** Two years of business: what the chapters tell, day by day. */
@Component
class Script {

    private static final LocalTime OFFICE_OPENS = LocalTime.of(9, 0);

    private final Stage stage;
    private final VendorCalendar calendar;
    private final Timeline timeline = new Timeline();

    Script(Stage stage, VendorCalendar calendar, List<Chapter> chapters) {
        this.stage = stage;
        this.calendar = calendar;
        chapters.forEach(chapter -> chapter.write(timeline));
    }

    /** The morning on which the story begins. */
    Instant begins(Instant now) {
        return morning(calendar.dateOf(now), timeline.firstDay()).minus(Duration.ofHours(1));
    }

    /** @param now the real time at which the story ends */
    void play(Instant now) {
        var today = calendar.dateOf(now);
        timeline.play(daysAgo -> stage.until(morning(today, daysAgo)));
        stage.until(now);
    }

    private Instant morning(LocalDate day, int daysBefore) {
        return calendar.startOfDay(day.minusDays(daysBefore)).plusSeconds(OFFICE_OPENS.toSecondOfDay());
    }
}
