package io.partnerflow.subscriptions;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.Page;
import io.partnerflow.shared.Paging;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** What others may ask about running contracts. */
@ModuleService
public class Subscriptions {

    private final SubscriptionRows rows;
    private final JdbcClient database;
    private final AuditTrail audit;
    private final Clock clock;

    Subscriptions(SubscriptionRows rows, JdbcClient database, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws NotFound if there is none with this number */
    @Transactional(readOnly = true)
    public SubscriptionView get(String number) {
        return rows.find(number).orElseThrow(() -> new NotFound("subscription", number));
    }

    /**
     * As its reseller and its customer see it.
     *
     * @throws NotFound if there is none, or the organisation is neither
     */
    @Transactional(readOnly = true)
    public SubscriptionView get(UUID organisation, String number) {
        return rows.find(number)
                .filter(subscription -> subscription.reseller().equals(organisation)
                        || subscription.customer().equals(organisation))
                .orElseThrow(() -> new NotFound("subscription", number));
    }

    @Transactional(readOnly = true)
    public Optional<SubscriptionView> ofOrder(String orderNumber) {
        return rows.findByOrder(orderNumber);
    }

    /** A reseller's subscriptions, active ones first, newest first. */
    @Transactional(readOnly = true)
    public Page<SubscriptionView> of(UUID reseller, Paging paging) {
        var total = database.sql(Paging.counted("FROM subscription WHERE reseller_id = ?"))
                .param(reseller)
                .query(Long.class)
                .single();
        return Page.of(rows.of(reseller, paging.size(), paging.offset()), paging, total);
    }

    /** The customer's subscriptions with this reseller, active ones first, newest first. */
    @Transactional(readOnly = true)
    public List<SubscriptionView> ofCustomer(UUID reseller, UUID customer) {
        return rows.of(reseller, customer);
    }

    /** A customer's subscriptions, whoever sold them, active ones first, newest first. */
    @Transactional(readOnly = true)
    public List<SubscriptionView> ofCustomer(UUID customer) {
        return rows.ofCustomer(customer);
    }

    /** A reseller's figures, over the running terms of its active subscriptions (P-38, PA-2). */
    @Transactional(readOnly = true)
    public RevenueFigures revenue(UUID reseller, String currency) {
        return database.sql("""
                        SELECT coalesce(sum(listed_sold), 0) AS sold, coalesce(sum(listed_discount), 0) AS discount,
                            count(*) AS subscriptions
                        FROM subscription WHERE reseller_id = ? AND status = 'ACTIVE' AND listed_currency = ?""")
                .params(reseller, currency)
                .query((row, i) -> new RevenueFigures(
                        Money.rounded(row.getBigDecimal("sold"), Currency.getInstance(currency)),
                        Money.rounded(row.getBigDecimal("discount"), Currency.getInstance(currency)),
                        row.getLong("subscriptions")))
                .single();
    }

    /**
     * Everything the contract was for has come back or is settled: nothing is left to do. A second time changes nothing.
     *
     * @throws NotFound if there is none with this number
     * @throws Conflict if it has not ended
     */
    public void close(String number) {
        rows.lock(number);
        if (rows.close(number, clock.instant())) {
            audit.record("subscription-closed", number, "everything has come back");
        } else if (get(number).active()) {
            throw new Conflict("subscription-running", number);
        }
    }

    /** Ends the subscription of an order that is being undone. Nothing there, or ended already: nothing happens. */
    void end(String orderNumber) {
        var ended = database.sql("""
                        UPDATE subscription SET status = 'ENDED', ended_at = ?, next_invoice_on = NULL, version = version + 1
                        WHERE order_number = ? AND status = 'ACTIVE' RETURNING number""")
                .params(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), orderNumber)
                .query(String.class)
                .optional();
        ended.ifPresent(number -> audit.record("subscription-ended", number, "order " + orderNumber + " undone"));
    }
}
