package io.partnerflow.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.mandates.MandateView;
import io.partnerflow.mandates.Mandates;
import io.partnerflow.offers.Acceptance;
import io.partnerflow.offers.CustomerOffer.Standing;
import io.partnerflow.offers.OfferStatus;
import io.partnerflow.offers.OfferView;
import io.partnerflow.offers.WantedOffer;
import io.partnerflow.orders.OrderStatus;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PartnerflowTest
class OfferProcessTest extends OfferTests {

    @Autowired
    Mandates mandates;

    @Test
    void acceptedIsAnOrderWithItsMandateAtThePriceOfTheOffer() {
        var number = sent();
        var order = accept(number);
        process.run(number, "receiveTask_awaitAcceptance");

        process.hasEndedBy(number, "serviceTask_confirmOfferAcceptance", "endEvent_offerAccepted");
        assertThat(view(number).status()).isEqualTo(OfferStatus.ACCEPTED);
        assertThat(offers.ofOrder(order))
                .hasValueSatisfying(offer -> assertThat(offer.number()).isEqualTo(number));
        var placed = orders.get(order);
        assertThat(placed.status()).isEqualTo(OrderStatus.REGISTERED);
        assertThat(placed.offerNumber()).isEqualTo(number);
        assertThat(placed.price().contractValue())
                .isEqualTo(view(number).monthlyRate().times(36));
        assertThat(mandates.of(order)).hasValueSatisfying(mandate -> {
            assertThat(mandate.status()).isEqualTo(MandateView.Status.PENDING);
            assertThat(mandate.debtor()).isEqualTo(customer.id());
            assertThat(mandate.iban()).isEqualTo(IBAN);
        });
        assertThat(letters.to(customer.email())).containsExactly("offer-sent", "offer-accepted-customer");
        assertThat(letters.to(view(number).createdBy())).contains("offer-accepted");
    }

    @Test
    void acceptedTwiceAtTheSameMomentIsOneOrder() throws Exception {
        var number = sent();
        var secret = secret("offer-sent");
        Callable<String> click = () -> answers.accept(secret, acceptance());
        var threads = Executors.newFixedThreadPool(4);
        try {
            var made = threads.invokeAll(List.of(click, click, click, click)).stream()
                    .map(one -> {
                        try {
                            return one.get();
                        } catch (Exception e) {
                            throw new AssertionError(e);
                        }
                    })
                    .distinct()
                    .toList();
            assertThat(made).containsExactly(view(number).orderNumber());
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void aWrongAccountNumberMakesNothingAtAll() {
        var number = sent();
        var wrong = new Acceptance("", "sigrid", "Sten", "DE89370400440532013001", null, "2020-1");

        assertThatThrownBy(() -> answers.accept(secret("offer-sent"), wrong))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        bad -> assertThat(bad.fields())
                                .extracting(Invalid.Field::field)
                                .containsExactlyInAnyOrder("name", "email", "iban", "terms"));
        assertThat(view(number).status()).isEqualTo(OfferStatus.SENT);
        assertThat(process.waitsAt(number)).contains("receiveTask_awaitAcceptance");
    }

    @Test
    void declinedTellsTheResellerWhy() {
        var number = sent();
        answers.decline(secret("offer-sent"), "Too many laptops.");
        answers.decline(secret("offer-sent"), "Again.");
        process.run(number, "event_offerDeclined");

        process.hasEndedBy(number, "serviceTask_reportOfferDecline", "endEvent_offerDeclined");
        assertThat(view(number).status()).isEqualTo(OfferStatus.DECLINED);
        assertThat(letters.latest(view(number).createdBy(), "offer-declined")).contains("Too many laptops.");
        assertThatThrownBy(() -> answers.accept(secret("offer-sent"), acceptance()))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void aQuestionGoesToTheResellerAndTheAnswerBackWhileTheOfferWaits() {
        var number = sent();
        answers.ask(secret("offer-sent"), "Sigrid Sten", "Can we have it in silver?");
        process.run(number, "event_offerQuestionAsked");
        process.hasPassed(number, "endEvent_questionForwarded");
        assertThat(letters.latest(view(number).createdBy(), "offer-question"))
                .contains("Sigrid Sten", "Can we have it in silver?");

        dispatch.answer(reseller.id(), number, 1, "Yes, gladly.", "maria@reseller.example");
        process.run(number, "event_offerQuestionAnswered");
        process.hasPassed(number, "endEvent_answerSent");
        assertThat(letters.latest(customer.email(), "offer-answer")).contains("Yes, gladly.");
        assertThatThrownBy(() -> dispatch.answer(reseller.id(), number, 1, "No.", "maria@reseller.example"))
                .isInstanceOfSatisfying(
                        Conflict.class, twice -> assertThat(twice.code()).isEqualTo("question-answered"));
        assertThatThrownBy(() -> dispatch.answer(reseller.id(), number, 2, "What?", "maria@reseller.example"))
                .isInstanceOf(NotFound.class);

        assertThat(answers.look(secret("offer-answer")).questions())
                .singleElement()
                .satisfies(question -> assertThat(question.answer()).isEqualTo("Yes, gladly."));
        assertThat(answers.accept(secret("offer-answer"), acceptance()))
                .isEqualTo(view(number).orderNumber());
    }

    @Test
    void aReminderGoesOutOnceWithALinkOfItsOwn() {
        var number = sent();
        var validUntil = view(number).validUntil();
        assertThat(process.variable(number, "firstReminderAt"))
                .isEqualTo(Date.from(validUntil
                        .minusDays(7)
                        .atTime(8, 0)
                        .atZone(calendar.zone())
                        .toInstant()));
        process.fire(number, "event_firstOfferReminder");
        process.fire(number, "event_lastOfferReminder");

        process.hasPassed(number, "endEvent_offerReminded");
        assertThat(letters.to(customer.email())).containsExactly("offer-sent", "offer-reminder");
        assertThat(answers.look(secret("offer-reminder")).standing()).isEqualTo(Standing.OPEN);
        assertThat(answers.look(secret("offer-sent")).standing()).isEqualTo(Standing.OPEN);
    }

    @Test
    void notAnsweredInTimeExpires() {
        var number = sent();
        process.fire(number, "event_offerDeadline");

        process.hasEndedBy(number, "serviceTask_expireOffer", "endEvent_offerExpired");
        assertThat(view(number).status()).isEqualTo(OfferStatus.EXPIRED);
        assertThat(letters.to(view(number).createdBy())).contains("offer-expired");
        assertThat(answers.look(secret("offer-sent")).standing()).isEqualTo(Standing.EXPIRED);
        assertThatThrownBy(() -> answers.accept(secret("offer-sent"), acceptance()))
                .isInstanceOfSatisfying(
                        Conflict.class, late -> assertThat(late.code()).isEqualTo("offer-expired"));
    }

    @Test
    void withdrawnTellsTheCustomer() {
        var number = sent();
        dispatch.withdraw(reseller.id(), number, "The laptops are sold out.");
        process.run(number, "event_offerWithdrawn");

        process.hasEndedBy(number, "serviceTask_reportOfferWithdrawal", "endEvent_offerWithdrawn");
        assertThat(letters.latest(customer.email(), "offer-withdrawn")).contains("The laptops are sold out.");
        assertThat(answers.look(secret("offer-sent")).standing()).isEqualTo(Standing.WITHDRAWN);
    }

    @Test
    void aNextVersionReplacesTheOneBeforeOnlyWhenItIsSent() {
        var number = sent();
        var first = view(number);
        var oldSecret = secret("offer-sent");
        management.change(number, bundle().forMonths(24).wanted());
        assertThat(view(number)).as("what the customer has").isEqualTo(withDraft(first));
        assertThat(answers.look(oldSecret).standing()).isEqualTo(Standing.OPEN);

        dispatch.send(reseller.id(), number);

        process.hasPassed(number, "endEvent_offerReplaced");
        assertThat(process.count(number, "offer")).isEqualTo(2);
        assertThat(view(number).version()).isEqualTo(2);
        assertThat(view(number).termMonths()).isEqualTo(24);
        assertThat(answers.look(oldSecret).standing()).isEqualTo(Standing.REPLACED);
        assertThat(answers.look(oldSecret).termMonths()).isEqualTo(36);
        assertThatThrownBy(() -> answers.accept(oldSecret, acceptance()))
                .isInstanceOfSatisfying(
                        Conflict.class, late -> assertThat(late.code()).isEqualTo("offer-replaced"));
        assertThat(orders.get(accept(number)).termMonths()).isEqualTo(24);
    }

    private static OfferView withDraft(OfferView first) {
        return new OfferView(
                first.number(),
                first.version(),
                first.status(),
                first.reseller(),
                first.customer(),
                first.programme(),
                first.policyVersion(),
                first.termMonths(),
                first.currency(),
                first.pricedOn(),
                first.validUntil(),
                first.components(),
                first.ownServices(),
                first.delivery(),
                first.monthlyRate(),
                first.commission(),
                first.recipient(),
                first.note(),
                first.orderNumber(),
                first.follows(),
                first.alternativeTo(),
                first.reason(),
                first.createdBy(),
                first.createdAt(),
                first.sentAt(),
                first.endedAt(),
                2);
    }

    @Test
    void whatWasSentCannotBeChangedInTheDatabaseEither() {
        var number = sent();
        for (var change : List.of(
                "UPDATE offer_version SET commission = 1 WHERE offer_number = ?",
                "UPDATE offer_component SET commission_rate = 50 WHERE offer_number = ?",
                "DELETE FROM offer_own_service WHERE offer_number = ?")) {
            assertThatThrownBy(() -> database.sql(change).param(number).update())
                    .as(change)
                    .hasMessageContaining("has been sent");
        }
    }

    @Test
    void anOfferOfAnotherResellerDoesNotExist() {
        var number = sent();
        assertThatThrownBy(() -> offers.get(customer.id(), number)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> dispatch.withdraw(customer.id(), number, null)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> answers.look("no-such-secret")).isInstanceOf(NotFound.class);
    }

    @Test
    void anAlternativeNeedsADeclinedOrder() {
        var order = accept(sent());
        var alternative = bundle().forMonths(12).from(new WantedOffer.Origin(null, order));
        assertThatThrownBy(() -> management.create(alternative.wanted()))
                .isInstanceOfSatisfying(
                        Conflict.class, early -> assertThat(early.code()).isEqualTo("order-not-declined"));
    }
}
