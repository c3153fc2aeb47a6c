package io.partnerflow.incoming;

import io.partnerflow.shared.Listing;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.Page;
import io.partnerflow.shared.Paging;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Mails in the database. */
@Component
class IncomingRows {

    /** As the index incoming_mail_search has it. */
    private static final String SEARCHED =
            "lower(m.sender || ' ' || m.sender_name || ' ' || m.subject || ' ' || m.number || ' ' || coalesce(m.case_number, ''))";

    private final JdbcClient database;

    IncomingRows(JdbcClient database) {
        this.database = database;
    }

    Page<IncomingMail> page(Set<MailStatus> statuses, @Nullable Set<String> desks, Paging paging) {
        var found = listing(statuses, desks, paging);
        var total = database.sql(found.count())
                .params(found.params())
                .query(Long.class)
                .single();
        return Page.of(rows(found), paging, total);
    }

    private List<IncomingMail> rows(Listing found) {
        return database.sql(found.rows("m.*", ""))
                .params(found.params())
                .query(IncomingRows::mail)
                .list();
    }

    private static Listing listing(Set<MailStatus> statuses, @Nullable Set<String> desks, Paging paging) {
        var listing = Listing.of("incoming_mail m", paging);
        if (statuses.size() < MailStatus.values().length) {
            listing.where(
                    "m.status IN (:statuses)",
                    "statuses",
                    statuses.stream().map(Enum::name).toList());
        }
        return listing.where("m.desk = ANY(:desks)", "desks", desks == null ? null : desks.toArray(String[]::new))
                .searched(SEARCHED)
                .by("m.received_at DESC, m.number");
    }

    Optional<IncomingMail> find(String number) {
        return database.sql("SELECT * FROM incoming_mail WHERE number = ?")
                .param(number)
                .query(IncomingRows::mail)
                .optional();
    }

    /** @throws NotFound if there is none */
    IncomingMail get(String number) {
        return find(number).orElseThrow(() -> new NotFound("mail", number));
    }

    /** The same, and nobody else changes it until the transaction ends. */
    IncomingMail locked(String number) {
        return database.sql("SELECT * FROM incoming_mail WHERE number = ? FOR UPDATE")
                .param(number)
                .query(IncomingRows::mail)
                .optional()
                .orElseThrow(() -> new NotFound("mail", number));
    }

    List<IncomingMail> about(String caseNumber, int most) {
        return database.sql(
                        "SELECT * FROM incoming_mail WHERE case_number = ? ORDER BY received_at DESC, number LIMIT ?")
                .params(caseNumber, most)
                .query(IncomingRows::mail)
                .list();
    }

    List<MailAttachment> attachments(String number) {
        return database.sql("""
                        SELECT place, file_name, size, verdict, document_id FROM incoming_attachment
                        WHERE number = ? ORDER BY place""")
                .param(number)
                .query((row, at) -> new MailAttachment(
                        row.getInt("place"),
                        row.getString("file_name"),
                        row.getLong("size"),
                        row.getString("verdict"),
                        row.getObject("document_id", UUID.class)))
                .list();
    }

    byte[] source(String number) {
        return database.sql("SELECT content FROM incoming_source WHERE number = ?")
                .param(number)
                .query((row, at) -> row.getBytes(1))
                .optional()
                .orElseThrow(() -> new NotFound("mail", number));
    }

    /** @param desks null for all of them, and for mail that is at none */
    int count(Collection<MailStatus> statuses, @Nullable Set<String> desks) {
        return database.sql("""
                        SELECT count(*) FROM incoming_mail
                        WHERE status IN (:statuses) AND (CAST(:desks AS text[]) IS NULL OR desk = ANY(:desks))""")
                .param("desks", desks == null ? null : desks.toArray(String[]::new), Types.ARRAY)
                .param("statuses", statuses.stream().map(Enum::name).collect(Collectors.toSet()))
                .query(Integer.class)
                .single();
    }

    void find(String number, MailStatus status, List<Finding> findings, @Nullable Long letter) {
        database.sql(
                        "UPDATE incoming_mail SET status = ?, findings = ?, letter_id = coalesce(?, letter_id) WHERE number = ?")
                .params(status.name(), stored(findings), letter, number)
                .update();
    }

    void place(String number, String caseNumber, boolean trusted, @Nullable String by) {
        database.sql("""
                        UPDATE incoming_mail SET case_number = ?, trusted = ?, placed_by = ?, problem = NULL
                        WHERE number = ?""").params(caseNumber, trusted, by, number).update();
    }

    /** It is nowhere again, and a person says where it belongs. */
    void takeAway(String number) {
        database.sql("""
                        UPDATE incoming_mail SET status = 'TO_PLACE', case_number = NULL, trusted = false, placed_by = NULL,
                            request = NULL, desk = NULL, submission = NULL, settled_by = NULL, settled_at = NULL
                        WHERE number = ?""").param(number).update();
    }

    void file(
            String number,
            MailStatus status,
            @Nullable String request,
            @Nullable String desk,
            @Nullable UUID submission,
            List<Finding> findings) {
        database.sql("""
                        UPDATE incoming_mail SET status = ?, request = ?, desk = ?, submission = ?, findings = ?
                        WHERE number = ?""")
                .params(status.name(), request, desk, submission, stored(findings), number)
                .update();
    }

    void settle(String number, MailStatus status, @Nullable String note, @Nullable String by, Instant now) {
        database.sql("""
                        UPDATE incoming_mail SET status = ?, note = coalesce(?, note), settled_by = ?, settled_at = ?, problem = NULL
                        WHERE number = ?""").params(status.name(), note, by, at(now), number).update();
    }

    void comesBack(String number, String problem) {
        database.sql("UPDATE incoming_mail SET problem = ? WHERE number = ?")
                .params(problem, number)
                .update();
    }

    void noted(String number, @Nullable String note) {
        if (note != null && !note.isBlank()) {
            database.sql("UPDATE incoming_mail SET note = ? WHERE number = ?")
                    .params(note, number)
                    .update();
        }
    }

    /** Who has acted last. */
    void actedBy(String number, String person) {
        database.sql("UPDATE incoming_mail SET settled_by = ? WHERE number = ?")
                .params(person, number)
                .update();
    }

    /** Mails at the case that wait for nothing but an answer. */
    List<String> questionsAt(String caseNumber) {
        return database.sql("""
                        SELECT number FROM incoming_mail
                        WHERE case_number = ? AND status = 'AT_DESK' AND request = 'QUESTION' AND submission IS NOT NULL""").param(caseNumber).query(String.class).list();
    }

    static String[] stored(List<Finding> findings) {
        return findings.stream().map(Finding::stored).distinct().toArray(String[]::new);
    }

    private static IncomingMail mail(ResultSet row, int at) throws SQLException {
        return new IncomingMail(
                row.getString("number"),
                MailKind.valueOf(row.getString("kind")),
                MailStatus.valueOf(row.getString("status")),
                row.getString("sender"),
                row.getString("sender_name"),
                row.getString("recipients"),
                row.getString("subject"),
                row.getString("body"),
                row.getString("words"),
                texts(row, "answers"),
                texts(row, "named"),
                texts(row, "findings").stream().map(Finding::of).toList(),
                moment(row, "sent_at"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getLong("size"),
                row.getBoolean("proven"),
                row.getObject("letter_id", Long.class),
                row.getString("case_number"),
                row.getBoolean("trusted"),
                row.getString("placed_by"),
                row.getString("request"),
                row.getString("desk"),
                row.getObject("submission", UUID.class),
                row.getString("note"),
                row.getString("problem"),
                row.getString("settled_by"),
                moment(row, "settled_at"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static OffsetDateTime at(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
