package io.partnerflow.steering;

import io.partnerflow.shared.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes questions about failed steps. */
@Component
class FailureQuestionRows {

    private final JdbcClient database;

    FailureQuestionRows(JdbcClient database) {
        this.database = database;
    }

    void insert(FailureQuestion question) {
        database.sql("""
                        INSERT INTO failed_step_question (number, step, process_name, step_name, business_key, failure,
                            failed_since, desk, person, question, asked_by, asked_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        question.number(),
                        question.step(),
                        question.processName(),
                        question.stepName(),
                        question.businessKey(),
                        question.failure(),
                        at(question.failedSince()),
                        question.desk(),
                        question.person(),
                        question.question(),
                        question.askedBy(),
                        at(question.askedAt()))
                .update();
    }

    /** @throws NotFound if there is no such question */
    FailureQuestion get(String number) {
        return database.sql("SELECT * FROM failed_step_question WHERE number = ?")
                .param(number)
                .query(FailureQuestionRows::read)
                .optional()
                .orElseThrow(() -> new NotFound("question", number));
    }

    /** About any of the steps, oldest first. */
    List<FailureQuestion> about(Collection<String> steps) {
        return database.sql("SELECT * FROM failed_step_question WHERE step = ANY(?) ORDER BY asked_at, number")
                .param(steps.toArray(String[]::new))
                .query(FailureQuestionRows::read)
                .list();
    }

    /** About any step of the case, oldest first, the latest hundred. */
    List<FailureQuestion> ofCase(String number) {
        return database.sql("""
                        SELECT * FROM (SELECT * FROM failed_step_question WHERE business_key = ?
                            ORDER BY asked_at DESC LIMIT 100) latest ORDER BY asked_at, number""").param(number).query(FailureQuestionRows::read).list();
    }

    /** Open ones, and those answered since then; the latest first. */
    List<FailureQuestion> notTakenBack(Instant since, int most) {
        return database.sql("""
                        SELECT * FROM failed_step_question
                        WHERE withdrawn_at IS NULL AND (answered_at IS NULL OR answered_at >= ?)
                        ORDER BY asked_at DESC, number DESC LIMIT ?""")
                .params(at(since), most)
                .query(FailureQuestionRows::read)
                .list();
    }

    void answeredBy(String number, @Nullable String person) {
        database.sql("UPDATE failed_step_question SET answered_by = ? WHERE number = ?")
                .params(person, number)
                .update();
    }

    void answer(String number, String answer, Instant now) {
        database.sql("""
                        UPDATE failed_step_question SET answer = ?, answered_at = ?
                        WHERE number = ? AND answer IS NULL AND withdrawn_at IS NULL""").params(answer, at(now), number).update();
    }

    /** @return false if it was answered or taken back before */
    boolean withdraw(String number, String person, Instant now) {
        return database.sql("""
                                UPDATE failed_step_question SET withdrawn_by = ?, withdrawn_at = ?
                                WHERE number = ? AND answered_by IS NULL AND answer IS NULL AND withdrawn_at IS NULL""").params(person, at(now), number).update() == 1;
    }

    private static OffsetDateTime at(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }

    private static FailureQuestion read(ResultSet row, int i) throws SQLException {
        return new FailureQuestion(
                row.getString("number"),
                row.getString("step"),
                row.getString("process_name"),
                row.getString("step_name"),
                row.getString("business_key"),
                row.getString("failure"),
                row.getTimestamp("failed_since").toInstant(),
                row.getString("desk"),
                row.getString("person"),
                row.getString("question"),
                row.getString("asked_by"),
                row.getTimestamp("asked_at").toInstant(),
                row.getString("answer"),
                row.getString("answered_by"),
                moment(row, "answered_at"),
                row.getString("withdrawn_by"),
                moment(row, "withdrawn_at"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        var stored = row.getTimestamp(column);
        return stored == null ? null : stored.toInstant();
    }
}
