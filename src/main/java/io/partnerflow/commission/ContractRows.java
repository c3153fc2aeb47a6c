package io.partnerflow.commission;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes the statement of a contract; that there is one only is the key's matter. */
@Repository
class ContractRows {

    private final JdbcClient database;

    ContractRows(JdbcClient database) {
        this.database = database;
    }

    boolean exists(String contract) {
        return database.sql("SELECT EXISTS (SELECT 1 FROM compensation_statement WHERE contract = ?)")
                .param(contract)
                .query(Boolean.class)
                .single();
    }

    void insert(ContractDraft draft, Instant now) {
        database.sql("""
                        INSERT INTO compensation_statement (number, reseller_id, programme, policy_version, contract, offer,
                            currency, month_net, carry_in, month_total, payable, carry_out, status, drawn_up_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'DRAWN_UP', ?)""")
                .params(
                        draft.number(),
                        draft.reseller(),
                        draft.programme(),
                        draft.policyVersion(),
                        draft.contract(),
                        draft.offer(),
                        draft.termNet().currencyCode(),
                        draft.termNet().amount(),
                        draft.carryIn().amount(),
                        draft.result().monthTotal().amount(),
                        draft.result().payable().amount(),
                        draft.result().carryOut().amount(),
                        OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
        for (var position = 0; position < draft.lines().size(); position++) {
            insertLine(draft, position);
        }
    }

    private void insertLine(ContractDraft draft, int position) {
        var line = draft.lines().get(position);
        database.sql("""
                        INSERT INTO compensation_line (statement, position, component, description, document_kind,
                            document_date, counts_on, customer_name, net, rate, amount, formula)
                        VALUES (?, ?, ?, ?, 'COMPONENT', ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        draft.number(),
                        position,
                        line.component(),
                        line.description(),
                        draft.earnedOn(),
                        draft.earnedOn(),
                        draft.customerName(),
                        line.net().amount(),
                        line.rate().value(),
                        line.amount().amount(),
                        line.formula())
                .update();
    }
}
