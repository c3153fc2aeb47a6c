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
import io.partnerflow.shared.Percentage;
import io.partnerflow.shared.VendorCalendar;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A purchase by hand: who may, what is refused, and that it happens once. */
@PartnerflowTest
class PurchasePagesTest {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"_]+)\" value=\"([^\"]*)\"");

    @LocalServerPort
    int port;

    @Autowired
    Users users;

    @Autowired
    Organisations organisations;

    @Autowired
    Resellers resellers;

    @Autowired
    VendorCalendar calendar;

    @Autowired
    JdbcClient database;

    Party reseller;
    Party customer;
    ResellerClient anna;

    @BeforeEach
    void logIn() {
        var parties = new TestParties(organisations, resellers);
        reseller = parties.resellerOf("seats", "20");
        customer = parties.customerOf(reseller);
        anna = ResellerClient.of(port, users, reseller, Role.ORDER);
    }

    @Test
    void whoMayOnlyLookBuysNothingAndWhoIsElsewhereSeesNothing() {
        var viewer = ResellerClient.of(port, users, reseller, Role.VIEW);
        assertThat(viewer.get(form()).statusCode()).isEqualTo(403);

        var elsewhere = new TestParties(organisations, resellers).resellerOf("seats", "20");
        var stranger = ResellerClient.of(port, users, elsewhere, Role.ORDER);
        assertThat(stranger.get(form()).statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsNoNumberIsSaidAtTheFieldAndStays() {
        var answer = anna.submitAgain(
                form(),
                Map.of(
                        "key", "x",
                        "programme", "seats",
                        "startDate", "tomorrow",
                        "quantity.air-monitor-seat", "ten",
                        "poReference", "House 7"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains(
                        "quantity.air-monitor-seat-problem",
                        "value=\"ten\"",
                        "value=\"House 7\"",
                        "startDate-problem",
                        "value=\"tomorrow\"");
    }

    @Test
    void nothingToBuyIsSaidAtTheQuantities() {
        var answer = anna.submitAgain(form(), Map.of("programme", "seats", "termMonths", "12", "key", ""));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("quantities-problem");
    }

    @Test
    void clicksAtTheSameMomentAreOnePurchase() throws Exception {
        var confirmed = reviewed();
        confirmed.put("termsAccepted", "true");
        var click = (Callable<HttpResponse<String>>) () -> anna.submitAgain(purchases(), confirmed);
        var threads = Executors.newFixedThreadPool(4);
        try {
            for (var answer : threads.invokeAll(Collections.nCopies(4, click))) {
                assertThat(answer.get().headers().firstValue("Location").orElse(""))
                        .contains("/orders/OR-");
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(orders()).isOne();
    }

    @Test
    void termsThatAreNotAcceptedOrNotTheCurrentOnesBuyNothing() {
        var confirmed = reviewed();
        assertThat(anna.submitAgain(purchases(), confirmed).body()).contains("Accept the terms");

        confirmed.put("termsAccepted", "true");
        confirmed.put("termsVersion", "1999-1");
        var outdated = anna.submitAgain(purchases(), confirmed);

        assertThat(outdated.statusCode()).isEqualTo(422);
        assertThat(outdated.body()).contains("not the current ones");
        assertThat(orders()).isZero();
    }

    @Test
    void aPriceThatIsNotTheOneThatWasShownIsShownFirst() {
        var confirmed = reviewed();
        confirmed.put("termsAccepted", "true");
        resellers.appoint(reseller.id(), "seats", "GOLD", Percentage.of("20"));
        database.sql("UPDATE reseller SET partner_discount = 10 WHERE organisation_id = ?")
                .param(reseller.id())
                .update();

        var answer = anna.submitAgain(purchases(), confirmed);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("have changed since");
        assertThat(orders()).isZero();
    }

    @Test
    void aResellerOfTwoProgrammesChoosesOneFirst() {
        resellers.appoint(reseller.id(), "hosting", "GOLD", Percentage.of("0"));

        assertThat(anna.get(form()).body())
                .contains("programme-seats", "programme-hosting")
                .doesNotContain("quantity.");
        assertThat(anna.get(form() + "?programme=hosting").body())
                .contains("quantity.virtual-server")
                .doesNotContain("quantity.air-monitor-seat");
    }

    @Test
    void theTermsSayWhatTheProgrammeMeans() {
        assertThat(anna.get("/terms/seats").body()).contains("Version 2025-2", "nothing is signed on paper");
        assertThat(anna.get("/terms/hosting").body()).contains("invoices the customer in advance", "Your share");
        assertThat(anna.get("/terms/licence").body()).contains("end-customer agreement");
    }

    /** What the review page would send, as a browser reads it off the page. */
    private Map<String, String> reviewed() {
        var next = anna.submitAgain(
                form(),
                Map.of(
                        "key", key(),
                        "programme", "seats",
                        "startDate", calendar.today().toString(),
                        "termMonths", "36",
                        "quantity.air-monitor-seat", "10"));
        assertThat(next.statusCode()).as(next.body()).isEqualTo(302);
        var location = next.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
        var page = anna.get(location);
        assertThat(page.body()).contains("Nothing has been ordered yet");
        var sent = new HashMap<String, String>();
        HIDDEN.matcher(page.body())
                .results()
                .forEach(field -> sent.put(field.group(1), field.group(2).replace("&#45;", "-")));
        return sent;
    }

    private String key() {
        var fields = HIDDEN.matcher(anna.get(form()).body()).results().toList();
        return fields.stream()
                .filter(field -> field.group(1).equals("key"))
                .findFirst()
                .orElseThrow()
                .group(2);
    }

    private String form() {
        return purchases() + "/new";
    }

    private String purchases() {
        return "/customers/" + customer.id() + "/subscriptions";
    }

    private long orders() {
        return database.sql("SELECT count(*) FROM customer_order WHERE customer_id = ?")
                .param(customer.id())
                .query(Long.class)
                .single();
    }
}
