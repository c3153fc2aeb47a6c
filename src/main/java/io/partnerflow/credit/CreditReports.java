package io.partnerflow.credit;

import io.partnerflow.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What agencies have answered, as rows. */
@Component
class CreditReports {

    private final JdbcClient database;

    CreditReports(JdbcClient database) {
        this.database = database;
    }

    /** An answer of an agency about one check. */
    record Report(
            String agency,
            String reference,
            @Nullable String scoreClass,
            @Nullable LocalDate foundedOn,
            boolean insolvent,
            Money limit,
            Instant obtainedAt) {}

    /** Kept even if the step that asked is undone: what was asked has been asked. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void keep(String check, String agency, CreditAgency.Answer answer, Instant now) {
        database.sql("""
                        INSERT INTO credit_report (check_number, agency, reference, score_class, founded_on, insolvent,
                            credit_limit, currency, obtained_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""")
                .params(
                        check,
                        agency,
                        answer.reference(),
                        answer.scoreClass(),
                        answer.foundedOn(),
                        answer.insolvent(),
                        answer.limit().amount(),
                        answer.limit().currencyCode(),
                        OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
    }

    Optional<Report> of(String check) {
        return database.sql("SELECT * FROM credit_report WHERE check_number = ?")
                .param(check)
                .query(CreditReports::report)
                .optional();
    }

    private static Report report(ResultSet row, int i) throws SQLException {
        return new Report(
                row.getString("agency"),
                row.getString("reference"),
                row.getString("score_class"),
                row.getObject("founded_on", LocalDate.class),
                row.getBoolean("insolvent"),
                Money.of(row.getBigDecimal("credit_limit"), row.getString("currency")),
                row.getObject("obtained_at", OffsetDateTime.class).toInstant());
    }
}
