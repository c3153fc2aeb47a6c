package io.partnerflow.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerflow.PartnerflowTest;
import io.partnerflow.ResellerClient;
import io.partnerflow.TestIdentities;
import io.partnerflow.TestParties;
import io.partnerflow.access.Role;
import io.partnerflow.access.Users;
import io.partnerflow.audit.AuditTrail;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.Resellers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two resellers, three organisations, one user: links over HTTP, well and badly asked for. */
@PartnerflowTest
class LinksApiTest {

    @LocalServerPort
    int port;

    @Autowired
    Users users;

    @Autowired
    Organisations organisations;

    @Autowired
    Resellers resellers;

    @Autowired
    AuditTrail audit;

    TestParties parties;
    Party north;
    Party south;
    Party first;
    Party second;
    Party third;
    ResellerClient seller;
    ResellerClient rival;
    ResellerClient administrator;

    @BeforeEach
    void people() {
        parties = new TestParties(organisations, resellers);
        north = parties.reseller();
        south = parties.reseller();
        first = parties.organisation();
        second = parties.organisation();
        third = parties.organisation();
        seller = ResellerClient.of(port, users, north, Role.ADMIN);
        rival = ResellerClient.of(port, users, south, Role.ADMIN);
        administrator = ResellerClient.of(port, users, first, Role.ADMIN);
        var owner = users.byEmail(administrator.email()).orElseThrow().id();
        List.of(second, third).forEach(one -> users.join(owner, one.id(), Role.ADMIN));
    }

    @Test
    void oneLogInReachesAllItsOrganisationsAndEachCallNamesTheOneItActsFor() {
        var me = json(administrator.get("/api/v1/me"));
        assertThat(texts(me.path("organisations"), "organisationId"))
                .containsExactlyInAnyOrder(
                        first.id().toString(),
                        second.id().toString(),
                        third.id().toString());

        for (var one : List.of(first, second, third)) {
            var acting = json(administrator.getFor(one.id(), "/api/v1/me"));
            assertThat(acting.path("actingFor").asText()).isEqualTo(one.id().toString());
            assertThat(acting.has("through")).isFalse();
        }
        assertThat(administrator.getFor(north.id(), "/api/v1/me").statusCode()).isEqualTo(404);
        assertThat(administrator.getFor(new UUID(0, 0), "/api/v1/me").statusCode())
                .isEqualTo(404);
    }

    @Test
    void anOrganisationThatIsRegisteredIsAskedInsteadOfPreparedAndLearnsWhoOnlyFromTheRequest() {
        var refused = seller.post("/api/v1/organisations", prepared(first));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("customer-already-registered").doesNotContain(south.name());

        var asked = seller.post("/api/v1/links", wish(first, "ORDER"));
        assertThat(asked.statusCode()).isEqualTo(202);
        var id = json(asked).path("id").asText();
        assertThat(id).startsWith("LK-");
        assertThat(asked.headers().firstValue("Location")).hasValue("/api/v1/links/" + id);
        assertThat(seller.get("/api/v1/organisations/" + first.id()).statusCode())
                .isEqualTo(404);

        var accepted = administrator.post("/api/v1/links/" + id + "/acceptance", "{}");
        assertThat(accepted.statusCode()).isEqualTo(200);
        assertThat(json(accepted).path("status").asText()).isEqualTo("ACCEPTED");
        assertThat(seller.get("/api/v1/organisations/" + first.id()).statusCode())
                .isEqualTo(200);
        assertThat(administrator
                        .post("/api/v1/links/" + id + "/acceptance", "{}")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void nobodyAcceptsForAnotherOrganisation() {
        var id = asked(seller, first, "ADMIN");

        assertThat(rival.post("/api/v1/links/" + id + "/acceptance", "{}").statusCode())
                .isEqualTo(404);
        assertThat(seller.post("/api/v1/links/" + id + "/acceptance", "{}").statusCode())
                .isEqualTo(404);
        assertThat(rival.get("/api/v1/links/" + id).statusCode()).isEqualTo(404);
        assertThat(rival.delete("/api/v1/links/" + id).statusCode()).isEqualTo(404);
        assertThat(ResellerClient.of(port, users, first, Role.BILLING)
                        .post("/api/v1/links/" + id + "/acceptance", "{}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(resellers.takesCareOf(north.id(), first.id())).isFalse();
    }

    @Test
    void whatALinkLetsIsSeenThroughItAndNothingElseAndNotedWithWhoDidIt() {
        link(seller, first, "BILLING");

        var me = json(seller.getFor(first.id(), "/api/v1/me"));
        assertThat(me.at("/through/resellerId").asText()).isEqualTo(north.id().toString());
        assertThat(me.at("/through/role").asText()).isEqualTo("BILLING");
        assertThat(texts(me.path("organisations"), "organisationId"))
                .containsExactly(north.id().toString());
        assertThat(seller.getFor(first.id(), "/api/v1/invoices").statusCode()).isEqualTo(200);
        assertThat(seller.getFor(first.id(), "/api/v1/organisations/%s/links".formatted(first.id()))
                        .statusCode())
                .isEqualTo(403);
        assertThat(rival.getFor(first.id(), "/api/v1/me").statusCode()).isEqualTo(404);

        var trial = "{\"programme\":\"licence\",\"organisationId\":\"%s\",\"customerType\":\"private-landlord\","
                        .formatted(first.id())
                + "\"users\":[{\"email\":\"%s\",\"name\":\"Bo\",\"language\":\"en\"}]}"
                        .formatted(TestIdentities.email("bo"));
        var order = seller.post("/api/v1/trials", trial);
        assertThat(order.statusCode()).isEqualTo(422);
        assertThat(order.body()).contains("link-cannot-order");
    }

    @Test
    void whatIsDoneThroughALinkNamesForWhomItWasDone() {
        link(seller, first, "BILLING");
        seller.submitAgain(
                "/organisation", java.util.Map.of("organisation", first.id().toString()));
        seller.renewCsrf();

        seller.submitAgain("/costs/groups", java.util.Map.of("reference", "P-1", "name", "Tower"));

        assertThat(audit.of(first.id().toString()))
                .filteredOn(entry -> entry.action().equals("cost-group-added"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.actor()).isEqualTo(seller.email());
                    assertThat(entry.onBehalfOf()).isEqualTo(first.id().toString());
                });
        assertThat(seller.get("/home").body()).contains("You act for " + first.name() + ", through the link of");
    }

    @Test
    void anEndedLinkShowsNothingFromTheNextCallOn() {
        link(seller, first, "ADMIN");
        assertThat(seller.getFor(first.id(), "/api/v1/contracts").statusCode()).isEqualTo(200);
        var links = json(administrator.get("/api/v1/organisations/%s/links".formatted(first.id())));
        var id = links.at("/resellers/0/id").asText();
        assertThat(rival.delete("/api/v1/links/" + id).statusCode()).isEqualTo(404);

        assertThat(administrator.delete("/api/v1/links/" + id).statusCode()).isEqualTo(204);

        assertThat(seller.getFor(first.id(), "/api/v1/contracts").statusCode()).isEqualTo(404);
        assertThat(seller.get("/api/v1/organisations/" + first.id()).statusCode())
                .isEqualTo(404);
        assertThat(administrator.delete("/api/v1/links/" + id).statusCode())
                .as("a second time changes nothing")
                .isEqualTo(204);
    }

    @Test
    void anOrganisationLinksAResellerItselfAndChoosesThePrimaryOne() {
        link(seller, first, "ORDER");
        var made = administrator.post(
                "/api/v1/organisations/%s/links".formatted(first.id()),
                "{\"kind\":\"RESELLER\",\"role\":\"VIEW\",\"country\":\"SE\",\"registrationNumber\":\"%s\"}"
                        .formatted(south.registrationNumber()));
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(json(made).path("primary").asBoolean()).isFalse();

        var chosen = administrator.post(
                "/api/v1/links/%s/primary".formatted(json(made).path("id").asText()), "{}");

        assertThat(json(chosen).path("primary").asBoolean()).isTrue();
        assertThat(resellers.primaryOf(first.id())).contains(south.id());
        var unknown = administrator.post(
                "/api/v1/organisations/%s/links".formatted(first.id()),
                "{\"kind\":\"RESELLER\",\"role\":\"VIEW\",\"country\":\"SE\",\"registrationNumber\":\"%s\"}"
                        .formatted(second.registrationNumber()));
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body()).contains("no-such-reseller");
    }

    @Test
    void usersAreInvitedAcceptChangeAndGo() {
        var path = "/api/v1/organisations/" + second.id();
        var invited = administrator.post(
                path + "/links",
                "{\"kind\":\"USER\",\"email\":\"%s\",\"name\":\"Bo\",\"role\":\"ORDER\"}".formatted(rival.email()));
        assertThat(invited.statusCode()).isEqualTo(201);
        var id = json(invited).path("id").asText();
        assertThat(rival.getFor(second.id(), "/api/v1/me").statusCode()).isEqualTo(404);
        assertThat(seller.post("/api/v1/links/" + id + "/acceptance", "{}").statusCode())
                .isEqualTo(404);

        assertThat(rival.post("/api/v1/links/" + id + "/acceptance", "{}").statusCode())
                .isEqualTo(200);
        assertThat(json(rival.getFor(second.id(), "/api/v1/me"))
                        .path("actingFor")
                        .asText())
                .isEqualTo(second.id().toString());
        var bo = users.byEmail(rival.email()).orElseThrow().id();
        assertThat(rival.put(path + "/team/" + bo, "{\"role\":\"ADMIN\"}").statusCode())
                .isEqualTo(403);
        assertThat(administrator
                        .put(path + "/team/" + bo, "{\"role\":\"VIEW\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(administrator
                        .put(path + "/team/" + bo, "{\"role\":\"KING\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(administrator.delete(path + "/team/" + bo).statusCode()).isEqualTo(204);
        assertThat(rival.getFor(second.id(), "/api/v1/me").statusCode()).isEqualTo(404);
        var owner = users.byEmail(administrator.email()).orElseThrow().id();
        assertThat(administrator.delete(path + "/team/" + owner).statusCode()).isEqualTo(409);
    }

    @Test
    void idsOfOthersDoNotExist() {
        for (var path : List.of("team", "links")) {
            assertThat(seller.get("/api/v1/organisations/%s/%s".formatted(first.id(), path))
                            .statusCode())
                    .isEqualTo(404);
        }
        var stolen = seller.post(
                "/api/v1/organisations/%s/links".formatted(first.id()),
                "{\"kind\":\"USER\",\"email\":\"%s\",\"name\":\"X\",\"role\":\"ADMIN\"}".formatted(seller.email()));
        assertThat(stolen.statusCode()).isEqualTo(404);
        assertThat(seller.get("/contracts/SU-2020-000001").statusCode()).isEqualTo(404);
        assertThat(seller.get("/links/requests/LK-2020-000001").statusCode()).isEqualTo(404);
        assertThat(seller.get("/api/v1/links/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
        assertThat(seller.get("/api/v1/links/nonsense").statusCode()).isEqualTo(404);
    }

    @Test
    void everyBadFieldOfARequestIsNamedAtOnce() {
        var answer = seller.post("/api/v1/links", "{\"role\":\"KING\"}");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(texts(json(answer).path("errors"), "field"))
                .containsExactlyInAnyOrder("role", "country", "registrationNumber");
        assertThat(seller.post("/api/v1/links", wish(north, "VIEW")).body()).contains("own-organisation");
        var nobody = TestIdentities.registrationNumber();
        assertThat(seller.post(
                                "/api/v1/links",
                                "{\"country\":\"SE\",\"registrationNumber\":\"%s\",\"role\":\"VIEW\"}"
                                        .formatted(nobody))
                        .body())
                .contains("organisation-not-registered");
    }

    private void link(ResellerClient asker, Party organisation, String role) {
        administrator.post("/api/v1/links/" + asked(asker, organisation, role) + "/acceptance", "{}");
        assertThat(resellers.takesCareOf(north.id(), organisation.id())).isTrue();
    }

    private static String asked(ResellerClient asker, Party organisation, String role) {
        return json(asker.post("/api/v1/links", wish(organisation, role)))
                .path("id")
                .asText();
    }

    private static String wish(Party organisation, String role) {
        return "{\"country\":\"%s\",\"registrationNumber\":\"%s\",\"role\":\"%s\",\"message\":\"We know each other.\"}"
                .formatted(organisation.country(), organisation.registrationNumber(), role);
    }

    private static String prepared(Party party) {
        return ("{\"name\":\"%s\",\"country\":\"SE\",\"registrationNumber\":\"%s\",\"email\":\"%s\",\"language\":\"en\","
                        + "\"address\":{\"line1\":\"Storgatan 1\",\"postalCode\":\"111 22\",\"city\":\"Stockholm\"}}")
                .formatted(party.name(), party.registrationNumber(), party.email());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return ResellerClient.json(answer);
    }

    private static List<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(one -> one.path(field).asText())
                .toList();
    }
}
