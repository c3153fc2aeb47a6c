package io.partnerflow.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.ResellerClient;
import io.partnerflow.offers.OfferStatus;
import io.partnerflow.processes.OfferTests;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The customer's page behind the link in the letter: nobody is logged in. */
@PartnerflowTest
class OfferLinkPagesTest extends OfferTests {

    @LocalServerPort
    int port;

    @Test
    void showsTheOfferAndNothingOfTheCommission() {
        var number = sent();
        var page = ResellerClient.anonymous(port).get(link());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(
                        number,
                        "Laptop 14 inch",
                        "560.30",
                        "20,170.80",
                        "Set-up on site",
                        "As we talked about",
                        "36 months")
                .doesNotContainIgnoringCase("commission")
                .doesNotContain("1,281.78");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
        var paper = ResellerClient.anonymous(port).bytes(link() + "/offer.pdf");
        assertThat(new String(paper.body(), 0, 5)).isEqualTo("%PDF-");
        assertThat(page.body()).doesNotContain("/link/look/");
    }

    @Test
    void lookingOftenChangesNothing() {
        var number = sent();
        for (var look = 0; look < 3; look++) {
            assertThat(ResellerClient.anonymous(port).get(link()).statusCode()).isEqualTo(200);
        }
        assertThat(view(number).status()).isEqualTo(OfferStatus.SENT);
    }

    @Test
    void acceptedTwiceShowsTheSameOrder() {
        var number = sent();
        var customer = ResellerClient.anonymous(port).at(link());

        assertThat(customer.submitAgain(link() + "/acceptance", typed()).statusCode())
                .isEqualTo(302);
        var order = view(number).orderNumber();
        assertThat(customer.submitAgain(link() + "/acceptance", typed()).statusCode())
                .isEqualTo(302);

        assertThat(view(number).orderNumber()).isEqualTo(order);
        assertThat(customer.get(link()).body()).contains(order).doesNotContain("name=\"iban\"");
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndWhatWasTypedStays() {
        var number = sent();
        var wrong = new HashMap<>(typed());
        wrong.put("iban", "DE89 3704 0044 0532 0130 01");
        wrong.remove("terms");
        var answer = ResellerClient.anonymous(port).at(link()).submitAgain(link() + "/acceptance", wrong);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("id=\"iban-problem\"", "id=\"terms-problem\"", "DE89 3704 0044 0532 0130 01", "Sigrid Sten");
        assertThat(view(number).status()).isEqualTo(OfferStatus.SENT);
    }

    @Test
    void asksAndDeclines() {
        var number = sent();
        var customer = ResellerClient.anonymous(port).at(link());
        assertThat(customer.submitAgain(link() + "/questions", Map.of("asker", "", "question", ""))
                        .body())
                .contains("id=\"asker-problem\"", "id=\"question-problem\"");
        customer.submitAgain(link() + "/questions", Map.of("asker", "Sigrid", "question", "<b>In silver?</b>"));
        assertThat(customer.get(link()).body()).contains("&lt;b&gt;In silver?&lt;/b&gt;");

        customer.submitAgain(link() + "/decline", Map.of("reason", "Too many"));
        assertThat(view(number).status()).isEqualTo(OfferStatus.DECLINED);
        var late = customer.submitAgain(link() + "/acceptance", typed());
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("has been declined");
    }

    @Test
    void theLinkOfAVersionThatWasReplacedSaysSo() {
        var number = sent();
        var old = link();
        management.change(number, bundle().forMonths(24).wanted());
        dispatch.send(reseller.id(), number);

        var page = ResellerClient.anonymous(port).get(old);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("There is a newer version").doesNotContain("name=\"iban\"");
    }

    @Test
    void anExpiredOneSaysSo() {
        var number = sent();
        process.fire(number, "event_offerDeadline");
        assertThat(ResellerClient.anonymous(port).get(link()).body())
                .contains("could be accepted until")
                .doesNotContain("name=\"iban\"");
    }

    @Test
    void aSecretThatIsNoneIsA404ThatHelps() {
        var anybody = ResellerClient.anonymous(port);
        var page = anybody.get("/link/offer/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("cannot be used any more");
    }

    @ParameterizedTest
    @ValueSource(strings = "/offer.pdf")
    void norIsThereAnythingElseBehindIt(String part) {
        var anybody = ResellerClient.anonymous(port);
        assertThat(anybody.get("/link/offer/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" + part)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aSecretOfAnotherPurposeOpensNothing() {
        database.sql("UPDATE one_time_link SET purpose = 'receipt' WHERE subject LIKE ?")
                .param(sent() + "/%")
                .update();
        assertThat(ResellerClient.anonymous(port).get(link()).statusCode()).isEqualTo(404);
    }

    private String link() {
        return "/link/offer/" + secret("offer-sent");
    }

    private static Map<String, String> typed() {
        return Map.of(
                "name", "Sigrid Sten",
                "email", "sigrid@example.org",
                "accountHolder", "Sten GmbH",
                "iban", IBAN,
                "bic", "",
                "terms", "2026-1");
    }
}
