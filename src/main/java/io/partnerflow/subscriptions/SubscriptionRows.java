package io.partnerflow.subscriptions;

import io.partnerflow.pricing.Deadlines;
import io.partnerflow.pricing.Term;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.Percentage;
import io.partnerflow.shared.VendorCalendar;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of this module. Contracts are touched in sets and one by one, so they are plain SQL. */
@Repository
class SubscriptionRows {

    /** A term with its place in the contract. */
    record TermRow(int position, Term term) {}

    private final JdbcClient database;
    private final VendorCalendar calendar;

    SubscriptionRows(JdbcClient database, VendorCalendar calendar) {
        this.database = database;
        this.calendar = calendar;
    }

    Optional<SubscriptionView> find(String number) {
        return views("SELECT * FROM subscription WHERE number = :key", Map.of("key", number)).stream()
                .findFirst();
    }

    Optional<SubscriptionView> findByOrder(String orderNumber) {
        return views("SELECT * FROM subscription WHERE order_number = :key", Map.of("key", orderNumber)).stream()
                .findFirst();
    }

    List<SubscriptionView> of(UUID reseller, int size, long skip) {
        return views(
                "SELECT * FROM subscription WHERE reseller_id = :key ORDER BY status, number DESC LIMIT :size OFFSET :skip",
                Map.of("key", reseller, "size", size, "skip", skip));
    }

    List<SubscriptionView> of(UUID reseller, UUID customer) {
        return views(
                "SELECT * FROM subscription WHERE customer_id = :customer AND reseller_id = :key",
                Map.of("key", reseller, "customer", customer));
    }

    /** Those with the numbers, in no order. */
    List<SubscriptionView> of(Collection<String> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : views("SELECT * FROM subscription WHERE number IN (:numbers)", Map.of("numbers", numbers));
    }

    /** With whichever reseller; at most 500. */
    List<SubscriptionView> ofCustomer(UUID customer) {
        return views(
                "SELECT * FROM subscription WHERE customer_id = :customer ORDER BY status, number DESC LIMIT 500",
                Map.of("customer", customer));
    }

    /** Subscriptions with their running terms and lines, all in one query. */
    private List<SubscriptionView> views(String chosen, Map<String, ?> params) {
        return database.sql("""
                        SELECT s.*, t.position AS term, t.months_before, t.months, l.product, l.quantity, l.currency,
                            l.list_per_year, l.term_discount, l.partner_discount, l.additive_discounts, l.change, l.begins_on
                        FROM (%s) s
                        JOIN LATERAL (SELECT * FROM subscription_term WHERE subscription = s.number
                            AND (begins_on <= :today OR position = 0) ORDER BY position DESC LIMIT 1) t ON true
                        JOIN subscription_line l ON l.subscription = s.number AND l.term = t.position
                        ORDER BY s.status, s.number DESC, l.position""".formatted(chosen))
                .params(params)
                .param("today", calendar.today())
                .query((ResultSetExtractor<List<SubscriptionView>>) this::views);
    }

    private List<SubscriptionView> views(ResultSet row) throws SQLException {
        var views = new ArrayList<SubscriptionView>();
        var more = row.next();
        while (more) {
            var lines = new ArrayList<SubscriptionLine>();
            var head = head(row);
            do {
                lines.add(line(row));
                more = row.next();
            } while (more && row.getString("number").equals(head.number()));
            views.add(view(head, lines));
        }
        return views;
    }

    void insert(SubscriptionView subscription) {
        database.sql("""
                        INSERT INTO subscription (number, order_number, programme, policy_version, reseller_id, customer_id,
                            status, start_date, rhythm_months, next_invoice_on, po_reference, notice_days, reduction_window_months,
                            payment_days, ends_on, follow_up_on, activated_at, version)
                        VALUES (?, ?, ?, ?, ?, ?, 'ACTIVE', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)""")
                .params(
                        subscription.number(),
                        subscription.orderNumber(),
                        subscription.programme(),
                        subscription.policyVersion(),
                        subscription.reseller(),
                        subscription.customer(),
                        subscription.startDate(),
                        subscription.rhythmMonths(),
                        subscription.startDate(),
                        subscription.poReference(),
                        subscription.agreed().noticeDays(),
                        subscription.agreed().reductionWindowMonths(),
                        subscription.agreed().paymentDays(),
                        subscription.endsOn(),
                        subscription.followUpOn(),
                        OffsetDateTime.ofInstant(subscription.activatedAt(), ZoneOffset.UTC))
                .update();
    }

    void insertTerm(String number, TermRow row, List<SubscriptionLine> lines) {
        var term = row.term();
        database.sql("""
                        INSERT INTO subscription_term (subscription, position, months_before, months, begins_on, renews_on)
                        VALUES (?, ?, ?, ?, ?, ?)""")
                .params(number, row.position(), term.monthsBefore(), term.months(), term.from(), term.renewalDate())
                .update();
        for (var position = 0; position < lines.size(); position++) {
            insertLine(number, row, position, lines.get(position));
        }
    }

    /** What a renewal leaves behind: a rhythm agreed on takes over, and the next look at the contract is fixed. */
    void renewed(String number, TermRow row, int rhythmMonths, @Nullable LocalDate renewalDueOn) {
        // a period of the new term that was handed out by the old rhythm is the first by the new one
        database.sql("""
                        UPDATE subscription SET version = version + 1, renewal_due_on = :due, next_rhythm_months = NULL,
                            rhythm_from_month = CASE WHEN rhythm_months = :rhythm THEN rhythm_from_month ELSE :before END,
                            invoiced_periods = CASE WHEN rhythm_months = :rhythm THEN invoiced_periods
                                WHEN next_invoice_on > :begins THEN 1 ELSE 0 END,
                            next_invoice_on = CASE WHEN rhythm_months <> :rhythm AND next_invoice_on > :begins
                                THEN (start_date + make_interval(months => :before + :rhythm))::date
                                ELSE next_invoice_on END,
                            rhythm_months = :rhythm
                        WHERE number = :number AND status = 'ACTIVE'""")
                .param("due", renewalDueOn, java.sql.Types.DATE)
                .param("rhythm", rhythmMonths)
                .param("before", row.term().monthsBefore())
                .param("begins", row.term().from())
                .param("number", number)
                .update();
    }

    /** The first day without the contract; null if it goes on after all. */
    void endOn(String number, @Nullable LocalDate day) {
        database.sql(
                        "UPDATE subscription SET ends_on = ?, version = version + 1 WHERE number = ? AND status = 'ACTIVE'")
                .param(1, day, java.sql.Types.DATE)
                .param(2, number)
                .update();
    }

    /**
     * The running term becomes longer at its own prices.
     *
     * @param row the term as it is from now on
     * @param followUpOn when its reseller is asked for a follow-up offer
     */
    void extend(String number, TermRow row, LocalDate followUpOn) {
        database.sql("UPDATE subscription_term SET months = ?, renews_on = ? WHERE subscription = ? AND position = ?")
                .params(row.term().months(), row.term().renewalDate(), number, row.position())
                .update();
        database.sql("""
                        UPDATE subscription SET ends_on = ?, follow_up_on = ?, version = version + 1
                        WHERE number = ? AND status = 'ACTIVE'""").params(row.term().renewalDate(), followUpOn, number).update();
    }

    /** @return whether it had ended and is closed from now on */
    boolean close(String number, Instant at) {
        return database.sql("""
                        UPDATE subscription SET status = 'CLOSED', closed_at = ?, version = version + 1
                        WHERE number = ? AND status = 'ENDED'""")
                        .params(OffsetDateTime.ofInstant(at, ZoneOffset.UTC), number)
                        .update()
                == 1;
    }

    void end(String number, Instant at) {
        database.sql("""
                        UPDATE subscription SET status = 'ENDED', ended_at = ?, next_invoice_on = NULL, renewal_due_on = NULL,
                            version = version + 1
                        WHERE number = ? AND status = 'ACTIVE'""")
                .params(OffsetDateTime.ofInstant(at, ZoneOffset.UTC), number)
                .update();
    }

    void moveTo(String number, UUID reseller, Instant at) {
        database.sql(
                        "UPDATE subscription SET reseller_id = ?, reseller_since = ?, version = version + 1 WHERE number = ?")
                .params(reseller, OffsetDateTime.ofInstant(at, ZoneOffset.UTC), number)
                .update();
    }

    /** What is null stays as it is. */
    void agree(String number, AgreedTerms.Wanted agreed) {
        database.sql("""
                        UPDATE subscription SET version = version + 1,
                            notice_days = coalesce(:notice::int, notice_days),
                            reduction_window_months = coalesce(:window::int, reduction_window_months),
                            payment_days = coalesce(:payment::int, payment_days),
                            renewal_months = coalesce(:renewal::int, renewal_months),
                            next_rhythm_months = coalesce(:rhythm::int, next_rhythm_months),
                            agreed_term_discount = coalesce(:term::numeric, agreed_term_discount),
                            agreed_partner_discount = coalesce(:partner::numeric, agreed_partner_discount)
                        WHERE number = :number""")
                .param("notice", agreed.noticeDays(), java.sql.Types.INTEGER)
                .param("window", agreed.reductionWindowMonths(), java.sql.Types.INTEGER)
                .param("payment", agreed.paymentDays(), java.sql.Types.INTEGER)
                .param("renewal", agreed.renewalMonths(), java.sql.Types.INTEGER)
                .param("rhythm", agreed.rhythmMonths(), java.sql.Types.INTEGER)
                .param("term", value(agreed.termDiscount()), java.sql.Types.NUMERIC)
                .param("partner", value(agreed.partnerDiscount()), java.sql.Types.NUMERIC)
                .param("number", number)
                .update();
    }

    private static @Nullable BigDecimal value(@Nullable Percentage percentage) {
        return percentage == null ? null : percentage.value();
    }

    void refer(String number, @Nullable String poReference) {
        database.sql("UPDATE subscription SET po_reference = ?, version = version + 1 WHERE number = ?")
                .param(1, poReference, java.sql.Types.VARCHAR)
                .param(2, number)
                .update();
    }

    /** From that day on somebody has to look at the contract; null for nobody. */
    void lookAt(String number, @Nullable LocalDate day) {
        database.sql("UPDATE subscription SET renewal_due_on = ? WHERE number = ?")
                .param(1, day, java.sql.Types.DATE)
                .param(2, number)
                .update();
    }

    /** Whether somebody is still to look at the contract; otherwise its renewal is being looked at already. */
    boolean isPlanned(String number) {
        return database.sql("SELECT renewal_due_on IS NOT NULL FROM subscription WHERE number = ?")
                .param(number)
                .query(Boolean.class)
                .single();
    }

    /** The rhythm from the next term on; empty if it stays as it is. */
    Optional<Integer> nextRhythm(String number) {
        return database.sql(
                        "SELECT next_rhythm_months FROM subscription WHERE number = ? AND next_rhythm_months IS NOT NULL")
                .param(number)
                .query(Integer.class)
                .optional();
    }

    /** Seats that are added during the term. */
    void addLines(String number, TermRow row, List<SubscriptionLine> lines) {
        var next = database.sql("SELECT max(position) + 1 FROM subscription_line WHERE subscription = ? AND term = ?")
                .params(number, row.position())
                .query(Integer.class)
                .single();
        for (var index = 0; index < lines.size(); index++) {
            insertLine(number, row, next + index, lines.get(index));
        }
    }

    /** Seats a change has added, with the term they were added in. */
    List<SubscriptionLine> addedBy(String change) {
        return database.sql("SELECT * FROM subscription_line WHERE change = ? ORDER BY position")
                .param(change)
                .query((row, i) -> line(row))
                .list();
    }

    /**
     * Keeps everybody else from changing the contract until the transaction ends.
     *
     * @throws NotFound if there is none with this number
     */
    void lock(String number) {
        database.sql("SELECT number FROM subscription WHERE number = ? FOR UPDATE")
                .param(number)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NotFound("subscription", number));
    }

    private void insertLine(String number, TermRow row, int position, SubscriptionLine line) {
        var priced = line.priced(row.term().months());
        database.sql("""
                        INSERT INTO subscription_line (subscription, term, position, product, quantity, currency,
                            list_per_year, term_discount, partner_discount, additive_discounts, annual_list, annual_net,
                            change, begins_on)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        number,
                        row.position(),
                        position,
                        line.product(),
                        line.quantity(),
                        line.listPerYear().currencyCode(),
                        line.listPerYear().amount(),
                        line.termDiscount().value(),
                        line.partnerDiscount().value(),
                        line.additiveDiscounts(),
                        priced.annualList().amount(),
                        priced.annualNet().amount(),
                        line.change(),
                        line.begins())
                .update();
    }

    /** The term the day lies in; the last one if the day is after all of them. */
    TermRow term(String number, LocalDate day) {
        return database.sql("""
                        SELECT t.*, s.start_date FROM subscription_term t JOIN subscription s ON s.number = t.subscription
                        WHERE t.subscription = ? AND t.position = (
                            SELECT max(position) FROM subscription_term
                            WHERE subscription = ? AND (begins_on <= ? OR position = 0))""")
                .params(number, number, day)
                .query((row, i) -> new TermRow(
                        row.getInt("position"),
                        new Term(
                                row.getObject("start_date", LocalDate.class),
                                row.getInt("months_before"),
                                row.getInt("months"))))
                .single();
    }

    List<SubscriptionLine> lines(String number, int term) {
        return database.sql("SELECT * FROM subscription_line WHERE subscription = ? AND term = ? ORDER BY position")
                .params(number, term)
                .query((row, i) -> line(row))
                .list();
    }

    private record Head(
            String number,
            String orderNumber,
            String programme,
            int policyVersion,
            UUID reseller,
            UUID customer,
            boolean active,
            boolean closed,
            Term term,
            int rhythmMonths,
            LocalDate nextInvoiceOn,
            String poReference,
            ContractTerms agreed,
            LocalDate endsOn,
            LocalDate followUpOn,
            String costGroup,
            Instant activatedAt) {}

    private static Head head(ResultSet row) throws SQLException {
        return new Head(
                row.getString("number"),
                row.getString("order_number"),
                row.getString("programme"),
                row.getInt("policy_version"),
                row.getObject("reseller_id", UUID.class),
                row.getObject("customer_id", UUID.class),
                "ACTIVE".equals(row.getString("status")),
                "CLOSED".equals(row.getString("status")),
                new Term(
                        row.getObject("start_date", LocalDate.class),
                        row.getInt("months_before"),
                        row.getInt("months")),
                row.getInt("rhythm_months"),
                row.getObject("next_invoice_on", LocalDate.class),
                row.getString("po_reference"),
                agreed(row),
                row.getObject("ends_on", LocalDate.class),
                row.getObject("follow_up_on", LocalDate.class),
                row.getString("cost_group"),
                row.getObject("activated_at", OffsetDateTime.class).toInstant());
    }

    private static ContractTerms agreed(ResultSet row) throws SQLException {
        return new ContractTerms(
                row.getInt("notice_days"),
                row.getInt("reduction_window_months"),
                row.getInt("payment_days"),
                row.getObject("renewal_months", Integer.class),
                percentage(row.getBigDecimal("agreed_term_discount")),
                percentage(row.getBigDecimal("agreed_partner_discount")));
    }

    private static @Nullable Percentage percentage(@Nullable BigDecimal value) {
        return value == null ? null : new Percentage(value);
    }

    private static SubscriptionLine line(ResultSet row) throws SQLException {
        return new SubscriptionLine(
                row.getString("product"),
                row.getInt("quantity"),
                Money.of(row.getBigDecimal("list_per_year"), row.getString("currency")),
                new Percentage(row.getBigDecimal("term_discount")),
                new Percentage(row.getBigDecimal("partner_discount")),
                row.getBoolean("additive_discounts"),
                row.getString("change"),
                row.getObject("begins_on", LocalDate.class));
    }

    private static @Nullable LocalDate nextInvoice(Head head) {
        var next = head.nextInvoiceOn();
        return next == null || head.endsOn() == null || next.isBefore(head.endsOn()) ? next : null;
    }

    private SubscriptionView view(Head head, List<SubscriptionLine> lines) {
        var months = head.term().months();
        var currency = lines.get(0).listPerYear().currency();
        return new SubscriptionView(
                head.number(),
                head.orderNumber(),
                head.programme(),
                head.policyVersion(),
                head.reseller(),
                head.customer(),
                head.active(),
                head.closed(),
                head.term().anchor(),
                head.term().period(),
                months,
                head.rhythmMonths(),
                lines,
                Money.sum(
                        currency,
                        lines.stream()
                                .map(line -> line.priced(months).annualNet())
                                .toList()),
                Money.sum(
                        currency,
                        lines.stream()
                                .map(line -> line.priced(months).annualList())
                                .toList()),
                nextInvoice(head),
                head.poReference(),
                Deadlines.of(
                        head.term().renewalDate(),
                        head.agreed().noticeDays(),
                        head.agreed().reductionWindowMonths()),
                head.agreed(),
                head.endsOn(),
                head.followUpOn(),
                head.costGroup(),
                head.activatedAt());
    }
}
