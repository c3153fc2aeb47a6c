package io.partnerflow;

import io.partnerflow.mandates.Mandates;
import io.partnerflow.numbering.NumberSeries;
import io.partnerflow.parties.Party;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Rental contracts as rows, delivered and running, whose first invoice comes with the next night. */
public class TestRentals {

    private static final String LAPTOP = "laptop-14";
    private static final BigDecimal MONTHLY = new BigDecimal("33.33");

    private final JdbcClient database;
    private final NumberSeries numbers;
    private final Mandates mandates;
    private final TransactionTemplate transaction;

    public TestRentals(JdbcClient database, NumberSeries numbers, Mandates mandates, TransactionTemplate transaction) {
        this.database = database;
        this.numbers = numbers;
        this.mandates = mandates;
        this.transaction = transaction;
    }

    /** A contract and its order. */
    public record Rental(String order, String subscription) {}

    /** Three laptops at 33.33 euro a month each, with a signed mandate. */
    public Rental debited(Party reseller, Party customer, LocalDate from, int months, String iban) {
        var rental = withoutMandate(reseller, customer, from, months);
        mandates.prepare(rental.order(), customer.id(), customer.name(), iban, null);
        mandates.sign(rental.order(), from.minusDays(10));
        return rental;
    }

    /** The same, paid by transfer. */
    public Rental withoutMandate(Party reseller, Party customer, LocalDate from, int months) {
        return transaction.execute(step -> {
            var order = numbers.next("OR");
            var number = numbers.next("SU");
            insertOrder(order, number, reseller, customer, from, months);
            insertContract(order, number, reseller, customer, from, months);
            return new Rental(order, number);
        });
    }

    private void insertOrder(String order, String number, Party reseller, Party customer, LocalDate from, int months) {
        database.sql("""
                        INSERT INTO customer_order (number, programme, policy_version, reseller_id, customer_id, status, term_months,
                            start_date, terms_version, terms_accepted_by, terms_accepted_at, currency, annual_list, annual_net,
                            contract_value, partner_discount, term_discount, estimate, subscription_number, invoiced, placed_by,
                            started_at, form_deadline, version, only_one, delivered_on)
                        VALUES (:order, 'workplace', 1, :reseller, :customer, 'COMPLETED', :months, :from, '2026-1',
                            'orderer@example.org', :now, 'EUR', 0, 0, 0, 0, 0, '{}', :number, false, 'orderer@example.org',
                            :now, :now, 0, false, :from)""")
                .param("order", order)
                .param("number", number)
                .param("reseller", reseller.id())
                .param("customer", customer.id())
                .param("months", months)
                .param("from", from)
                .param("now", morning(from))
                .update();
    }

    private void insertContract(
            String order, String number, Party reseller, Party customer, LocalDate from, int months) {
        var annual = MONTHLY.multiply(new BigDecimal(3 * 12));
        database.sql("""
                        INSERT INTO subscription (number, order_number, programme, policy_version, reseller_id, customer_id, status,
                            start_date, rhythm_months, next_invoice_on, activated_at, version, notice_days,
                            reduction_window_months, payment_days, ends_on, follow_up_on)
                        VALUES (?, ?, 'workplace', 1, ?, ?, 'ACTIVE', ?, 1, ?, ?, 0, 0, 0, 0, ?, ?)""")
                .params(
                        number,
                        order,
                        reseller.id(),
                        customer.id(),
                        from,
                        from,
                        morning(from),
                        from.plusMonths(months),
                        from.plusMonths(months - 6L))
                .update();
        database.sql("""
                        INSERT INTO subscription_term (subscription, position, months_before, months, begins_on, renews_on)
                        VALUES (?, 0, 0, ?, ?, ?)""").params(number, months, from, from.plusMonths(months)).update();
        database.sql("""
                        INSERT INTO subscription_line (subscription, term, position, product, quantity, currency, list_per_year,
                            term_discount, partner_discount, annual_list, annual_net)
                        VALUES (?, 0, 0, ?, 3, 'EUR', ?, 0, 0, ?, ?)""")
                .params(number, LAPTOP, MONTHLY.multiply(new BigDecimal(12)), annual, annual)
                .update();
    }

    private static OffsetDateTime morning(LocalDate day) {
        return OffsetDateTime.of(day, LocalTime.of(8, 0), ZoneOffset.UTC);
    }
}
