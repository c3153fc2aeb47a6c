package io.partnerflow.commission;

import io.partnerflow.shared.Money;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes many statements with their lines in a few statements to the database. */
@Repository
class DraftRows {

    private final JdbcClient database;

    DraftRows(JdbcClient database) {
        this.database = database;
    }

    private record NumberedLine(String statement, int position, Draft.Line line) {}

    void insert(List<Draft> drafts, Instant now) {
        insertStatements(drafts, now);
        var lines = new ArrayList<NumberedLine>();
        drafts.forEach(draft -> {
            for (var position = 0; position < draft.lines().size(); position++) {
                lines.add(
                        new NumberedLine(draft.number(), position, draft.lines().get(position)));
            }
        });
        insertLines(lines);
    }

    private void insertStatements(List<Draft> drafts, Instant now) {
        database.sql("""
                        INSERT INTO compensation_statement (number, reseller_id, programme, policy_version, month, currency,
                            month_net, rate, carry_in, month_total, payable, carry_out, status, drawn_up_at)
                        SELECT d.number, d.reseller::uuid, d.programme, d.version::int, d.month::date, d.currency,
                            d.net::numeric, d.rate::numeric, d.carry_in::numeric, d.total::numeric, d.payable::numeric,
                            d.carry_out::numeric, 'DRAWN_UP', ?
                        FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                            ?::text[], ?::text[], ?::text[], ?::text[])
                            AS d(number, reseller, programme, version, month, currency, net, rate, carry_in, total, payable, carry_out)""")
                .params(
                        OffsetDateTime.ofInstant(now, ZoneOffset.UTC),
                        column(drafts, Draft::number),
                        column(drafts, draft -> draft.earned().reseller()),
                        column(drafts, draft -> draft.earned().programme()),
                        column(drafts, Draft::policyVersion),
                        column(drafts, draft -> draft.earned().month().atDay(1)),
                        column(drafts, draft -> draft.earned().currency()),
                        column(drafts, draft -> draft.earned().net().amount()),
                        column(drafts, draft -> draft.rate().value()),
                        column(drafts, draft -> draft.carryIn().amount()),
                        column(drafts, draft -> draft.month().monthTotal().amount()),
                        column(drafts, draft -> draft.month().payable().amount()),
                        column(drafts, draft -> draft.month().carryOut().amount()))
                .update();
    }

    private void insertLines(List<NumberedLine> lines) {
        database.sql("""
                        INSERT INTO compensation_line (statement, position, document, document_kind, document_date, counts_on,
                            customer_name, net, rate, amount, formula)
                        SELECT l.statement, l.position::int, l.document, l.kind, l.date::date, l.counts_on::date, l.customer,
                            l.net::numeric, l.rate::numeric, l.amount::numeric, l.formula
                        FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                            ?::text[], ?::text[], ?::text[])
                            AS l(statement, position, document, kind, date, counts_on, customer, net, rate, amount, formula)""")
                .params(
                        column(lines, NumberedLine::statement),
                        column(lines, NumberedLine::position),
                        column(lines, line -> line.line().document().number()),
                        column(lines, line -> line.line().document().kind()),
                        column(lines, line -> line.line().document().date()),
                        column(lines, line -> line.line().document().countsOn()),
                        column(lines, line -> line.line().document().customerName()),
                        column(lines, line -> line.line().document().net().amount()),
                        column(lines, line -> line.line().rate().value()),
                        column(lines, line -> line.line().amount().amount()),
                        column(lines, line -> line.line().formula()))
                .update();
    }

    /**
     * What months before left; from now on it belongs to the statement.
     *
     * @param statement its row may still be missing, it has to be there at the end of the transaction
     */
    Money takeCarry(String statement, UUID reseller, String programme, String currency) {
        var taken = database.sql("""
                        UPDATE compensation_carry SET taken_by = ?
                        WHERE reseller_id = ? AND programme = ? AND currency = ? AND taken_by IS NULL RETURNING amount""")
                .params(statement, reseller, programme, currency)
                .query((row, i) -> Money.of(row.getBigDecimal(1), currency))
                .list();
        return Money.sum(Currency.getInstance(currency), taken);
    }

    private static <T> String[] column(List<T> rows, Function<T, Object> value) {
        return rows.stream().map(row -> value.apply(row).toString()).toArray(String[]::new);
    }
}
