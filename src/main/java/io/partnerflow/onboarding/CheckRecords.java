package io.partnerflow.onboarding;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the checks of an application said the last time they ran. */
@Component
class CheckRecords {

    private final JdbcClient database;
    private final Clock clock;

    CheckRecords(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Replaces what earlier checks said. */
    void keep(String application, List<CheckAnswer> answers) {
        database.sql("DELETE FROM application_check WHERE application = ?")
                .param(application)
                .update();
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        for (var place = 0; place < answers.size(); place++) {
            var answer = answers.get(place);
            database.sql("""
                            INSERT INTO application_check (application, place, name, answer, detail, checked_at)
                            VALUES (?, ?, ?, ?, ?, ?)""")
                    .params(application, place, answer.name(), answer.answer(), answer.detail(), now)
                    .update();
        }
    }

    /** In the order of the checks. */
    List<CheckAnswer> of(String application) {
        return database.sql("SELECT name, answer, detail FROM application_check WHERE application = ? ORDER BY place")
                .param(application)
                .query((row, number) -> new CheckAnswer(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }
}
