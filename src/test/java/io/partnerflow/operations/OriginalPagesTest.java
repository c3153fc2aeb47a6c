package io.partnerflow.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.ResellerClient;
import io.partnerflow.Staff;
import io.partnerflow.StaffBrowser;
import io.partnerflow.TestParties;
import io.partnerflow.TestWorkplace;
import io.partnerflow.access.Role;
import io.partnerflow.access.Users;
import io.partnerflow.agreements.AgreementManagement;
import io.partnerflow.documents.BadFiles;
import io.partnerflow.orders.OrderFields;
import io.partnerflow.orders.OrderManagement;
import io.partnerflow.originals.OriginalStatus;
import io.partnerflow.originals.Originals;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.Resellers;
import io.partnerflow.processes.ProcessDriver;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.web.StaffListener;
import java.io.IOException;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The contracts desk's list of missing originals, and what the reseller sees of it. */
@PartnerflowTest
class OriginalPagesTest {

    private static final String PAGE = "/staff/originals";

    @LocalServerPort
    int port;

    @Autowired
    StaffListener door;

    @Autowired
    IdentityService identity;

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
    Originals originals;

    @Autowired
    ProcessDriver process;

    @Autowired
    VendorCalendar calendar;

    Party reseller;
    String order;

    @BeforeEach
    void concludeFromPhoto() throws IOException {
        var parties = new TestParties(organisations, resellers);
        reseller = parties.resellerOf("workplace", "0");
        var bundle = TestWorkplace.bundle(reseller, parties.customerOf(reseller), calendar.today());
        order = orders.place(bundle, OrderFields.API);
        process.run(order, "serviceTask_sendAgreement");
        agreements.upload(reseller.id(), order, BadFiles.jpeg(), "photo.jpg", "maria@reseller.example");
        process.run(order, "receiveTask_awaitSignedAgreement");
        process.complete(order, "userTask_checkSignedAgreement", Map.of("agreementDecision", "accept"));
    }

    @Test
    void theDeskRecordsWhatThePostBrings() {
        var clerk = browser("conny", "contracts");
        assertThat(clerk.get(PAGE).body()).contains(order, "It has arrived").doesNotContain("??");

        var recorded = clerk.submit(
                PAGE, PAGE + "/" + order, Map.of("receivedOn", calendar.today().toString()));

        assertThat(recorded.statusCode()).isEqualTo(302);
        assertThat(clerk.get(PAGE).body())
                .contains("The original of " + order + " is recorded.")
                .doesNotContain("??");
        assertThat(originals.of(order).orElseThrow().status()).isEqualTo(OriginalStatus.RECEIVED);
        assertThat(originals.of(order).orElseThrow().seenToBy()).isEqualTo("conny");
        process.hasPassed(order, "endEvent_originalReceived");
    }

    @Test
    void aDayToComeOrNoneIsRefused() {
        var clerk = browser("conny", "contracts");
        clerk.submit(
                PAGE,
                PAGE + "/" + order,
                Map.of("receivedOn", calendar.today().plusDays(1).toString()));
        assertThat(clerk.get(PAGE).body()).contains("Say on which day it arrived", order);
        clerk.submit(PAGE, PAGE + "/" + order, Map.of());
        assertThat(clerk.get(PAGE).body()).contains("Say on which day it arrived", order);
    }

    @Test
    void managersLookAndOtherDesksDoNot() {
        assertThat(browser("mia", "managers").get(PAGE).body()).contains(order).doesNotContain("It has arrived", "??");
        assertThat(browser("bo", "billing").get(PAGE).statusCode()).isEqualTo(403);
    }

    @Test
    void theResellerSeesThatItIsMissing() {
        var anna = ResellerClient.of(port, users, reseller, Role.ORDER);
        assertThat(anna.get("/orders/" + order).body())
                .contains("The original of the signed agreement", "Missing", "by hand, sent as a scan")
                .doesNotContain("??");
    }

    private StaffBrowser browser(String name, String group) {
        new Staff(identity).hire(name, group);
        var browser = new StaffBrowser(door.port());
        browser.login(name, Staff.PASSWORD);
        return browser;
    }
}
