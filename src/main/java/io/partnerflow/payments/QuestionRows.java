package io.partnerflow.payments;

import io.partnerflow.bankfiles.BankEntry;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.VendorCalendar;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Movements that wait for a decision, and whose money they are. */
@Repository
class QuestionRows {

    private static final String OPEN = "WHERE question = ? AND status = 'OPEN'";

    private final JdbcClient database;
    private final VendorCalendar calendar;

    QuestionRows(JdbcClient database, VendorCalendar calendar) {
        this.database = database;
        this.calendar = calendar;
    }

    /** @throws NotFound if there is none */
    Question get(String number) {
        return database.sql("SELECT * FROM bank_entry WHERE question = ?")
                .param(number)
                .query(QuestionRows::read)
                .optional()
                .orElseThrow(() -> new NotFound("payment", number));
    }

    /** @return false if it had been decided before */
    boolean decide(String number, String status, @Nullable String note) {
        return database.sql("UPDATE bank_entry SET status = ?, rest = CASE ? WHEN 'ASSIGNED' THEN 0 ELSE rest END, "
                                + "note = ?, problem = NULL, decided_at = ?, version = version + 1 " + OPEN)
                        .params(status, status, note, BankStatementRows.at(calendar.now()), number)
                        .update()
                == 1;
    }

    void leave(String number, Money rest, String problem) {
        var cut = problem.length() <= 500 ? problem : problem.substring(0, 500);
        database.sql("UPDATE bank_entry SET rest = ?, problem = ?, version = version + 1 " + OPEN)
                .params(rest.amount(), cut, number)
                .update();
    }

    /** Whose money it is: who pays the invoices it was put on, or had been when money came from that account. */
    Optional<UUID> payerOf(Question question) {
        var payers = database.sql("""
                        SELECT DISTINCT i.bill_to FROM payment p JOIN invoice i ON i.number = p.invoice
                        WHERE p.entry = :entry OR p.entry IN (
                            SELECT o.id FROM bank_entry o WHERE o.payer_account = :account)""")
                .param("entry", question.entry())
                .param("account", question.payerAccount())
                .query(UUID.class)
                .list();
        return payers.size() == 1 ? Optional.of(payers.get(0)) : Optional.empty();
    }

    /** Keeps money for its payer. */
    void keep(Question question, UUID payer) {
        database.sql("""
                        INSERT INTO payer_credit (reference, organisation_id, currency, amount, entry, recorded_at)
                        VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""")
                .params(
                        question.number(),
                        payer,
                        question.rest().currencyCode(),
                        question.rest().amount(),
                        question.entry(),
                        BankStatementRows.at(calendar.now()))
                .update();
    }

    private static Question read(ResultSet row, int i) throws SQLException {
        var currency = row.getString("currency");
        return new Question(
                row.getString("question"),
                row.getLong("id"),
                BankEntry.Kind.valueOf(row.getString("kind")),
                row.getString("statement"),
                row.getObject("booked_on", LocalDate.class),
                Money.of(row.getBigDecimal("amount"), currency),
                Money.of(row.getBigDecimal("rest"), currency),
                row.getString("payer"),
                row.getString("payer_account"),
                row.getString("text"),
                Finding.valueOf(row.getString("finding")),
                row.getString("problem"));
    }
}
