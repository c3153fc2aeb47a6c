package io.partnerflow.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.ResellerClient;
import io.partnerflow.TestParties;
import io.partnerflow.access.Role;
import io.partnerflow.access.Users;
import io.partnerflow.offers.OfferStatus;
import io.partnerflow.offers.OfferView;
import io.partnerflow.processes.OfferTests;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Offers by hand: the configurator, and the page of one. */
@PartnerflowTest
class OfferPagesTest extends OfferTests {

    private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");

    @LocalServerPort
    int port;

    @Autowired
    Users users;

    ResellerClient anna;

    @BeforeEach
    void logIn() {
        anna = ResellerClient.of(port, users, reseller, Role.ORDER);
    }

    @Test
    void showsRateAndCommissionOfWhatIsTypedAndStoresNothing() {
        var page = anna.submitAgain("/offers/new", with(typed(), "_refresh", "1"));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("344.20", "619.56", "Laptop 14 inch, 5", "name=\"service.0.name\"", "Set-up");
        assertThat(count()).isZero();
    }

    @Test
    void savesADraftOnceHoweverOftenItIsClickedAndSendsIt() {
        var key = KEY.matcher(anna.get("/offers/new?customer=" + customer.id()).body());
        assertThat(key.find()).isTrue();
        var once = with(typed(), "key", key.group(1));
        var saved = anna.submitAgain("/offers/new", once)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(anna.submitAgain("/offers/new", once).headers().firstValue("Location"))
                .hasValue(saved);
        assertThat(count()).isOne();

        var number = saved.substring(saved.lastIndexOf('/') + 1);
        assertThat(anna.get("/offers/" + number).body())
                .contains("619.56", "Send to the customer", "Bring up to speed");
        assertThat(anna.submitAgain("/offers/" + number + "/sending", Map.of()).statusCode())
                .isEqualTo(302);
        assertThat(view(number).status()).isEqualTo(OfferStatus.SENT);
        assertThat(anna.submitAgain("/offers/" + number + "/sending", Map.of()).statusCode())
                .isEqualTo(409);
        assertThat(anna.get("/offers/" + number).body()).contains("Version 1 sent");
        assertThat(anna.get("/offers?search=" + number + "&status=SENT").body()).contains(number);
        assertThat(anna.get("/offers?status=DECLINED").body()).doesNotContain(number);
        assertThat(anna.get("/customers/" + customer.id() + "/contracts").body())
                .contains(number, "New offer");
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndEverythingStays() {
        var wrong = new LinkedHashMap<>(typed());
        wrong.put("quantity.laptop-14", "ten");
        wrong.put("service.0.once", "-5");
        var page = anna.submitAgain("/offers/new", wrong);
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("id=\"quantity.laptop-14-problem\"", "value=\"ten\"", "Bring up to speed");

        wrong.put("quantity.laptop-14", "10");
        wrong.put("service.0.monthly", "3");
        wrong.put("postalCode", "");
        wrong.put("line1", "Seestr. 1");
        wrong.put("recipientEmail", "nobody");
        page = anna.submitAgain("/offers/new", wrong);
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains(
                        "id=\"service.0.monthly-problem\"",
                        "id=\"service.0.once-problem\"",
                        "id=\"postalCode-problem\"",
                        "id=\"recipientEmail-problem\"",
                        "value=\"-5\"");
    }

    @Test
    void changesADraftMakesTheNextVersionAndGivesItUp() {
        var number = sent();
        var page = anna.get("/offers/" + number + "/bundle");
        assertThat(page.body()).contains("value=\"450.00\"", "Help desk", "As we talked about");
        var changed = with(typed(), "termMonths", "24");
        assertThat(anna.submitAgain("/offers/" + number + "/bundle", changed).statusCode())
                .isEqualTo(302);

        assertThat(view(number))
                .extracting(OfferView::version, OfferView::draft)
                .containsExactly(1, 2);
        assertThat(anna.get("/offers/" + number).body()).contains("Send version 2", "It replaces version 1");
        anna.submitAgain("/offers/" + number + "/draft/removal", Map.of());
        assertThat(view(number).draft()).isNull();
    }

    @Test
    void deletesADraftThatNobodyHasSeenButNothingThatWasSent() {
        var draft = management.create(bundle().wanted());
        assertThat(anna.get("/offers/" + draft).body()).contains("Delete the draft", "Nobody else has seen it");

        var gone = anna.submitAgain("/offers/" + draft + "/removal", Map.of());

        assertThat(gone.headers().firstValue("Location").orElse("")).endsWith("/offers");
        assertThat(anna.get("/offers/" + draft).statusCode()).isEqualTo(404);
        var sent = sent();
        assertThat(anna.get("/offers/" + sent).body()).doesNotContain("/removal\"");
        assertThat(anna.submitAgain("/offers/" + sent + "/removal", Map.of()).statusCode())
                .isEqualTo(409);
        assertThat(view(sent).number()).isEqualTo(sent);
    }

    @Test
    void theOrderNamesTheCustomerAsWhoHasAcceptedTheTerms() {
        var order = accept(sent());

        assertThat(orders.get(order).terms().by()).contains("sigrid").isNotEqualTo(anna.email());
        assertThat(anna.get("/orders/" + order).body())
                .contains("accepted by " + orders.get(order).terms().by(), "Price a month")
                .doesNotContain("Price a year", "??");
    }

    @Test
    void answersAQuestionAndWithdraws() {
        var number = sent();
        answers.ask(secret("offer-sent"), "Sigrid", "In silver?");
        assertThat(anna.get("/offers/" + number).body()).contains("In silver?", "Send the answer");
        var empty = anna.submitAgain("/offers/" + number + "/answers", Map.of("question", "1", "answer", " "));
        assertThat(empty.statusCode()).isEqualTo(422);
        anna.submitAgain("/offers/" + number + "/answers", Map.of("question", "1", "answer", "Yes, in silver."));
        assertThat(offers.questions(reseller.id(), number).get(0).answer()).isEqualTo("Yes, in silver.");

        anna.submitAgain("/offers/" + number + "/withdrawal", Map.of("reason", "Sold out"));
        assertThat(view(number).status()).isEqualTo(OfferStatus.WITHDRAWN);
        assertThat(anna.get("/offers/" + number).body()).contains("Sold out");
    }

    @Test
    void copiesWithOneClick() {
        var number = sent();
        var copy = anna.submitAgain("/offers/drafts", Map.of("copyOf", number))
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceAll(".*(OF-[\\d-]+)/bundle", "$1");
        assertThat(view(copy).status()).isEqualTo(OfferStatus.DRAFT);
        assertThat(view(copy).components()).isEqualTo(view(number).components());
        assertThat(view(copy).ownServices()).isEqualTo(view(number).ownServices());
    }

    @Test
    void whoMayOnlyLookSendsNothingAndWhoIsElsewhereSeesNothing() {
        var number = sent();
        var viewer = ResellerClient.of(port, users, reseller, Role.VIEW);
        assertThat(viewer.get("/offers/" + number).statusCode()).isEqualTo(200);
        assertThat(viewer.get("/offers/new").statusCode()).isEqualTo(403);
        assertThat(viewer.submitAgain("/offers/" + number + "/withdrawal", Map.of())
                        .statusCode())
                .isEqualTo(403);

        var elsewhere = new TestParties(organisations, resellers).resellerOf("workplace", "0");
        var stranger = ResellerClient.of(port, users, elsewhere, Role.ADMIN);
        assertThat(stranger.get("/offers/" + number).statusCode()).isEqualTo(404);
        assertThat(stranger.submitAgain("/offers/drafts", Map.of("copyOf", number))
                        .statusCode())
                .isEqualTo(404);
        var belongs = ResellerClient.of(port, users, customer, Role.ADMIN);
        assertThat(belongs.get("/offers/" + number).statusCode()).isEqualTo(403);
    }

    private long count() {
        return database.sql("SELECT count(*) FROM offer WHERE reseller_id = ?")
                .param(reseller.id())
                .query(Long.class)
                .single();
    }

    private Map<String, String> typed() {
        var typed = new HashMap<String, String>();
        typed.put("customer", customer.id().toString());
        typed.put("programme", "workplace");
        typed.put("termMonths", "36");
        typed.put("quantity.laptop-14", "10");
        typed.put("quantity.monitor-27", "1");
        typed.put("quantity.office-suite", "0");
        typed.put("quantity.docking-station", "");
        typed.put("service.0.name", "Bring up to speed");
        typed.put("service.0.quantity", "2");
        typed.put("service.0.once", "120,50");
        typed.put("service.1.name", "Set-up");
        typed.put("service.1.monthly", "9.50");
        typed.put("delivery", "VIA_RESELLER");
        typed.put("note", "As we talked about");
        return typed;
    }

    private static Map<String, String> with(Map<String, String> typed, String name, String value) {
        var all = new HashMap<>(typed);
        all.put(name, value);
        return all;
    }
}
