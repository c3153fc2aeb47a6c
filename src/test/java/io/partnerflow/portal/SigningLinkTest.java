package io.partnerflow.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.ResellerClient;
import io.partnerflow.StaffBrowser;
import io.partnerflow.TestLetters;
import io.partnerflow.TestOrders;
import io.partnerflow.TestParties;
import io.partnerflow.access.OneTimeLinks;
import io.partnerflow.access.Role;
import io.partnerflow.access.Users;
import io.partnerflow.agreements.AgreementManagement;
import io.partnerflow.agreements.AgreementStatus;
import io.partnerflow.agreements.AgreementView;
import io.partnerflow.agreements.SignedHow;
import io.partnerflow.documents.BadFiles;
import io.partnerflow.documents.Documents;
import io.partnerflow.orders.OrderFields;
import io.partnerflow.orders.OrderManagement;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.Resellers;
import io.partnerflow.processes.ProcessDriver;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.signatures.SignedPdfs;
import io.partnerflow.signatures.SignedPdfs.Signer;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The signatory's page, by hand: without a log-in, without a script. */
@PartnerflowTest
class SigningLinkTest {

    @LocalServerPort
    int port;

    @Autowired
    Organisations organisations;

    @Autowired
    Resellers resellers;

    @Autowired
    Users users;

    @Autowired
    OrderManagement orders;

    @Autowired
    AgreementManagement agreements;

    @Autowired
    Documents documents;

    @Autowired
    OneTimeLinks links;

    @Autowired
    ProcessDriver process;

    @Autowired
    VendorCalendar calendar;

    @Autowired
    JdbcClient database;

    StaffBrowser sigrid;
    Party reseller;
    Party customer;
    String order;
    String page;

    @BeforeEach
    void sendAgreement() {
        sigrid = new StaffBrowser(port);
        var parties = new TestParties(organisations, resellers);
        reseller = parties.reseller();
        customer = parties.customerOf(reseller);
        order = orders.start(TestOrders.of(reseller, customer, calendar.today()).wanted(), OrderFields.FORM);
        process.run(order, "serviceTask_sendAgreement");
        var secret = new TestLetters(database)
                .secret("sigrid@" + customer.id() + ".example.org", "agreement-to-sign", "/link/contract-signature/");
        page = "/link/contract-signature/" + secret;
    }

    @Test
    void lookingChangesNothing() {
        for (var time = 0; time < 3; time++) {
            var shown = sigrid.get(page);
            assertThat(shown.statusCode()).isEqualTo(200);
            assertThat(shown.body())
                    .contains(order, customer.name(), reseller.name(), "Sigrid Sten", "Sign now", "/pages/1.png")
                    .doesNotContain("??");
            assertThat(shown.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
            assertThat(shown.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        }
        assertThat(agreement().status()).isEqualTo(AgreementStatus.SENT);
    }

    @Test
    void thePaperIsShownAsFileAndAsPictures() {
        var sent = documents.find(agreement().document());
        var client = ResellerClient.anonymous(port);

        var paper = client.bytes(page + "/agreement.pdf");
        var picture = client.bytes(page + "/pages/1.png");

        assertThat(Documents.sha256(paper.body())).isEqualTo(sent.sha256());
        assertThat(picture.headers().firstValue("Content-Type")).hasValue("image/png");
        assertThat(picture.body()).startsWith((byte) 0x89, (byte) 'P', (byte) 'N', (byte) 'G');
        assertThat(client.bytes(page + "/pages/99.png").statusCode()).isEqualTo(404);
    }

    @Test
    void signingWorksOnceAndIsShownAfterwards() {
        var signed = sigrid.submit(page, Map.of("name", "Sigrid Sten", "agreed", "true"));
        assertThat(signed.statusCode()).isEqualTo(302);

        assertThat(sigrid.get(page).body())
                .contains(
                        "is signed",
                        "Sigrid Sten signed on",
                        documents.find(agreement().document()).sha256())
                .doesNotContain("Sign now", "??");
        assertThat(agreement().how()).isEqualTo(SignedHow.ON_PAGE);
        sigrid.submit("/login", page, Map.of("name", "Bo Ek", "agreed", "true"));
        assertThat(sigrid.get(page).body()).contains("Sigrid Sten signed on");
        assertThat(agreements.signedOnPage(reseller.id(), order).orElseThrow().name())
                .isEqualTo("Sigrid Sten");
    }

    @Test
    void theResellerSeesHowItWasSigned() {
        sigrid.submit(page, Map.of("name", "Sigrid Sten", "agreed", "true"));
        var anna = ResellerClient.of(port, users, reseller, Role.ORDER);
        assertThat(anna.get("/orders/" + order).body())
                .contains("on our page", "Sigrid Sten", "signature-evidence")
                .doesNotContain("??");
    }

    @Test
    void withoutNameOrTickNothingIsSigned() {
        var refused = sigrid.submit(page, Map.of("name", " "));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("id=\"name-problem\"", "Tick the box to sign.")
                .doesNotContain("??");
        assertThat(sigrid.submit(page, Map.of("name", "Sigrid <b>Sten</b>")).body())
                .contains("Sigrid &lt;b&gt;Sten");
        assertThat(agreement().status()).isEqualTo(AgreementStatus.SENT);
    }

    @Test
    void aDigitallySignedFileComesInByTheSamePage() throws IOException {
        var sent = documents.content(agreement().document());
        var signed = SignedPdfs.signed(sent, Signer.selfSigned("Sigrid Sten"));

        var answer = sigrid.upload(page, page + "/file", "signed.pdf", signed);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Thank you, we have your file").doesNotContain("??");
        assertThat(agreement().how()).isEqualTo(SignedHow.DIGITALLY);
        assertThat(agreement().uploadedBy()).startsWith("sigrid@");
        assertThat(sigrid.get(page).statusCode()).isEqualTo(404);
    }

    @Test
    void aBadFileIsRefusedWithItsReasonAndNothingIsKept() throws IOException {
        var script = sigrid.upload(page, page + "/file", "signed.pdf", BadFiles.openActionWithScript());
        var picture = sigrid.upload(page, page + "/file", "signed.pdf", BadFiles.png());

        assertThat(script.statusCode()).isEqualTo(422);
        assertThat(script.body())
                .contains("contains a script", "id=\"file-problem\"")
                .doesNotContain("??");
        assertThat(picture.statusCode()).isEqualTo(415);
        assertThat(documents.about(order)).hasSize(1);
        assertThat(agreement().status()).isEqualTo(AgreementStatus.SENT);
    }

    @Test
    void aLinkForSomethingElseOpensNothingHere() {
        var other = links.issue("offer", order, Duration.ofDays(1));

        assertThat(sigrid.get("/link/contract-signature/" + other).statusCode()).isEqualTo(404);
        assertThat(sigrid.get("/link/contract-signature/made-up").body())
                .contains("This page is closed")
                .doesNotContain("??");
    }

    @Test
    void anExpiredLinkSignsNothing() {
        database.sql("UPDATE one_time_link SET expires_at = now() - interval '1000 years' WHERE subject = ?")
                .param(order)
                .update();

        assertThat(sigrid.get(page).statusCode()).isEqualTo(404);
        sigrid.submit("/login", page, Map.of("name", "Sigrid Sten", "agreed", "true"));
        assertThat(sigrid.get(page).statusCode()).isEqualTo(404);
        assertThat(agreement().status()).isEqualTo(AgreementStatus.SENT);
    }

    private AgreementView agreement() {
        return agreements.of(reseller.id(), order).orElseThrow();
    }
}
