package io.partnerflow.team;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.ResellerClient;
import io.partnerflow.StaffBrowser;
import io.partnerflow.TestIdentities;
import io.partnerflow.TestLetters;
import io.partnerflow.TestParties;
import io.partnerflow.access.Role;
import io.partnerflow.access.Users;
import io.partnerflow.parties.LinkRole;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.ResellerLinks;
import io.partnerflow.parties.Resellers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People come into a team, change and go, with pages and letters only. */
@PartnerflowTest
class TeamPagesTest {

    private static final String PASSWORD = "seven otters play chess";

    @LocalServerPort
    int port;

    @Autowired
    Users users;

    @Autowired
    Organisations organisations;

    @Autowired
    Resellers resellers;

    @Autowired
    ResellerLinks links;

    @Autowired
    JdbcClient database;

    TestParties parties;
    TestLetters letters;
    Party organisation;
    ResellerClient administrator;

    @BeforeEach
    void logIn() {
        parties = new TestParties(organisations, resellers);
        letters = new TestLetters(database);
        organisation = parties.organisation();
        administrator = ResellerClient.of(port, users, organisation, Role.ADMIN);
    }

    @Test
    void somebodyNewAcceptsByChoosingAPasswordAndActsInItsRole() {
        var email = TestIdentities.email("bo");
        assertThat(location(invite(email, "ORDER"))).endsWith("/team");
        assertThat(administrator.get("/team").body()).contains(email, "Invitations", "Order");

        var browser = new StaffBrowser(port);
        var link = "/link/invitation/" + letters.secret(email, "team-invited", "/link/invitation/");
        assertThat(browser.get(link).body())
                .contains(organisation.name(), "Anna Ek", email)
                .doesNotContain("??");
        assertThat(browser.submit(link, Map.of("password", "short", "repeated", "short"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(location(browser.submit(link, Map.of("password", PASSWORD, "repeated", PASSWORD))))
                .endsWith("/login?changed");
        browser.submit("/login", Map.of("username", email, "password", PASSWORD));

        assertThat(browser.get("/home").body()).contains(organisation.name());
        assertThat(browser.get("/invoices").statusCode()).isEqualTo(403);
        assertThat(browser.get("/forms/team-invitation").statusCode()).isEqualTo(403);
        assertThat(browser.get(link).statusCode()).as("used up").isEqualTo(404);
        assertThat(browser.submit(link, Map.of("password", PASSWORD, "repeated", PASSWORD))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoHasALogInMustAcceptBeforeAnythingIsOpenAndKeepsOneLogIn() {
        var first = parties.reseller();
        var person = ResellerClient.of(port, users, first, Role.VIEW);
        invite(person.email(), "BILLING");
        var link = "/link/invitation/" + letters.secret(person.email(), "team-invited", "/link/invitation/");

        assertThat(new StaffBrowser(port).get(link).body()).contains("You have a log-in already");
        assertThat(person.submitAgain(
                                link,
                                Map.of("password", "another password of mine", "repeated", "another password of mine"))
                        .statusCode())
                .as("the link of a letter sets no password of somebody who has one")
                .isEqualTo(404);
        assertThat(person.submitAgain(
                                "/organisation",
                                Map.of("organisation", organisation.id().toString()))
                        .statusCode())
                .isEqualTo(404);

        assertThat(person.get("/invitations").body()).contains(organisation.name());
        var accepted = person.submitAgain("/invitations/" + invitation() + "/acceptance", Map.of());
        assertThat(accepted.statusCode()).isEqualTo(302);
        assertThat(person.get("/invoices").statusCode()).isEqualTo(200);
        assertThat(person.get("/home").body()).contains(first.name(), organisation.name());
        person.renewCsrf();
        person.submitAgain("/organisation", Map.of("organisation", first.id().toString()));
        assertThat(person.get("/invoices").statusCode()).isEqualTo(403);
    }

    @Test
    void anInvitationOfSomebodyElseCannotBeAccepted() {
        invite(TestIdentities.email("bo"), "ADMIN");
        var thief = ResellerClient.of(port, users, parties.reseller(), Role.ADMIN);

        assertThat(thief.submitAgain("/invitations/" + invitation() + "/acceptance", Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(thief.submitAgain("/team/invitations/" + invitation() + "/resending", Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(thief.submitAgain("/team/invitations/" + invitation() + "/withdrawal", Map.of())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aWithdrawnOneAnOlderOneAndOneTooOldDoNotWork() {
        var email = TestIdentities.email("bo");
        invite(email, "VIEW");
        var first = letters.secret(email, "team-invited", "/link/invitation/");
        administrator.submitAgain("/team/invitations/" + invitation() + "/resending", Map.of());
        var second = letters.secret(email, "team-invited", "/link/invitation/");
        assertThat(second).isNotEqualTo(first);
        var browser = new StaffBrowser(port);
        assertThat(browser.get("/link/invitation/" + first).statusCode()).isEqualTo(404);
        assertThat(browser.get("/link/invitation/" + second).statusCode()).isEqualTo(200);

        var open = invitation();
        database.sql("UPDATE team_invitation SET expires_at = now() - interval '20 years' WHERE id = ?")
                .param(open)
                .update();
        assertThat(browser.get("/link/invitation/" + second).statusCode()).isEqualTo(404);
        assertThat(administrator.get("/team").body()).contains("too late since");
        administrator.submitAgain("/team/invitations/" + open + "/resending", Map.of());
        var third = letters.secret(email, "team-invited", "/link/invitation/");
        assertThat(browser.get("/link/invitation/" + third).statusCode()).isEqualTo(200);
        administrator.submitAgain("/team/invitations/" + open + "/withdrawal", Map.of());
        assertThat(browser.get("/link/invitation/" + third).statusCode()).isEqualTo(404);
    }

    @Test
    void whoIsTakenOutLosesAccessWithTheNextClickAndIsTold() {
        var person = ResellerClient.of(port, users, organisation, Role.BILLING);
        assertThat(person.get("/invoices").statusCode()).isEqualTo(200);

        administrator.submitAgain("/team/" + id(person) + "/removal", Map.of());

        assertThat(person.get("/invoices").statusCode()).isEqualTo(403);
        assertThat(person.get("/api/v1/me").statusCode()).isEqualTo(403);
        assertThat(location(person.get("/"))).endsWith("/invitations");
        assertThat(letters.to(person.email())).containsExactly("team-removed");
    }

    @Test
    void whoIsTakenOutOfOneOrganisationDoesNotActForTheNextByMistake() {
        var person = ResellerClient.of(port, users, organisation, Role.ADMIN);
        var other = parties.organisation();
        users.join(users.byEmail(person.email()).orElseThrow().id(), other.id(), Role.ADMIN);
        administrator.submitAgain("/team/" + id(person) + "/removal", Map.of());

        assertThat(person.submitAgain("/costs/groups", Map.of("reference", "P-1", "name", "Tower"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(person.get("/home").body()).as("the next click").contains(other.name());
    }

    @Test
    void theLastAdministratorStays() {
        var own = id(administrator);
        assertThat(administrator
                        .submitAgain("/team/" + own + "/removal", Map.of())
                        .statusCode())
                .isEqualTo(409);
        assertThat(administrator
                        .submitAgain("/team/" + own + "/role", Map.of("role", "VIEW"))
                        .statusCode())
                .isEqualTo(409);
        var second = ResellerClient.of(port, users, organisation, Role.ADMIN);
        assertThat(administrator
                        .submitAgain("/team/" + own + "/role", Map.of("role", "VIEW"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(second.submitAgain("/team/" + id(second) + "/removal", Map.of())
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void nobodyRaisesItsOwnRole() {
        for (var role : new Role[] {Role.VIEW, Role.ORDER, Role.BILLING}) {
            var person = ResellerClient.of(port, users, organisation, role);
            assertThat(person.submitAgain("/team/" + id(person) + "/role", Map.of("role", "ADMIN"))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(person.put(
                                    "/api/v1/organisations/%s/team/%s".formatted(organisation.id(), id(person)),
                                    "{\"role\":\"ADMIN\"}")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(person.submitAgain("/team/" + id(administrator) + "/removal", Map.of())
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void throughALinkOnlyTheFirstAdministratorOfAnEmptyOrganisationIsInvited() {
        var reseller = parties.reseller();
        var empty = parties.organisation();
        links.establish(reseller.id(), empty.id(), LinkRole.ADMIN, null);
        links.establish(reseller.id(), organisation.id(), LinkRole.ADMIN, null);
        var seller = ResellerClient.of(port, users, reseller, Role.ADMIN);

        seller.submitAgain("/organisation", Map.of("organisation", empty.id().toString()));
        seller.renewCsrf();
        var email = TestIdentities.email("first");
        assertThat(seller.submit("/forms/team-invitation", Map.of("email", email, "name", "Eva", "role", "ADMIN"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(letters.to(email)).containsExactly("team-invited");

        seller.submitAgain(
                "/organisation", Map.of("organisation", organisation.id().toString()));
        seller.renewCsrf();
        assertThat(seller.get("/forms/team-invitation").statusCode()).isEqualTo(403);
        assertThat(seller.submitAgain("/team/" + id(administrator) + "/removal", Map.of())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aFormThatWasOpenBeforeTheSwitchIsNotSentForTheOtherOrganisation() {
        var other = parties.organisation();
        users.join(users.byEmail(administrator.email()).orElseThrow().id(), other.id(), Role.ADMIN);
        administrator.get("/costs");

        administrator.submitAgain(
                "/organisation", Map.of("organisation", other.id().toString()));

        var stale = administrator.submitAgain("/costs/groups", Map.of("reference", "P-1", "name", "Tower"));
        assertThat(stale.statusCode()).isEqualTo(409);
        administrator.renewCsrf();
        assertThat(administrator
                        .submitAgain("/costs/groups", Map.of("reference", "P-1", "name", "Tower"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(database.sql(
                                "SELECT organisation_id FROM cost_group WHERE reference = 'P-1' AND organisation_id IN (?, ?)")
                        .params(other.id(), organisation.id())
                        .query(UUID.class)
                        .list())
                .containsExactly(other.id());
    }

    private HttpResponse<String> invite(String email, String role) {
        return administrator.submit("/forms/team-invitation", Map.of("email", email, "name", "Bo", "role", role));
    }

    private UUID invitation() {
        return database.sql("SELECT id FROM team_invitation WHERE organisation_id = ? AND status = 'OPEN'")
                .param(organisation.id())
                .query(UUID.class)
                .single();
    }

    private UUID id(ResellerClient person) {
        return users.byEmail(person.email()).orElseThrow().id();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
