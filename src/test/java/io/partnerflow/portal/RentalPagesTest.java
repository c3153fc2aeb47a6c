package io.partnerflow.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.ResellerClient;
import io.partnerflow.TestParties;
import io.partnerflow.access.Role;
import io.partnerflow.access.Users;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.Resellers;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.subscriptions.Rentals;
import io.partnerflow.subscriptions.SubscriptionChange;
import io.partnerflow.subscriptions.SubscriptionChanges;
import io.partnerflow.subscriptions.Subscriptions;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A rental contract by hand and over HTTP: its page, its extension, the deadlines and the calendar that fetches them. */
@PartnerflowTest
class RentalPagesTest {

    private static final Pattern FEED = Pattern.compile("/link/calendar/[A-Za-z0-9_-]{32}\\.ics");

    @LocalServerPort
    int port;

    @Autowired
    Rentals rentals;

    @Autowired
    Users users;

    @Autowired
    Organisations organisations;

    @Autowired
    Resellers resellers;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    SubscriptionChanges changes;

    @Autowired
    VendorCalendar calendar;

    Party reseller;
    Party customer;
    ResellerClient anna;
    String number;
    LocalDate ends;

    @BeforeEach
    void aRentalOfAYear() {
        var parties = new TestParties(organisations, resellers);
        reseller = parties.resellerOf("workplace", "0");
        customer = parties.customerOf(reseller);
        anna = ResellerClient.of(port, users, reseller, Role.ADMIN);
        number = rentals.begin(reseller, customer, 12);
        ends = subscriptions.get(number).endsOn();
    }

    @Test
    void thePageShowsItsWholeLifeAndNothingThatCannotBeDone() {
        assertThat(page("/subscriptions/" + number))
                .contains("Ends by itself, last day", "Time for a follow-up offer", "First day", "Owed and paid")
                .contains("/offers/new?follows=" + number, "/subscriptions/" + number + "/extension")
                .contains("302.10", "8 more possible")
                .doesNotContain(
                        "Last day for notice", "Renews on", "/seats\"", "/reduction\"", "/cancellation\"", "??");
        var viewer = ResellerClient.of(port, users, reseller, Role.VIEW);
        assertThat(viewer.get("/subscriptions/" + number).body())
                .doesNotContain("/extension\"", "Owed and paid", "/offers/new");
        var people = ResellerClient.of(port, users, customer, Role.ADMIN);
        assertThat(people.get("/contracts/" + number).body()).doesNotContain("Last day for notice", "??");
    }

    @Test
    void whatAnExtensionMeansStandsThereBeforeItIsConfirmedOnce() {
        var form = page("/subscriptions/" + number + "/extension");
        assertThat(form)
                .contains("What it means", "906.30", "15 in all", "7 more possible", "an extension is no new contract");
        var answers = Map.of("endsOn", ends.plusMonths(3).toString(), "_token", ResellerClient.token(form));

        assertThat(post("/subscriptions/" + number + "/extension", answers).statusCode())
                .isEqualTo(302);
        assertThat(post("/subscriptions/" + number + "/extension", answers).statusCode())
                .isEqualTo(302);

        assertThat(changes.of(number)).hasSize(1);
        assertThat(page("/subscriptions/" + number)).contains("Would have ended", "Extended:", "CH-");
        var late = post(
                "/subscriptions/" + number + "/extension",
                Map.of(
                        "endsOn",
                        ends.plusMonths(3).toString(),
                        "_token",
                        ResellerClient.token(page("/subscriptions/" + number + "/extension"))));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("has been extended meanwhile");
    }

    @Test
    void atTheLongestTermThereIsNothingToConfirm() {
        var longest = rentals.begin(reseller, customer, 36);

        assertThat(page("/subscriptions/" + longest)).doesNotContain("/extension\"");
        var refused = anna.get("/subscriptions/" + longest + "/extension");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body())
                .contains("a contract lasts at most 36 months")
                .doesNotContain("name=\"endsOn\"");
        assertThat(anna.get("/subscriptions/" + number + "/cancellation").body())
                .contains("It ends by itself");
    }

    @Test
    void overHttpAnExtensionIsMadeOncePerKeyAndOnlyUnderTheCap() {
        var path = "/api/v1/subscriptions/" + number + "/extension";
        var preview = ResellerClient.json(anna.get(path));
        assertThat(preview.at("/endsOn").asText()).isEqualTo(ends.plusMonths(3).toString());
        assertThat(preview.at("/costs/amount").asText()).isEqualTo("906.30");
        assertThat(preview.at("/commission/amount").asText()).isEqualTo("0.00");

        var first = anna.post(path, "key-1-" + number, "{}");
        var again = anna.post(path, "key-1-" + number, "{}");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(ResellerClient.json(first).at("/extendedUntil").asText())
                .isEqualTo(ends.plusMonths(3).toString());
        assertThat(anna.post(path, null, "{}").statusCode()).isEqualTo(400);
        for (var step = 2; step <= 8; step++) {
            assertThat(anna.post(path, "{}").statusCode()).as("step " + step).isEqualTo(201);
        }
        var ninth = anna.post(path, "{}");
        assertThat(ninth.statusCode()).isEqualTo(409);
        assertThat(ninth.body()).contains("longest-term-reached");
        assertThat(subscriptions.get(number).termMonths()).isEqualTo(36);
        assertThat(changes.of(number)).hasSize(8).allMatch(one -> one.kind() == SubscriptionChange.Kind.EXTEND);

        var shown = ResellerClient.json(anna.get("/api/v1/subscriptions/" + number));
        assertThat(shown.has("lastDayForNotice")).isFalse();
        assertThat(shown.has("renewalDate")).isFalse();
        assertThat(shown.at("/followUpOn").asText()).isNotEmpty();
        var refused = anna.post("/api/v1/subscriptions/" + number + "/cancellation", "{}");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("ends-by-itself", "It ends by itself");
    }

    @Test
    void anotherResellersContractIsNotThere() {
        var other = ResellerClient.of(
                port, users, new TestParties(organisations, resellers).resellerOf("workplace", "0"), Role.ADMIN);

        assertThat(other.get("/subscriptions/" + number + "/extension").statusCode())
                .isEqualTo(404);
        assertThat(other.post("/api/v1/subscriptions/" + number + "/extension", "{}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(other.get("/deadlines?within=all").body()).doesNotContain(number);
    }

    @Test
    void theListHasEveryEndAndLeadsToTheFollowUpOffer() {
        assertThat(page("/deadlines")).doesNotContain(number).contains("Nothing falls due", "Show all");
        assertThat(page("/deadlines?within=all&sort=customer"))
                .contains(
                        number,
                        "Last day",
                        "Time for a follow-up offer",
                        "/offers/new?follows=" + number,
                        customer.name());
        assertThat(page("/deadlines?within=all&programme=seats")).doesNotContain(number);
        assertThat(page("/deadlines?within=all&search=" + number)).contains(customer.name());
        assertThat(anna.get("/deadlines?within=7").statusCode()).isEqualTo(404);

        var list = ResellerClient.json(anna.get("/api/v1/deadlines?kind=CONTRACT_ENDS"));
        assertThat(list.at("/total").asInt()).isEqualTo(1);
        assertThat(list.at("/items/0/day").asText()).isEqualTo(ends.minusDays(1).toString());
        assertThat(anna.get("/api/v1/deadlines?sort=colour").statusCode()).isEqualTo(422);
        assertThat(anna.get("/api/v1/deadlines?within=-1").statusCode()).isEqualTo(422);
    }

    @Test
    void theMonthShowsWhatFallsIntoIt() {
        var month = YearMonth.from(ends.minusDays(1));

        assertThat(page("/deadlines/calendar?month=" + month)).contains(customer.name(), "Last day", "Mon");
        assertThat(page("/deadlines/calendar")).doesNotContain(customer.name());
        assertThat(anna.get("/deadlines/calendar?month=13").statusCode()).isEqualTo(404);
    }

    @Test
    void theCalendarFetchesTheDeadlinesUntilItsAddressIsRevoked() {
        assertThat(page("/deadlines")).doesNotContain("/link/calendar/");
        post("/deadlines/feed", Map.of());
        var shown = FEED.matcher(page("/deadlines"));
        assertThat(shown.find()).isTrue();
        var address = shown.group();
        assertThat(page("/deadlines")).as("shown once").doesNotContain(address);
        var nobody = ResellerClient.anonymous(port);

        var answer = nobody.get(address);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/calendar;charset=UTF-8");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        var lines = lines(answer.body());
        assertThat(lines)
                .contains(
                        "UID:contract_ends-%s@partnerflow".formatted(number),
                        "UID:follow_up-%s@partnerflow".formatted(number),
                        "DTSTART;VALUE=DATE:" + ends.minusDays(1).toString().replace("-", ""))
                .startsWith("BEGIN:VCALENDAR")
                .endsWith("END:VCALENDAR");
        assertThat(lines.stream().filter("BEGIN:VEVENT"::equals))
                .hasSameSizeAs(lines.stream().filter("END:VEVENT"::equals).toList());
        assertThat(nobody.get(address.replace(".ics", "x.ics")).statusCode()).isEqualTo(404);
        assertThat(nobody.post(address, "{}").statusCode()).isIn(403, 405);

        post("/deadlines/feed/revocation", Map.of());
        assertThat(nobody.get(address).statusCode()).isEqualTo(404);
    }

    @Test
    void whoLeavesTheResellerTakesNoCalendarAlong() {
        post("/deadlines/feed", Map.of());
        var shown = FEED.matcher(page("/deadlines"));
        assertThat(shown.find()).isTrue();
        users.leave(users.byEmail(anna.email()).orElseThrow().id(), reseller.id());

        assertThat(ResellerClient.anonymous(port).get(shown.group()).statusCode())
                .isEqualTo(404);
    }

    private static List<String> lines(String calendar) {
        return Stream.of(calendar.replace("\r\n ", "").split("\r\n")).toList();
    }

    private String page(String path) {
        var answer = anna.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("??");
        return answer.body();
    }

    private HttpResponse<String> post(String path, Map<String, String> answers) {
        return anna.submitAgain(path, answers);
    }
}
