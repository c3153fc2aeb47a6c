package io.partnerflow.scale;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerflow.PartnerflowTest;
import io.partnerflow.ResellerClient;
import io.partnerflow.TestParties;
import io.partnerflow.access.Role;
import io.partnerflow.access.Users;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.Resellers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Every list with {@code -Dpartnerflow.scale.rows=100000}: what its pages ask the database is caught on its way and explained. No
 * question may look through a long table, read far more rows than it shows, or sort on disk.
 */
@PartnerflowTest
@Import(ListsAtScaleTest.Watched.class)
@Tag("own-application")
@EnabledIfSystemProperty(
        named = "partnerflow.scale.rows",
        matches = "[0-9]+") // on demand: filling the tables takes minutes
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListsAtScaleTest {

    private static final int ROWS = Integer.getInteger("partnerflow.scale.rows", 100_000);

    /** Longer tables are never looked through from end to end. */
    private static final int SHORT = Math.min(5_000, ROWS / 10);

    /** A page shows 25 to 200 rows, and a few tables are read for each. */
    private static final long READ_FOR_A_PAGE = 3_000;

    /** Counting ends after 10,001 rows, leafing after 10,000; of the rows that are looked at, half are the reseller's. */
    private static final long READ_FOR_A_COUNT = 22_000;

    /** What is added up from an index alone, without its rows: as much as one reseller has. */
    private static final List<String> SUMS =
            List.of("sum(listed_sold)", "sum(s.payable)", "count(*) AS orders", "sum(open) AS open");

    /** Words that fit nothing, one customer, half of them, every order; orders of every kind; pages far on. */
    private static final List<String> LISTS = List.of(
            "/home",
            "/customers",
            "/customers?tab=trials",
            "/customers?tab=customers&sort=-soldPerYear",
            "/customers?tab=ended&sort=trialEnd",
            "/customers?sort=-createdAt",
            "/customers?coverage=not-covered",
            "/customers?search=gibtsnicht",
            "/customers?search=77778",
            "/customers?search=berg",
            "/customers?search=s",
            "/customers?page=100",
            "/orders",
            "/orders?search=gibtsnicht",
            "/orders?search=or-2020-077778",
            "/orders?search=or-2020",
            "/orders?search=berg+77778",
            "/orders?page=300",
            "/offers",
            "/offers?status=SENT",
            "/offers?search=hotell",
            "/offers?search=of-2020-000444",
            "/shipments",
            "/shipments?search=scale00000444",
            "/shipments?search=postnord",
            "/devices",
            "/devices?status=SHIPPED",
            "/devices?search=laptop",
            "/devices?search=scale00000444",
            "/returns",
            "/returns?search=re-2020-000444",
            "/deadlines",
            "/deadlines?sort=customer",
            "/deadlines?sort=programme",
            "/deadlines?search=berg",
            "/deadlines?within=30",
            "/invoices",
            "/invoices?status=open",
            "/invoices?status=overdue",
            "/invoices?status=paid",
            "/invoices?credits=true",
            "/invoices?search=in-2020-000444",
            "/invoices?search=sjö",
            "/statements",
            "/statements?search=st-2020-000444",
            "/costs",
            "/costs?search=berg",
            "/subscriptions",
            "/subscriptions?search=berg",
            "/orders?tab=open",
            "/orders?tab=completed",
            "/trials",
            "/trials?stage=running",
            "/trials?stage=over&sort=customer",
            "/trials?stage=converted&sort=-startedAt",
            "/trials?search=gibtsnicht",
            "/trials?search=berg",
            "/payments",
            "/api/v1/orders?size=200",
            "/api/v1/orders?sort=customer",
            "/api/v1/orders?sort=-number&page=199",
            "/api/v1/organisations?sort=-trialEnd",
            "/api/v1/organisations?sort=soldPerYear&tab=customers",
            "/api/v1/offers?sort=validUntil",
            "/api/v1/offers?sort=-validUntil",
            "/api/v1/offers?sort=customer",
            "/api/v1/shipments?sort=-customer",
            "/api/v1/devices?sort=serial",
            "/api/v1/devices?sort=-serial",
            "/api/v1/devices?sort=product",
            "/api/v1/devices?sort=-customer",
            "/api/v1/returns",
            "/api/v1/deadlines?sort=-day",
            "/api/v1/invoices",
            "/api/v1/statements",
            "/api/v1/receivables",
            "/api/v1/receivables?status=overdue",
            "/api/v1/events",
            "/api/v1/subscriptions?page=199");

    private static final List<String> MEASURED = List.of(
            "/home",
            "/customers",
            "/customers?search=berg",
            "/orders",
            "/orders?search=or-2020-077778",
            "/orders?page=300",
            "/trials",
            "/offers",
            "/subscriptions",
            "/invoices",
            "/payments",
            "/statements",
            "/devices",
            "/deadlines",
            "/api/v1/orders?size=200");

    @TestConfiguration(proxyBeanMethods = false)
    static class Watched {

        @Bean
        static SentStatements sentStatements() {
            return new SentStatements();
        }
    }

    @Autowired
    Organisations organisations;

    @Autowired
    Resellers resellers;

    @Autowired
    Users users;

    @Autowired
    DataSource source;

    @Autowired
    SentStatements statements;

    @LocalServerPort
    int port;

    private final Map<String, Took> withFew = new HashMap<>();
    private Party seller;
    private ResellerClient anna;
    private Set<String> longTables;

    @BeforeAll
    void writeManyRows() throws SQLException {
        var reseller = new TestParties(organisations, resellers).reseller();
        seller = reseller;
        resellers.appoint(reseller.id(), "workplace", "GOLD", io.partnerflow.shared.Percentage.of("0"));
        anna = ResellerClient.of(port, users, reseller, Role.ADMIN);
        if (Boolean.getBoolean("partnerflow.measure")) {
            MEASURED.forEach(page -> withFew.put(page, took(page)));
        }
        try (var connection = source.getConnection()) {
            var database = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            new ManyRows(database).write(ROWS, reseller);
            longTables = new HashSet<>(database.sql("SELECT relname FROM pg_class WHERE relkind = 'r' AND reltuples > ?"
                            + " AND relnamespace = 'partnerflow'::regnamespace")
                    .param(SHORT)
                    .query(String.class)
                    .list());
            database.sql("DISCARD TEMP").update();
        }
    }

    @Test
    void noPageAsksForMoreThanItShows() throws SQLException {
        var problems = new ArrayList<String>();
        try (var connection = source.getConnection()) {
            for (var list : LISTS) {
                var sent = statements.during(() -> {
                    var answer = anna.get(list);
                    if (answer.statusCode() != 200) {
                        problems.add("%n%s: answers %d %s".formatted(list, answer.statusCode(), answer.body()));
                    }
                });
                for (var one : sent) {
                    explain(list, one, connection, problems);
                }
            }
        }
        assertThat(problems).as("of %s", longTables).isEmpty();
    }

    /** {@code -Dpartnerflow.measure=true}: what {@code src/docs/performance.md} says. */
    @Test
    @EnabledIfSystemProperty(named = "partnerflow.measure", matches = "true")
    void howLongPagesTake() throws SQLException {
        for (var page : MEASURED) {
            var many = took(page);
            var few = withFew.get(page);
            System.out.printf(
                    Locale.ROOT,
                    "MEASURED %d %s median %.1f p95 %.1f, nearly empty %.1f and %.1f%n",
                    ROWS,
                    page,
                    many.median(),
                    many.p95(),
                    few.median(),
                    few.p95());
        }
        try (var connection = source.getConnection()) {
            new ManyRows(JdbcClient.create(new SingleConnectionDataSource(connection, true)))
                    .tellWhatTriggersCost(seller, 500, connection);
        }
    }

    /** Milliseconds of 50 calls of a page that has been called before. */
    private record Took(double median, double p95) {}

    private Took took(String page) {
        var times = new double[50];
        for (var warm = 0; warm < 10; warm++) {
            anna.get(page);
        }
        for (var place = 0; place < times.length; place++) {
            var started = System.nanoTime();
            anna.get(page);
            times[place] = (System.nanoTime() - started) / 1e6;
        }
        Arrays.sort(times);
        return new Took(times[25], times[47]);
    }

    private void explain(String list, SentStatements.Sent one, Connection connection, List<String> problems)
            throws SQLException {
        var sql = one.sql().strip();
        if (!sql.toUpperCase(Locale.ROOT).matches("(?s)(SELECT|WITH).*")
                || sql.contains("SPRING_SESSION")
                || sql.contains("FOR UPDATE")) {
            return;
        }
        var plan = one.explained(connection);
        var sums = SUMS.stream().anyMatch(sql::contains);
        // whoever searches may get all that was found sorted, which is as many as are counted
        var counts = sql.contains("counted") || list.contains("page=") || list.contains("search=");
        var most = sums ? ROWS : counts ? READ_FOR_A_COUNT : READ_FOR_A_PAGE;
        var found = new ArrayList<String>();
        var read = look(plan, found);
        if (read > most) {
            found.add("reads %d rows, at most %d".formatted(read, most));
        }
        if (!found.isEmpty()) {
            problems.add("%n%s: %s%n    %s".formatted(list, found, sql.replaceAll("\\s+", " ")));
        }
    }

    /** Whether it stopped before the end, as counting does. */
    private static boolean ends(JsonNode step) {
        return read(step) < ROWS * 9L / 10;
    }

    private static long read(JsonNode step) {
        return Math.max(1, step.path("Actual Loops").asLong())
                * (step.path("Actual Rows").asLong()
                        + step.path("Rows Removed by Filter").asLong()
                        + step.path("Rows Removed by Index Recheck").asLong());
    }

    /** @return rows read by the step that reads most */
    private long look(JsonNode step, List<String> found) {
        var type = step.path("Node Type").asText();
        var table = step.path("Relation Name").asText();
        if (type.equals("Seq Scan") && longTables.contains(table) && !ends(step)) {
            found.add("looks through all of " + table);
        }
        if (step.path("Temp Written Blocks").asLong() > 0) {
            found.add(type + " on disk");
        }
        var most = table.isEmpty() ? 0 : read(step);
        for (var part : step.path("Plans")) {
            most = Math.max(most, look(part, found));
        }
        return most;
    }
}
