package io.partnerflow.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.TestParties;
import io.partnerflow.TestWorkplace;
import io.partnerflow.agreements.AgreementStatus;
import io.partnerflow.agreements.ContractSigning;
import io.partnerflow.agreements.SignedHow;
import io.partnerflow.agreements.SigningView;
import io.partnerflow.documents.BadFiles;
import io.partnerflow.documents.Document;
import io.partnerflow.documents.UploadRefused;
import io.partnerflow.mail.OutboxLetter;
import io.partnerflow.mandates.Mandates;
import io.partnerflow.orders.OrderFields;
import io.partnerflow.orders.OrderStatus;
import io.partnerflow.parties.Party;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.NotFound;
import io.partnerflow.signatures.SignedPdfs;
import io.partnerflow.signatures.SignedPdfs.Signer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PartnerflowTest
class SignedAgreementProcessTest extends OrderTests {

    @Autowired
    ContractSigning signing;

    @Autowired
    Mandates mandates;

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

    @Test
    void theRentalContractSaysWhatItCostsAndWhatIsDebited() throws IOException {
        var parties = new TestParties(organisations, resellers);
        reseller = parties.resellerOf("workplace", "0");
        customer = parties.customerOf(reseller);
        var order = management.place(TestWorkplace.bundle(reseller, customer, calendar.today()), OrderFields.API);
        var mandate = mandates.prepare(order, customer.id(), "Brf Eken 7", "DE89370400440532013000", null);
        sendAgreement(order);

        var paper = text(documents.content(agreement(order).document())).replace('\u00a0', ' ');

        assertThat(paper)
                .contains("Rental contract", order, customer.name(), reseller.name(), "Laptop 14 inch")
                .contains("33.33", "66.66", "109.16 EUR", "3,929.76 EUR", "36 months", "cannot be terminated early")
                .contains(mandate.reference(), "DE89 3704 0044 0532 0130 00", "SE86ZZZ5599999991");
    }

    @Test
    void signedOnThePageByWhoWasAskedIsConcludedWithoutACheck() {
        var order = started();
        sendAgreement(order);

        sign(order, "sigrid  STEN");

        assertThat(agreement(order).how()).isEqualTo(SignedHow.ON_PAGE);
        assertThat(agreement(order).signed()).isEqualTo(agreement(order).document());
        process.run(order, "receiveTask_awaitSignedAgreement");
        process.hasNotPassed(order, "userTask_checkSignedAgreement");
        process.hasPassed(order, "endEvent_agreementConcluded");
        assertThat(agreement(order).status()).isEqualTo(AgreementStatus.CONCLUDED);
        assertThat(documents.about(order))
                .extracting(Document::kind)
                .containsExactly("agreement", "signature-evidence");
    }

    @Test
    void theEvidenceNamesWhoWhenWhereAndWhatAndGoesToTheSigner() throws IOException {
        var order = started();
        sendAgreement(order);
        sign(order, "Sigrid Sten");

        var proof = agreements.signedOnPage(reseller.id(), order).orElseThrow();
        assertThat(proof.sha256())
                .isEqualTo(documents.find(agreement(order).document()).sha256());
        assertThat(text(documents.content(proof.evidence())).replaceAll("\\s+", ""))
                .contains(
                        "SigridSten",
                        "192.0.2.17",
                        "AbacusBrowser",
                        proof.sha256(),
                        "toreadandsignthisagreement",
                        order);
        assertThat(letters(order, "agreement-signed")).singleElement().satisfies(letter -> {
            assertThat(letter.to()).isEqualTo("sigrid@" + customer.id() + ".example.org");
            assertThat(letter.attachments()).hasSize(2);
        });
    }

    @Test
    void signedByAnotherNameIsCheckedByAPerson() {
        var order = started();
        sendAgreement(order);

        sign(order, "Bo Ek");
        process.run(order, "receiveTask_awaitSignedAgreement");

        assertThat(process.factsOf(order, "userTask_checkSignedAgreement"))
                .hasEntrySatisfying(
                        "fileCheck", found -> assertThat(found.toString()).contains("Bo Ek", "we had asked Sigrid"))
                .hasEntrySatisfying(
                        "comparison", found -> assertThat(found.toString()).contains("byte for byte"));
    }

    @Test
    void theLinkOfAnEarlierLetterEndsWithANewRound() {
        var order = started();
        sendAgreement(order);
        var first = secret(order, "agreement-to-sign");
        register(order, tenLicences().withQuantity(12));
        sendAgreement(order);

        assertThatThrownBy(() -> signing.look(first, Locale.ENGLISH)).isInstanceOf(NotFound.class);
        assertThat(signing.look(secret(order, "agreement-to-sign"), Locale.ENGLISH)
                        .round())
                .isEqualTo(2);
    }

    @Test
    void theLinkOfTheReminderWorksBesideTheFirstOne() {
        var order = started();
        sendAgreement(order);
        process.fire(order, "event_agreementReminder");

        assertThat(signing.look(secret(order, "agreement-to-sign"), Locale.ENGLISH)
                        .state())
                .isEqualTo(SigningView.State.TO_SIGN);
        assertThat(signing.look(secret(order, "agreement-sign-reminder"), Locale.ENGLISH)
                        .state())
                .isEqualTo(SigningView.State.TO_SIGN);
    }

    @Test
    void theLinksEndWhenTheAgreementComesInOrLapses() {
        var order = started();
        sendAgreement(order);
        upload(order);
        assertThatThrownBy(() -> signing.look(secret(order, "agreement-to-sign"), Locale.ENGLISH))
                .isInstanceOf(NotFound.class);

        var late = started(new TestParties(organisations, resellers).customerOf(reseller));
        sendAgreement(late);
        process.fire(late, "event_agreementDeadline");
        assertThatThrownBy(() -> sign(late, "Sigrid Sten")).isInstanceOf(NotFound.class);
    }

    @Test
    void aDigitalSignatureIsToldToTheChecker() throws IOException {
        var order = started();
        sendAgreement(order);
        var sent = documents.content(agreement(order).document());

        agreements.upload(
                reseller.id(),
                order,
                SignedPdfs.signed(sent, Signer.issuedBy("Example Trust CA", "Sigrid Sten")),
                "signed.pdf",
                "m@reseller.example");
        process.run(order, "receiveTask_awaitSignedAgreement");

        assertThat(agreement(order).how()).isEqualTo(SignedHow.DIGITALLY);
        assertThat(process.factsOf(order, "userTask_checkSignedAgreement"))
                .containsEntry("signedHow", "With a digital signature in the PDF")
                .hasEntrySatisfying(
                        "fileCheck",
                        found -> assertThat(found.toString()).contains("CN=Sigrid Sten", "CN=Example Trust CA"))
                .hasEntrySatisfying(
                        "comparison", found -> assertThat(found.toString()).contains("are those we sent"));
    }

    @Test
    void aFileChangedAfterItWasSignedIsRefused() throws IOException {
        var order = started();
        sendAgreement(order);
        var signed =
                SignedPdfs.signed(documents.content(agreement(order).document()), Signer.selfSigned("Sigrid Sten"));
        var changed = SignedPdfs.withTextAdded(signed, "at half the price");

        assertThatThrownBy(() -> agreements.upload(reseller.id(), order, changed, "signed.pdf", "m@reseller.example"))
                .isInstanceOfSatisfying(
                        UploadRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo("document-changed"));
        assertThat(agreement(order).status()).isEqualTo(AgreementStatus.SENT);
        assertThat(documents.about(order)).hasSize(1);
    }

    @Test
    void whatDiffersFromThePaperWeSentIsToldToTheChecker() throws IOException {
        var order = started();
        sendAgreement(order);

        agreements.upload(reseller.id(), order, BadFiles.ourOwnAgreement(), "signed.pdf", "m@reseller.example");
        process.run(order, "receiveTask_awaitSignedAgreement");

        assertThat(process.factsOf(order, "userTask_checkSignedAgreement"))
                .hasEntrySatisfying(
                        "comparison",
                        found -> assertThat(found.toString())
                                .contains("⚠ Page 1", customer.name(), "became", "Brf Eken 7"));
    }

    @Test
    void theUnsignedPaperIsRecognised() {
        var order = started();
        sendAgreement(order);
        upload(order);

        assertThat(process.factsOf(order, "userTask_checkSignedAgreement"))
                .hasEntrySatisfying(
                        "fileCheck", found -> assertThat(found.toString()).contains("nobody has signed in it"));
    }

    private String started(Party other) {
        customer = other;
        return started();
    }

    private void sign(String order, String name) {
        signing.sign(
                secret(order, "agreement-to-sign"),
                new ContractSigning.Given(name, true, "192.0.2.17", "Abacus Browser"));
    }

    /** From the latest letter of the kind. */
    private String secret(String order, String letter) {
        var letters = letters(order, letter);
        var text = letters.get(letters.size() - 1).plainText();
        var link = Pattern.compile("/link/contract-signature/([A-Za-z0-9_-]+)").matcher(text);
        assertThat(link.find()).as(text).isTrue();
        return link.group(1);
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
