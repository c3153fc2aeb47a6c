package io.partnerflow.commission;

import io.partnerflow.pricing.Kickback;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.VendorCalendar;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a statement comes to, now and after its lines were corrected. */
@Component
class Counting {

    private final StatementRows statements;
    private final Programmes programmes;
    private final JdbcClient database;
    private final VendorCalendar calendar;

    Counting(StatementRows statements, Programmes programmes, JdbcClient database, VendorCalendar calendar) {
        this.statements = statements;
        this.programmes = programmes;
        this.database = database;
        this.calendar = calendar;
    }

    /** Under the terms it was drawn up under: less than the threshold is carried on (HA-4). */
    Kickback of(Statement statement) {
        var threshold = PayoutTerms.of(programmes.get(statement.programme(), statement.policyVersion()))
                .threshold();
        return statement
                .kickback()
                .paidFrom(Money.rounded(threshold, statement.carryIn().currency()));
    }

    /**
     * From now on these lines count with these amounts.
     *
     * @param amounts by position; none changes nothing
     */
    void correct(Statement statement, Map<Integer, Money> amounts, String reason, String by) {
        if (!amounts.isEmpty()) {
            var round = lastRound(statement.number()) + 1;
            amounts.forEach((position, amount) ->
                    statements.correct(statement.number(), position, round, amount, reason, by, calendar.now()));
            count(statement.number());
        }
    }

    /** Writes down what the statement comes to. */
    Kickback count(String number) {
        var month = of(statements.find(number).orElseThrow());
        statements.count(number, month);
        return month;
    }

    private int lastRound(String number) {
        return database.sql("SELECT coalesce(max(round), 0) FROM compensation_correction WHERE statement = ?")
                .param(number)
                .query(Integer.class)
                .single();
    }
}
