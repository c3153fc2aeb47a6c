package io.partnerflow.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerflow.ApiClient;
import io.partnerflow.ResellerClient;
import io.partnerflow.Staff;
import io.partnerflow.StaffBrowser;
import io.partnerflow.TestParties;
import io.partnerflow.access.Role;
import io.partnerflow.access.Users;
import io.partnerflow.accounts.ProvisionedElsewhere;
import io.partnerflow.accounts.ProvisioningFailed;
import io.partnerflow.accounts.ProvisioningServer.Mood;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.Resellers;
import io.partnerflow.processes.ProcessDriver;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.web.StaffListener;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** S8: provisioning fails three times, is explained, the desk lets it try again, and the reseller sees all of it. */
class S8ProvisioningRepairedTest extends ProvisionedElsewhere {

    private static final String CREATE = "serviceTask_createCustomerAccount";
    private static final String CLARIFY = "userTask_clarifyProvisioning";

    @LocalServerPort
    int port;

    @Autowired
    StaffListener door;

    @Autowired
    IdentityService identity;

    @Autowired
    Users users;

    @Autowired
    Organisations organisations;

    @Autowired
    Resellers resellers;

    @Autowired
    VendorCalendar calendar;

    @Autowired
    ProcessDriver process;

    Party customer;
    ApiClient anna;
    ResellerClient portal;

    @BeforeEach
    void prepare() {
        var parties = new TestParties(organisations, resellers);
        var reseller = parties.resellerOf("seats", "20");
        customer = parties.customerOf(reseller);
        anna = ApiClient.of(port, users, reseller, Role.ORDER);
        portal = ResellerClient.of(port, users, reseller, Role.ORDER);
    }

    @Test
    void failsThreeTimesIsExplainedTriedAgainAndDone() {
        var order = ordered();
        SYSTEM.next(Mood.BREAKS);
        SYSTEM.next(Mood.WORKS_BUT_ANSWERS_500);
        SYSTEM.next(Mood.WORKS_BUT_ANSWERS_LATE);

        // twice the engine tries again by itself
        for (var attempt = 1; attempt <= 2; attempt++) {
            assertThatThrownBy(() -> process.run(order, CREATE)).isInstanceOf(ProvisioningFailed.class);
            assertThat(seen(order).at("/waitingFor/party").asText()).isEqualTo("HOUSE");
            assertThat(picture(order))
                    .contains(
                            "class=\"serviceTask waiting\" data-element=\"" + CREATE,
                            "Tried again by itself",
                            "next try");
        }
        // after the third time a person is asked, no incident is left behind
        process.run(order, CREATE);

        assertThat(seen(order).at("/waitingFor/party").asText()).isEqualTo("VENDOR");
        assertThat(seen(order).at("/waitingFor/what").asText()).contains("order desk", "Nothing is lost");
        assertThat(elementState(order, CLARIFY)).isEqualTo("waiting");
        assertThat(seen(order).get("milestones"))
                .extracting(one -> one.get("name").asText())
                .contains("account-delayed")
                .doesNotContain("account-ready");
        assertThat(seen(order).get("provisioning"))
                .extracting(one -> one.get("outcome").asText())
                .hasSize(3)
                .allMatch(words -> words.contains("we try again") || words.contains("look into it"));
        assertThat(picture(order))
                .contains("class=\"subProcess failed\"", "class=\"userTask waiting\" data-element=\"" + CLARIFY)
                .contains("This step did not work", "Waiting for ", "Nothing is lost")
                .doesNotContain("no disk", "status 500", "Exception", "order-desk");
        deskIsToldWhatHappened(order);

        process.complete(order, CLARIFY, Map.of("provisioningDecision", "retry"));
        process.run(order, CREATE);
        process.run(order, "serviceTask_markReseller");

        assertThat(elementState(order, "endEvent_accountProvisioned")).isEqualTo("done");
        assertThat(picture(order))
                .contains("class=\"endEvent done\" data-element=\"endEvent_accountProvisioned\"")
                .doesNotContain(" failed\" data-element", " waiting\" data-element");
        assertThat(portal.get("/orders/" + order).body())
                .contains("id=\"picture\"", "href=\"/pictures/" + order + "/provisioning\"");
        var others = ResellerClient.of(port, users, new TestParties(organisations, resellers).reseller(), Role.ORDER);
        assertThat(others.get("/pictures/" + order).statusCode()).isEqualTo(404);
        assertThat(portal.get("/pictures/" + order + "/payout").statusCode()).isEqualTo(404);
        assertThat(seen(order).get("milestones"))
                .extracting(one -> one.get("name").asText())
                .containsSubsequence("account-delayed", "account-ready", "activated");
        assertThat(seen(order).get("provisioning"))
                .extracting(one -> one.get("failed").asBoolean())
                .containsExactly(true, true, true, false, false);
        assertThat(SYSTEM.keysAbout(order)).hasSize(5).startsWith(order, order, order, order);
        assertThat(SYSTEM.accountsOf(order)).isEqualTo(1);
        assertThat(SYSTEM.badSignatures()).isEmpty();
    }

    private void deskIsToldWhatHappened(String order) {
        assertThat(process.factsOf(order, CLARIFY))
                .hasEntrySatisfying(
                        "explanation",
                        words -> assertThat((String) words)
                                .contains("did not answer within 1 seconds", "repeating the step is safe"))
                .hasEntrySatisfying(
                        "attempts",
                        words -> assertThat((String) words).contains("no disk", "lost the database", "did not answer"));
        new Staff(identity).hire("olle", "order-desk");
        var olle = new StaffBrowser(door.port());
        olle.login("olle", Staff.PASSWORD);
        assertThat(olle.get("/staff/provisioning/" + order).body())
                .contains("Set up the account", "no disk", "status 500", "No answer in time", " ms")
                .doesNotContain("??");
        assertThat(olle.get("/staff/provisioning").body()).contains(order).doesNotContain("??");
        assertThat(olle.get("/staff/provisioning/OR-1999-000001").statusCode()).isEqualTo(404);
    }

    private String ordered() {
        var answer = anna.post("/api/v1/orders", """
                {"programme": "seats", "organisationId": "%s", "termMonths": 12, "startDate": "%s",
                 "lines": [{"product": "air-monitor-seat", "quantity": 10}], "acceptedTerms": {"version": "2025-2"}}""".formatted(customer.id(), calendar.today()));
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
        var order = answer.body().get("number").asText();
        process.runAll(order, "gateway_bothThere");
        return order;
    }

    /** What the reseller looks at: the part of its order that makes the account. */
    private String picture(String order) {
        var page = portal.get("/pictures/" + order + "/provisioning");
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        return page.body();
    }

    private JsonNode seen(String order) {
        return anna.get("/api/v1/orders/" + order).body();
    }

    /** As the live drawing shows it. */
    private String elementState(String order, String element) {
        return StreamSupport.stream(
                        anna.get("/api/v1/orders/%s/diagram".formatted(order))
                                .body()
                                .findParents("id")
                                .spliterator(),
                        false)
                .filter(one -> one.path("id").asText().equals(element))
                .map(one -> one.path("state").asText())
                .findFirst()
                .orElse("not reached");
    }
}
