package io.partnerflow.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.TestParties;
import io.partnerflow.TestWorkplace;
import io.partnerflow.mail.OutboxLetter;
import io.partnerflow.mandates.MandateView;
import io.partnerflow.mandates.Mandates;
import io.partnerflow.orders.OrderFields;
import io.partnerflow.originals.OriginalStatus;
import io.partnerflow.originals.OriginalView;
import io.partnerflow.originals.Originals;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.signatures.SignedPdfs;
import io.partnerflow.signatures.SignedPdfs.Signer;
import java.io.IOException;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PartnerflowTest
class OriginalAgreementProcessTest extends OrderTests {

    @Autowired
    Originals originals;

    @Autowired
    Mandates mandates;

    @BeforeEach
    void sellBundles() {
        var parties = new TestParties(organisations, resellers);
        reseller = parties.resellerOf("workplace", "0");
        customer = parties.customerOf(reseller);
    }

    @Test
    void theOriginalComesInTime() {
        var order = concludedFromScan();

        originals.received(order, calendar.today(), "carla");

        process.hasPassed(order, "endEvent_originalReceived");
        assertThat(original(order).status()).isEqualTo(OriginalStatus.RECEIVED);
        assertThat(original(order).receivedOn()).isEqualTo(calendar.today());
        assertThat(original(order).seenToBy()).isEqualTo("carla");
        assertThat(process.count(order, "original-agreement")).isOne();
    }

    @Test
    void theResellerIsToldAtOnceAndRemindedTwice() {
        var order = concludedFromScan();
        assertThat(letters(order, "original-awaited"))
                .singleElement()
                .extracting(OutboxLetter::plainText)
                .asString()
                .contains("Storgatan", customer.name());
        assertThat(process.jobAt(order, "event_originalReminder").getDuedate())
                .isEqualTo(Date.from(original(order).askedAt().plus(Duration.ofDays(7))));

        process.fire(order, "event_originalReminder");
        assertThat(process.jobAt(order, "event_originalReminder").getDuedate())
                .isEqualTo(Date.from(original(order).askedAt().plus(Duration.ofDays(14))));
        process.fire(order, "event_originalReminder");

        assertThat(letters(order, "original-reminder")).hasSize(2);
        assertThat(process.jobAt(order, "event_originalReminder").getDuedate())
                .as("no third reminder before a person sees to it")
                .isAfter(process.jobAt(order, "event_originalOverdue").getDuedate());
        assertThat(process.jobAt(order, "event_originalOverdue").getDuedate())
                .isEqualTo(Date.from(original(order).askedAt().plus(Duration.ofDays(21))));
    }

    @Test
    void thePersonWhoFindsItSaysSince() {
        var order = concludedFromScan();
        process.fire(order, "event_originalOverdue");
        assertThat(process.factsOf(order, "userTask_seeToMissingOriginal"))
                .containsEntry("orderNumber", order)
                .hasEntrySatisfying(
                        "signedAgreementUrl", url -> assertThat(url.toString()).startsWith("/staff/documents/"));

        process.complete(
                order,
                "userTask_seeToMissingOriginal",
                Map.of(
                        "originalDecision",
                        "received",
                        "receivedOn",
                        calendar.today().toString()));

        process.hasPassed(order, "endEvent_originalFound");
        assertThat(original(order).status()).isEqualTo(OriginalStatus.RECEIVED);
    }

    @Test
    void itCanBeDoneWithoutForAReason() {
        var order = concludedFromScan();
        process.fire(order, "event_originalOverdue");

        process.complete(
                order,
                "userTask_seeToMissingOriginal",
                Map.of("originalDecision", "waive", "waiverReason", "The board has confirmed by letter."));

        process.hasPassed(order, "endEvent_originalWaived");
        assertThat(original(order).status()).isEqualTo(OriginalStatus.WAIVED);
        assertThat(original(order).reason()).isEqualTo("The board has confirmed by letter.");
    }

    @Test
    void askedOnceMoreItIsWaitedForAgain() {
        var order = concludedFromScan();
        process.fire(order, "event_originalOverdue");

        process.complete(order, "userTask_seeToMissingOriginal", Map.of("originalDecision", "ask"));

        assertThat(original(order).round()).isEqualTo(2);
        assertThat(letters(order, "original-awaited")).hasSize(2);
        originals.received(order, calendar.today(), "carla");
        process.hasPassed(order, "endEvent_originalReceived");
    }

    @Test
    void itMayArriveWhileThePersonLooksForIt() {
        var order = concludedFromScan();
        process.fire(order, "event_originalOverdue");

        originals.received(order, calendar.today().minusDays(1), "carla");

        process.hasPassed(order, "endEvent_originalArrived");
        assertThat(process.waitsAt(order)).doesNotContain("userTask_seeToMissingOriginal");
    }

    @Test
    void nobodyWaitsForTheOriginalOfAnOrderThatIsGivenUp() {
        var order = concludedFromScan();

        management.cancel(reseller.id(), order, "The customer has changed its mind");
        process.run(order, "event_cancelledOrderUndone");

        process.hasPassed(order, "endEvent_originalNotNeeded");
        assertThat(original(order).status()).isEqualTo(OriginalStatus.NOT_NEEDED);
        assertThatThrownBy(() -> originals.received(order, calendar.today(), "carla"))
                .isInstanceOfSatisfying(
                        Conflict.class, late -> assertThat(late.code()).isEqualTo("original-not-needed"));
    }

    @Test
    void itArrivesTodayAtTheLatest() {
        var order = concludedFromScan();
        assertThatThrownBy(() -> originals.received(order, calendar.today().plusDays(1), "carla"))
                .isInstanceOf(Invalid.class);
        assertThat(original(order).isMissing()).isTrue();
        assertThat(originals.missing(1000))
                .extracting(OriginalView::orderNumber)
                .contains(order);
    }

    @Test
    void aDigitalSignatureIsItsOwnOriginal() throws IOException {
        var order = placed();
        var signed =
                SignedPdfs.signed(documents.content(agreement(order).document()), Signer.selfSigned("Sigrid Sten"));
        agreements.upload(reseller.id(), order, signed, "signed.pdf", "maria@reseller.example");
        process.run(order, "receiveTask_awaitSignedAgreement");
        acceptAgreement(order);

        assertThat(originals.of(order)).isEmpty();
        assertThat(process.count(order, "original-agreement")).isZero();
    }

    @Test
    void theMandateIsSignedWithTheContract() {
        var order = management.place(TestWorkplace.bundle(reseller, customer, calendar.today()), OrderFields.API);
        process.run(order, "gateway_bothThere");
        mandates.prepare(order, customer.id(), "Brf Eken", "DE89370400440532013000", null);
        process.run(order, "serviceTask_sendAgreement");
        upload(order);
        acceptAgreement(order);

        assertThat(mandates.of(order)).hasValueSatisfying(mandate -> {
            assertThat(mandate.status()).isEqualTo(MandateView.Status.ACTIVE);
            assertThat(mandate.signedOn()).isEqualTo(calendar.today());
        });
    }

    private String placed() {
        var order = management.place(TestWorkplace.bundle(reseller, customer, calendar.today()), OrderFields.API);
        process.run(order, "gateway_bothThere");
        process.run(order, "serviceTask_sendAgreement");
        return order;
    }

    private String concludedFromScan() {
        var order = placed();
        upload(order);
        acceptAgreement(order);
        return order;
    }

    private OriginalView original(String order) {
        return originals.of(order).orElseThrow();
    }
}
