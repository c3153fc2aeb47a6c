package io.partnerflow.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.agreements.AgreementStatus;
import io.partnerflow.documents.BadFiles;
import io.partnerflow.documents.Document;
import io.partnerflow.documents.UploadRefused;
import io.partnerflow.mail.OutboxLetter;
import io.partnerflow.orders.OrderStatus;
import io.partnerflow.shared.Conflict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

@PartnerflowTest
class SignedAgreementProcessTest extends OrderTests {

    @Test
    void signedUploadedAndAcceptedIsConcluded() {
        var order = started();
        sendAgreement(order);
        upload(order);
        process.complete(order, "userTask_checkSignedAgreement", Map.of("agreementDecision", "accept"));

        process.hasPassed(order, "serviceTask_concludeAgreement", "endEvent_agreementConcluded");
        assertThat(agreement(order).status()).isEqualTo(AgreementStatus.CONCLUDED);
        assertThat(documents.about(order)).extracting(Document::kind).containsExactly("agreement", "signed-agreement");
    }

    @Test
    void thePaperNamesThePartiesAndTheGoodsButNoPrice() throws IOException {
        var order = started();
        sendAgreement(order);

        var text = text(documents.content(agreement(order).document()));

        assertThat(text).contains(order, customer.name(), reseller.name(), "Planning licence", "10", "12 months");
        assertThat(text).doesNotContain("5,200", "41,600");
    }

    @Test
    void itGoesToWhoSignsAndToTheResellerWithThePaperAttached() {
        var order = started();
        sendAgreement(order);

        assertThat(letters(order, "agreement-to-sign")).singleElement().satisfies(letter -> {
            assertThat(letter.to()).isEqualTo("sigrid@" + customer.id() + ".example.org");
            assertThat(letter.attachments()).hasSize(1);
        });
        assertThat(letters(order, "agreement-sent"))
                .singleElement()
                .satisfies(letter -> assertThat(letter.attachments()).hasSize(1));
        assertThat(process.variable(order, "agreementDeadline"))
                .isEqualTo(Date.from(agreement(order).sentAt().plus(Duration.ofDays(30))));
    }

    @Test
    void aReturnedOneGoesOutAgainWithTheReasonAndCanThenBeAccepted() {
        var order = started();
        sendAgreement(order);
        upload(order);
        returnAgreement(order, "Page 3 is missing.");
        assertThat(agreement(order).status()).isEqualTo(AgreementStatus.PREPARING);
        assertThatThrownBy(() -> upload(order))
                .isInstanceOfSatisfying(
                        Conflict.class, early -> assertThat(early.code()).isEqualTo("agreement-preparing"));
        sendAgreement(order);

        assertThat(agreement(order).round()).isEqualTo(2);
        assertThat(agreement(order).status()).isEqualTo(AgreementStatus.SENT);
        assertThat(letters(order, "agreement-sent"))
                .hasSize(2)
                .extracting(OutboxLetter::plainText)
                .anySatisfy(text -> assertThat(text).contains("Page 3 is missing."));
        upload(order);
        assertThat(process.factsOf(order, "userTask_checkSignedAgreement").get("returnReason"))
                .as("an answer of the round before")
                .isNull();
        process.complete(order, "userTask_checkSignedAgreement", Map.of("agreementDecision", "accept"));
        assertThat(agreement(order).status()).isEqualTo(AgreementStatus.CONCLUDED);
        assertThat(documents.about(order)).hasSize(4);
    }

    @Test
    void aReminderGoesOutOnceARound() {
        var order = started();
        sendAgreement(order);

        process.fire(order, "event_agreementReminder");

        process.hasPassed(order, "endEvent_agreementReminded");
        assertThat(letters(order, "agreement-reminder")).hasSize(1);
        assertThat(letters(order, "agreement-sign-reminder")).hasSize(1);
        upload(order);
        assertThat(agreement(order).status()).isEqualTo(AgreementStatus.UPLOADED);
    }

    @Test
    void notSignedInTimeLapsesAndTheOrderWithIt() {
        var order = started();
        sendAgreement(order);

        process.fire(order, "event_agreementDeadline");

        process.hasEndedBy(order, "serviceTask_lapseAgreement", "event_agreementLapsed");
        assertThat(agreement(order).status()).isEqualTo(AgreementStatus.LAPSED);
        assertThat(view(order).status()).isEqualTo(OrderStatus.LAPSED);
    }

    @Test
    void anOrderFormWithOtherDataSendsANewAgreement() {
        var order = started();
        sendAgreement(order);

        register(order, tenLicences().withQuantity(12));

        process.hasPassed(order, "event_agreementRenewed");
        sendAgreement(order);
        assertThat(agreement(order).round()).isEqualTo(2);
        upload(order);
        process.run(order, "gateway_bothThere");
        acceptAgreement(order);
        assertThat(process.factsOf(order, "userTask_checkOrder").get("checks").toString())
                .contains("✓ Order data equals agreement");
    }

    @Test
    void anOrderFormThatSaysTheSameLeavesTheAgreementOut() {
        var order = started();
        sendAgreement(order);

        register(order);

        assertThat(agreement(order).round()).isOne();
        assertThat(process.waitsAt(order)).contains("receiveTask_awaitSignedAgreement");
    }

    @Test
    void theContractsDeskSeesWhoShouldHaveSignedWhatAndBothFiles() {
        var order = started();
        sendAgreement(order);
        upload(order);

        assertThat(process.factsOf(order, "userTask_checkSignedAgreement"))
                .containsEntry("orderNumber", order)
                .containsEntry("product", "Planning licence")
                .containsEntry("uploadedBy", "maria@reseller.example")
                .hasEntrySatisfying(
                        "signatory", who -> assertThat(who.toString()).contains("Sigrid Sten"))
                .hasEntrySatisfying(
                        "fileCheck", found -> assertThat(found.toString()).contains("signed.pdf"))
                .hasEntrySatisfying(
                        "agreementUrl", url -> assertThat(url.toString()).startsWith("/staff/documents/"))
                .hasEntrySatisfying(
                        "signedAgreementUrl", url -> assertThat(url.toString()).startsWith("/staff/documents/"));
    }

    @Test
    void aRefusedFileChangesNothing() throws IOException {
        var order = started();
        sendAgreement(order);
        var script = BadFiles.openActionWithScript();

        assertThatThrownBy(() -> agreements.upload(reseller.id(), order, script, "signed.pdf", "m@reseller.example"))
                .isInstanceOf(UploadRefused.class);

        assertThat(agreement(order).status()).isEqualTo(AgreementStatus.SENT);
        assertThat(documents.about(order)).hasSize(1);
    }

    @Test
    void aSecondFileWhileTheFirstIsCheckedIsRefused() {
        var order = started();
        sendAgreement(order);
        upload(order);

        assertThatThrownBy(() -> agreements.upload(
                        reseller.id(),
                        order,
                        "%PDF-".getBytes(StandardCharsets.US_ASCII),
                        "again.pdf",
                        "m@reseller.example"))
                .isInstanceOfSatisfying(
                        Conflict.class, second -> assertThat(second.code()).isEqualTo("agreement-uploaded"));
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
