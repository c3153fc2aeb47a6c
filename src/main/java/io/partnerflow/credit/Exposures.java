package io.partnerflow.credit;

import io.partnerflow.orders.OrderView;
import io.partnerflow.programmes.ProgrammePolicy;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.shared.Money;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adds up what a customer owes in programmes whose risk the vendor bears (W-09). */
@Component
class Exposures {

    private final JdbcClient database;
    private final Programmes programmes;

    Exposures(JdbcClient database, Programmes programmes) {
        this.database = database;
        this.programmes = programmes;
    }

    /** @param order registered, so that its price is known */
    Exposure of(OrderView order) {
        var worth = Objects.requireNonNull(order.price()).contractValue();
        return database.sql("""
                        WITH owed AS (
                            SELECT s.number AS contract, NULL AS "order", sum(round(l.annual_net / 12, 2)
                                * greatest(t.months_before + t.months - s.invoiced_periods * s.rhythm_months, 0)) AS net
                            FROM subscription s
                            JOIN LATERAL (SELECT * FROM subscription_term WHERE subscription = s.number
                                ORDER BY position DESC LIMIT 1) t ON true
                            JOIN subscription_line l ON l.subscription = s.number AND l.term = t.position
                            WHERE s.customer_id = :customer AND s.status = 'ACTIVE'
                                AND s.programme IN (:programmes) AND l.currency = :currency
                            GROUP BY s.number
                            UNION ALL
                            SELECT NULL, number, contract_value FROM customer_order
                            WHERE customer_id = :customer AND status = 'REGISTERED'
                                AND programme IN (:programmes) AND currency = :currency AND number <> :order)
                        SELECT count(contract) AS contracts, coalesce(sum(net) FILTER (WHERE contract IS NOT NULL), 0) AS contracts_net,
                            count("order") AS orders, coalesce(sum(net) FILTER (WHERE "order" IS NOT NULL), 0) AS orders_net
                        FROM owed""")
                .param("customer", order.customer())
                .param("order", order.number())
                .param("currency", worth.currencyCode())
                .param(
                        "programmes",
                        programmes.all().stream()
                                .filter(ProgrammePolicy::checksCredit)
                                .map(ProgrammePolicy::code)
                                .toList())
                .query((row, i) -> new Exposure(
                        Money.of(row.getBigDecimal("contracts_net"), worth.currencyCode()),
                        row.getInt("contracts"),
                        Money.of(row.getBigDecimal("orders_net"), worth.currencyCode()),
                        row.getInt("orders"),
                        worth))
                .single();
    }
}
