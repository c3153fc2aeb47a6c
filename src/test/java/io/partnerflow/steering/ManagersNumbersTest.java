package io.partnerflow.steering;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.partnerflow.PartnerflowTest;
import io.partnerflow.Staff;
import io.partnerflow.StaffBrowser;
import io.partnerflow.TestInvoices;
import io.partnerflow.TestParties;
import io.partnerflow.TestSeats;
import io.partnerflow.engine.FailedWork;
import io.partnerflow.engine.TaskAge;
import io.partnerflow.engine.TaskAges;
import io.partnerflow.numbering.NumberSeries;
import io.partnerflow.orders.OrderManagement;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.Resellers;
import io.partnerflow.payouts.Claims;
import io.partnerflow.shared.Formats;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.Paging;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.web.StaffListener;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Every number of the managers' page, counted again from the tables the house writes its business into. */
@PartnerflowTest
class ManagersNumbersTest {

    /** Number, programme, currency, day and amount of everything that belongs to a figure. */
    private static final Map<Figure, String> RAW = Map.of(
            Figure.INVOICED,
            "SELECT number, programme, currency, issue_date AS day, gross AS amount FROM invoice WHERE kind = 'INVOICE'",
            Figure.CREDITED,
            "SELECT number, programme, currency, issue_date AS day, gross AS amount FROM invoice WHERE kind = 'CREDIT_NOTE'",
            Figure.OWED,
            "SELECT * FROM (" + owed("true") + ") o WHERE amount > 0",
            Figure.OVERDUE,
            "SELECT * FROM ("
                    + owed(
                            "i.due_date < :today AND NOT EXISTS (SELECT 1 FROM invoice_being_collected c WHERE c.invoice = i.number)")
                    + ") o WHERE amount > 0",
            Figure.DRAWN_UP,
            """
            SELECT number, programme, currency, (drawn_up_at AT TIME ZONE :zone)::date AS day, payable AS amount
            FROM compensation_statement WHERE status NOT IN ('CARRIED', 'ISSUED', 'WITHDRAWN')""",
            Figure.AGREED,
            """
            SELECT document AS number, NULL AS programme, currency, (since AT TIME ZONE :zone)::date AS day, amount
            FROM payout_claim WHERE document NOT IN (SELECT document FROM payout_item WHERE NOT returned)""",
            Figure.BEING_PAID,
            """
            SELECT c.document AS number, NULL AS programme, c.currency, (since AT TIME ZONE :zone)::date AS day, c.amount
            FROM payout_claim c WHERE EXISTS (SELECT 1 FROM payout_item i JOIN payout_run r ON r.number = i.run
                WHERE i.document = c.document AND NOT i.returned AND r.status IN ('PREPARED', 'RELEASED', 'HELD'))""",
            Figure.ORDERS,
            """
            SELECT number, programme, currency, (started_at AT TIME ZONE :zone)::date AS day, annual_net AS amount
            FROM customer_order WHERE status NOT IN ('COMPLETED', 'REJECTED', 'DECLINED', 'CANCELLED', 'LAPSED')""",
            Figure.RENEWALS,
            "SELECT * FROM ("
                    + contracts("t.renews_on", "s.ends_on IS NULL AND v.policy::json ->> 'endOfTerm' = 'RENEWS'")
                    + ") c WHERE day >= :today AND day < :today + 90",
            Figure.ENDS,
            "SELECT * FROM (" + contracts("s.ends_on - 1", "s.ends_on IS NOT NULL")
                    + ") c WHERE day >= :today AND day < :today + 90");

    @Autowired
    ManagersFigures figures;

    @Autowired
    TaskAges tasks;

    @Autowired
    FailedWork failed;

    @Autowired
    StaffListener door;

    @Autowired
    IdentityService identity;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Organisations organisations;

    @Autowired
    Resellers resellers;

    @Autowired
    OrderManagement orders;

    @Autowired
    NumberSeries numbers;

    @Autowired
    Claims claims;

    @Autowired
    MeterRegistry meters;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    VendorCalendar calendar;

    Party payer;

    /** What a figure has in one currency. */
    private record Raw(String currency, long count, BigDecimal amount) {}

    @BeforeEach
    void business() {
        payer = new TestParties(organisations, resellers).organisation();
        var invoices = new TestInvoices(database, numbers, transaction);
        var today = calendar.today();
        var paid = invoices.invoice(payer.id(), "100.10", "SEK", today.plusDays(20));
        pay(paid, "60.05", "SEK", today);
        invoices.credit(paid, payer.id(), "10.00", "SEK", today.plusDays(30));
        invoices.invoice(payer.id(), "99.99", "SEK", today.minusDays(1));
        invoices.invoice(payer.id(), "0.01", "EUR", today.minusDays(40));
        pay(invoices.invoice(payer.id(), "7.77", "EUR", today), "7.77", "EUR", today);
        statement("ST-" + UUID.randomUUID(), "SENT", "12.34");
        statement("ST-" + UUID.randomUUID(), "ISSUED", "1000.00");
        claims.owe("SB-" + UUID.randomUUID(), payer.id(), Money.of(new BigDecimal("321.09"), "SEK"));
        claims.owe("SB-" + UUID.randomUUID(), payer.id(), Money.of(new BigDecimal("-5.00"), "EUR"));
    }

    @ParameterizedTest
    @EnumSource(Figure.class)
    void aNumberIsWhatTheTablesSayAndWhatItsListAddsUpTo(Figure figure) {
        var wanted = ManagersFigures.Wanted.all();
        var raw = raw(RAW.get(figure), "true");
        assertThat(figures.sums(figure, wanted))
                .extracting(ManagersNumbersTest::comparable)
                .containsExactlyInAnyOrderElementsOf(
                        raw.stream().map(ManagersNumbersTest::comparable).toList());
        for (var sum : figures.sums(figure, wanted)) {
            if (sum.amount() != null) {
                assertThat(listed(figure, sum.amount().currencyCode()))
                        .isEqualByComparingTo(sum.amount().amount());
            }
        }
        assertThat(figures.states(figure, wanted).stream()
                        .mapToLong(ManagersFigures.StateCount::count)
                        .sum())
                .isEqualTo(figures.count(figure, wanted));
    }

    @Test
    void aProgrammeAndAPeriodNarrowTheNumber() {
        var first = calendar.today().withDayOfMonth(1);
        var wanted = new ManagersFigures.Wanted("licence", null, null, first.minusMonths(1), first);
        assertThat(figures.sums(Figure.INVOICED, wanted))
                .extracting(ManagersNumbersTest::comparable)
                .containsExactlyInAnyOrderElementsOf(raw(
                                RAW.get(Figure.INVOICED),
                                "programme = 'licence' AND day >= date '%s' AND day < date '%s'"
                                        .formatted(first.minusMonths(1), first))
                        .stream()
                        .map(ManagersNumbersTest::comparable)
                        .toList());
        var months = figures.months(Figure.OWED, ManagersFigures.Wanted.all());
        for (var sum : figures.sums(Figure.OWED, ManagersFigures.Wanted.all())) {
            assertThat(months.stream()
                            .map(ManagersFigures.MonthSum::amount)
                            .filter(amount ->
                                    amount.currency().equals(sum.amount().currency()))
                            .reduce(Money::plus))
                    .contains(sum.amount());
        }
    }

    @Test
    void desksAndFailuresAreWhatTheEngineHasAndWhatTheMetersSay() {
        var seats = new TestSeats(organisations, resellers, orders, engine);
        var reseller = seats.reseller();
        seats.placed(reseller, seats.customerOf(reseller), calendar.today(), Map.of("air-monitor-seat", 3));
        for (var desk : tasks.desks()) {
            assertThat(desk.open()).as(desk.desk()).isEqualTo(rawTasks(desk.desk(), "true"));
            assertThat(desk.overdue()).as(desk.desk()).isEqualTo(rawTasks(desk.desk(), "t.due_date_ < :now"));
            assertThat(desk.counts().get(TaskAge.NO_DATE)).isEqualTo(rawTasks(desk.desk(), "t.due_date_ IS NULL"));
            assertThat(tasks.count(new TaskAges.Wanted(desk.desk(), List.of(TaskAge.OVERDUE, TaskAge.LONG_OVERDUE))))
                    .isEqualTo(desk.overdue());
        }
        for (var desk : List.of("order-desk", "billing")) {
            var meter = meters.get("partnerflow.tasks.open").tag("desk", desk).gauge();
            assertThat(meter.value())
                    .isEqualTo(tasks.desks().stream()
                            .filter(one -> one.desk().equals(desk))
                            .mapToLong(TaskAges.Desk::open)
                            .sum());
        }
        var standing = database.sql("SELECT count(*) FROM public.act_ru_job WHERE retries_ = 0")
                .query(Long.class)
                .single();
        assertThat(failed.count(FailedWork.Wanted.allSteps())).isEqualTo(standing);
        assertThat(meters.get("partnerflow.steps.failed").gauge().value()).isEqualTo(standing.doubleValue());
        assertThat(meters.get("partnerflow.receivables.open").gauge().value())
                .isEqualTo((double) figures.count(Figure.OWED, ManagersFigures.Wanted.all()));
    }

    @Test
    void thePageShowsThemAndEachOpensItsList() {
        new Staff(identity).hire("mona", "managers");
        var mona = new StaffBrowser(door.port());
        mona.login("mona", Staff.PASSWORD);
        var page = mona.get("/staff/figures").body();
        var formats = new Formats(Locale.ENGLISH, calendar.zone());
        assertThat(page)
                .contains("Owed", "Overdue", "Compensation owed", "In the next 90 days")
                .doesNotContain("??");
        for (var figure : List.of(Figure.OWED, Figure.OVERDUE, Figure.DRAWN_UP, Figure.AGREED)) {
            for (var sum : raw(RAW.get(figure), "true")) {
                assertThat(page).as("%s", figure).contains(formats.money(Money.of(sum.amount(), sum.currency())));
            }
        }
        for (var figure : Figure.values()) {
            var list = mona.get("/staff/figures/list/" + figure.code()).body();
            assertThat(list).as("%s", figure).contains("</html>").doesNotContain("??");
            leadsToItsCase(mona, list);
        }
        var month = YearMonth.from(calendar.today().minusDays(31));
        assertThat(mona.get("/staff/figures/list/invoiced?currency=SEK&month=" + month)
                        .body())
                .contains(payer.name(), "99.99")
                .doesNotContain("??");
        assertThat(mona.get("/staff/figures/list/overdue?currency=EUR&format=csv")
                        .body())
                .contains("0.01", payer.name());
        assertThat(mona.get("/staff/figures/list/nothing").statusCode()).isEqualTo(404);
        assertThat(mona.get("/staff/figures?period=nothing").statusCode()).isEqualTo(404);
        new Staff(identity).hire("olga", "order-desk");
        var olga = new StaffBrowser(door.port());
        olga.login("olga", Staff.PASSWORD);
        assertThat(olga.get("/staff/figures").statusCode()).isEqualTo(403);
        assertThat(olga.get("/staff/figures/list/owed").statusCode()).isEqualTo(403);
    }

    private BigDecimal listed(Figure figure, String currency) {
        var wanted = new ManagersFigures.Wanted(null, currency, null, null, null);
        var amounts = new ArrayList<BigDecimal>();
        for (var number = 0; ; number++) {
            var page = figures.list(figure, wanted, new Paging(number, 200, null, ""));
            page.items().forEach(row -> amounts.add(row.amount().amount()));
            if (!page.hasNext()) {
                return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            }
        }
    }

    private List<Raw> raw(String rows, String which) {
        return database.sql("SELECT currency, count(*) AS found, sum(amount) AS amount FROM (" + rows + ") r WHERE "
                        + which + " GROUP BY currency")
                .param("today", calendar.today())
                .param("zone", calendar.zone().getId())
                .query((row, i) ->
                        new Raw(row.getString("currency"), row.getLong("found"), row.getBigDecimal("amount")))
                .list();
    }

    private static List<Object> comparable(Raw raw) {
        return List.of(
                String.valueOf(raw.currency()),
                raw.count(),
                raw.amount() == null || raw.currency() == null
                        ? ""
                        : raw.amount().stripTrailingZeros().toPlainString());
    }

    private static List<Object> comparable(ManagersFigures.Sum sum) {
        return sum.amount() == null
                ? List.of("null", sum.count(), "")
                : List.of(
                        sum.amount().currencyCode(),
                        sum.count(),
                        sum.amount().amount().stripTrailingZeros().toPlainString());
    }

    private long rawTasks(String desk, String which) {
        return database.sql("""
                        SELECT count(*) FROM public.act_ru_task t WHERE %s AND EXISTS (SELECT 1 FROM public.act_ru_identitylink l
                            WHERE l.task_id_ = t.id_ AND l.group_id_ = :desk AND l.type_ = 'candidate')""".formatted(which))
                .param("desk", desk)
                .param("now", Timestamp.from(calendar.now()))
                .query(Long.class)
                .single();
    }

    private static String owed(String which) {
        return """
                SELECT i.number, i.programme, i.currency, i.issue_date AS day, i.gross
                    - coalesce((SELECT sum(c.gross) FROM invoice c WHERE c.credits = i.number), 0)
                    - coalesce((SELECT sum(p.amount) FROM payment p WHERE p.invoice = i.number), 0) AS amount
                FROM invoice i WHERE i.kind = 'INVOICE' AND %s""".formatted(which);
    }

    private static String contracts(String day, String which) {
        return """
                SELECT s.number, s.programme, %s AS day,
                    (SELECT min(l.currency) FROM subscription_line l WHERE l.subscription = s.number AND l.term = t.position) AS currency,
                    (SELECT sum(l.annual_net) FROM subscription_line l WHERE l.subscription = s.number AND l.term = t.position) AS amount
                FROM subscription s JOIN programme_version v ON v.code = s.programme AND v.version = s.policy_version
                JOIN subscription_term t ON t.subscription = s.number
                    AND t.position = (SELECT max(x.position) FROM subscription_term x WHERE x.subscription = s.number)
                WHERE s.status = 'ACTIVE' AND %s""".formatted(day, which);
    }

    private static void leadsToItsCase(StaffBrowser reader, String list) {
        var row = Pattern.compile("/staff/history/([^\"]+)\"").matcher(list);
        if (row.find()) {
            assertThat(reader.get("/staff/history/" + row.group(1)).body())
                    .as(row.group(1))
                    .contains("<h1>" + row.group(1) + "</h1>")
                    .doesNotContain("??");
        }
    }

    private void pay(String invoice, String amount, String currency, LocalDate on) {
        database.sql("""
                        INSERT INTO payment (reference, kind, invoice, amount, currency, received_on, recorded_at)
                        VALUES (?, 'SET_OFF', ?, ?, ?, ?, now())""")
                .params("test/" + UUID.randomUUID(), invoice, new BigDecimal(amount), currency, on)
                .update();
    }

    private void statement(String number, String status, String payable) {
        var month = calendar.today().minusMonths(status.equals("SENT") ? 1 : 2).withDayOfMonth(1);
        database.sql("""
                        INSERT INTO compensation_statement (number, reseller_id, programme, policy_version, month, currency,
                            month_net, rate, carry_in, month_total, payable, carry_out, status, drawn_up_at, sent_on, dispute_until)
                        VALUES (:number, :reseller, 'hosting', 1, :month, 'SEK', 100, 20, 0, :payable, :payable, 0, :status, now(),
                            :sent, :sent)""")
                .param("number", number.substring(0, 35))
                .param("reseller", payer.id())
                .param("month", month)
                .param("payable", new BigDecimal(payable))
                .param("status", status)
                .param("sent", calendar.today())
                .update();
    }
}
