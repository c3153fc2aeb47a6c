package io.partnerflow.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.ResellerClient;
import io.partnerflow.TestParties;
import io.partnerflow.access.Role;
import io.partnerflow.access.Users;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.Resellers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nothing typed is lost when the log-in ends, the organisation changes or things have moved on. */
@PartnerflowTest
class ResumeTest {

    @LocalServerPort
    int port;

    @Autowired
    Users users;

    @Autowired
    Organisations organisations;

    @Autowired
    Resellers resellers;

    @Autowired
    JdbcClient database;

    TestParties parties;
    Party reseller;
    ResellerClient anna;

    @BeforeEach
    void logIn() {
        parties = new TestParties(organisations, resellers);
        reseller = parties.reseller();
        anna = ResellerClient.of(port, users, reseller, Role.ADMIN);
    }

    @Test
    void aFormSentAfterTheLogInEndedComesBackFilledInForTheSamePerson() {
        var form = "/forms/team-invitation";
        var token = ResellerClient.token(anna.get(form).body());
        end(anna);

        var sent = anna.submitFrom(
                form, form, Map.of("name", "Bo Blom", "email", "bo@example.org", "role", "ORDER", "_token", token));
        assertThat(sent.statusCode()).isEqualTo(302);
        assertThat(location(sent)).endsWith("/login?resume");
        assertThat(anna.get("/login?resume").body())
                .contains("You were logged out before this was sent. Nothing is lost.")
                .doesNotContain("??", "Bo Blom");

        assertThat(location(anna.logInAgain())).endsWith("/resume");
        var page = anna.get("/resume");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("You were logged out before this was sent. Nothing is lost.", "Invitation to the team")
                .contains(reseller.name(), "Back to the form")
                .doesNotContain("??", "Send now");
        var back = click(anna, "/resume", page, form, "_refresh");
        assertThat(back.statusCode()).isEqualTo(200);
        assertThat(back.body()).contains("value=\"Bo Blom\"", "value=\"bo@example.org\"", "value=\"" + token + "\"");
        assertThat(anna.get("/resume").body()).contains("Nothing is kept here");
        assertThat(invitations()).isZero();

        var done = click(anna, form, back, form, null);
        assertThat(done.statusCode()).isEqualTo(302);
        assertThat(invitations()).isEqualTo(1);
        assertThat(anna.get(path(done)).body()).doesNotContain("This had been sent already.");
        var again = click(anna, form, back, form, null);
        assertThat(invitations()).as("back and sent again").isEqualTo(1);
        assertThat(anna.get(path(again)).body()).contains("This had been sent already. It counts once.");
    }

    @Test
    void anyOtherPageShowsWhatWasTypedIntoItAgain() {
        anna.get("/settings");
        end(anna);
        anna.submitFrom(
                "/settings", "/settings", Map.of("name", "Anna Ek-Blom", "language", "en", "timeZone", "Europe/Paris"));
        anna.logInAgain();

        var page = anna.get("/resume");
        assertThat(page.body()).contains("Send now", "Anna Ek-Blom", "Europe/Paris");
        assertThat(location(click(anna, "/resume", page, "/resume/form", null))).endsWith("/settings");
        var filled = anna.get("/settings");
        assertThat(filled.body()).contains("What you typed before stands in the form again");
        var form = form(filled, "/settings");
        assertThat(form.selectFirst("[name=name]").val()).isEqualTo("Anna Ek-Blom");
        assertThat(form.selectFirst("[name=timeZone] option[selected]").val()).isEqualTo("Europe/Paris");
        assertThat(person(anna).name()).as("nothing happens by itself").isEqualTo("Anna Ek");

        assertThat(click(anna, "/settings", filled, "/settings", null).statusCode())
                .isEqualTo(302);
        assertThat(person(anna).name()).isEqualTo("Anna Ek-Blom");
        assertThat(anna.get("/settings").body()).doesNotContain("What you typed before");
    }

    @Test
    void sentAfterAllItCountsOnce() {
        anna.get("/costs");
        end(anna);
        anna.submitFrom("/costs", "/costs/groups", Map.of("reference", "P-1", "name", "Tower"));
        anna.logInAgain();
        var page = anna.get("/resume");

        assertThat(click(anna, "/resume", page, "/costs/groups", null).statusCode())
                .isEqualTo(302);
        assertThat(groups(reseller)).isEqualTo(1);
        var again = click(anna, "/resume", page, "/costs/groups", null);
        assertThat(location(again)).endsWith("/resume");
        assertThat(anna.get("/resume").body()).contains("has been sent already");
        assertThat(groups(reseller)).isEqualTo(1);
    }

    @Test
    void whatOnePersonTypedIsForgottenWhenAnotherLogsIn() {
        var other = ResellerClient.of(port, users, reseller, Role.ADMIN);
        anna.get("/costs");
        end(anna);
        anna.submitFrom("/costs", "/costs/groups", Map.of("reference", "P-1", "name", "Secret Tower"));

        assertThat(location(anna.logIn(other.email()))).endsWith("/resume?stranger");
        assertThat(anna.get("/resume?stranger").body())
                .contains("had been typed by another person")
                .doesNotContain("Secret Tower");
        assertThat(anna.get("/resume").body()).contains("Nothing is kept here").doesNotContain("Secret Tower");
        assertThat(groups(reseller)).isZero();
    }

    @Test
    void whatAnotherSiteMakesABrowserSendIsNotKept() {
        assertThat(anna.forged("/costs/groups", "application/x-www-form-urlencoded", "reference=P-1&name=Evil")
                        .statusCode())
                .isEqualTo(403);
        end(anna);
        assertThat(anna.forged("/costs/groups", "application/x-www-form-urlencoded", "reference=P-1&name=Evil")
                        .statusCode())
                .isEqualTo(403);
        assertThat(location(anna.logInAgain())).doesNotContain("/resume");
        assertThat(anna.get("/resume").body()).contains("Nothing is kept here");
    }

    @Test
    void aTokenThatAnybodyCanFetchKeepsNothingOfAPageForUsers() {
        var anybodys = ResellerClient.anonymous(port).at("/login").csrf();
        var evil = Map.of("reference", "P-1", "name", "Evil", "_csrf", anybodys);
        assertThat(anna.submitFrom("/costs", "/costs/groups", evil).statusCode())
                .isEqualTo(403);
        end(anna);
        assertThat(anna.submitFrom("/costs", "/costs/groups", evil).statusCode())
                .isEqualTo(403);

        assertThat(location(anna.logInAgain())).doesNotContain("/resume");
        assertThat(anna.get("/resume").body()).contains("Nothing is kept here").doesNotContain("Evil", "Send now");
    }

    @Test
    void neitherPasswordsNorWhatIsTooLongIsKept() {
        anna.get("/costs");
        end(anna);
        assertThat(anna.submitFrom("/costs", "/costs/groups", Map.of("reference", "P-1", "newPassword", "otters"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(anna.submitFrom("/costs", "/costs/groups", Map.of("name", "x".repeat(65 * 1024)))
                        .statusCode())
                .isEqualTo(403);
        assertThat(anna.submitFrom("/login", "/login", Map.of("username", "x", "word", "y"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aSwitchInAnotherTabIsSaidAndNothingIsSentForTheWrongOrganisation() {
        var other = parties.organisation();
        users.join(person(anna).id(), other.id(), Role.ADMIN);
        anna.renewCsrf();
        anna.get("/costs");
        var open = anna.csrf();
        anna.submitAgain("/organisation", Map.of("organisation", other.id().toString()));

        var stale =
                anna.submitFrom("/costs", "/costs/groups", Map.of("reference", "P-1", "name", "Tower", "_csrf", open));
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body())
                .contains("You typed this for " + reseller.name() + " and act for " + other.name() + " now")
                .doesNotContain("Send now", "??");
        assertThat(groups(reseller) + groups(other)).isZero();

        assertThat(location(click(anna, "/resume", stale, "/resume/organisation", null)))
                .endsWith("/resume");
        var page = anna.get("/resume");
        assertThat(page.body()).contains("Send now", "Tower", reseller.name());
        click(anna, "/resume", page, "/costs/groups", null);
        assertThat(groups(reseller)).isEqualTo(1);
        assertThat(groups(other)).isZero();
    }

    @Test
    void aFormForAnybodyComesBackWithoutALogIn() {
        var visitor = ResellerClient.anonymous(port).at("/apply");
        var token = ResellerClient.token(visitor.get("/apply").body());
        database.sql("DELETE FROM partnerflow.spring_session WHERE principal_name IS NULL")
                .update();

        var sent = visitor.submitFrom("/apply", "/apply", Map.of("companyName", "Nordljus AB", "_token", token));
        assertThat(sent.statusCode()).isEqualTo(409);
        assertThat(sent.body()).contains("The page had been open too long", "Nordljus AB", "Back to the form");
        assertThat(click(visitor, "/resume", sent, "/apply", "_refresh").statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatIsNotPossibleAnyMoreKeepsWhatWasTyped() {
        var refused = anna.submitFrom("/team", "/team/" + person(anna).id() + "/role", Map.of("role", "VIEW"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("What you typed is not lost", "href=\"/resume\"");
        assertThat(anna.get("/resume").body()).contains("This could not be done as it was sent");
    }

    @Test
    void aFormThatIsNotOnItsPageAnyMoreCanStillBeRead() {
        anna.get("/costs");
        end(anna);
        anna.submitFrom("/customers", "/costs/groups", Map.of("reference", "P-1", "name", "Tower in the rain"));
        anna.logInAgain();
        click(anna, "/resume", anna.get("/resume"), "/resume/form", null);

        assertThat(location(anna.get("/customers"))).endsWith("/resume?lost");
        assertThat(anna.get("/resume?lost").body()).contains("Tower in the rain", "to copy what you need");
        assertThat(anna.get("/customers").statusCode())
                .as("the page itself can be read again")
                .isEqualTo(200);
        assertThat(anna.get("/resume").body()).contains("Tower in the rain");
    }

    @Test
    void whatWasTypedForOneOrganisationIsNotPutIntoTheFormsOfAnother() {
        anna.get("/costs");
        end(anna);
        anna.submitFrom("/costs", "/costs/groups", Map.of("reference", "P-1", "name", "Tower"));
        anna.logInAgain();
        click(anna, "/resume", anna.get("/resume"), "/resume/form", null);
        var other = parties.organisation();
        users.join(person(anna).id(), other.id(), Role.ADMIN);
        anna.submitAgain("/organisation", Map.of("organisation", other.id().toString()));

        assertThat(anna.get("/costs").body()).doesNotContain("What you typed before", "value=\"Tower\"");
        anna.renewCsrf();
        anna.submitAgain("/organisation", Map.of("organisation", reseller.id().toString()));
        assertThat(anna.get("/costs").body()).contains("What you typed before", "value=\"Tower\"");
    }

    @Test
    void ofAFormWithAFileTheFileHasToBeChosenAgain() {
        anna.get("/branding");
        end(anna);
        assertThat(location(anna.uploadByForm("/branding", "logo.png", new byte[] {1, 2, 3})))
                .endsWith("/login?resume");
        anna.logInAgain();
        assertThat(anna.get("/resume").body())
                .contains("Please choose the file again", "Back to the page")
                .doesNotContain("Send now");
    }

    /** Presses a button of the page: everything its form holds is sent. */
    private HttpResponse<String> click(
            ResellerClient who, String page, HttpResponse<String> shown, String action, String button) {
        var form = form(shown, action);
        var answers = new LinkedHashMap<String, String>();
        form.formData().forEach(entry -> answers.put(entry.key(), entry.value()));
        if (button != null) {
            answers.put(button, "1");
        }
        return who.submitFrom(page, action, answers);
    }

    private static org.jsoup.nodes.FormElement form(HttpResponse<String> page, String action) {
        var html = Jsoup.parse(page.body());
        for (Element form : html.select("form[method=post]")) {
            var goesTo = form.attr("action");
            if (goesTo.equals(action) || goesTo.isEmpty() && form.hasAttr("data-guard")) {
                return (org.jsoup.nodes.FormElement) form;
            }
        }
        throw new AssertionError("no form to " + action + " on\n" + html);
    }

    private void end(ResellerClient who) {
        assertThat(database.sql("DELETE FROM partnerflow.spring_session WHERE principal_name = ?")
                        .param(person(who).id().toString())
                        .update())
                .isPositive();
    }

    private Users.User person(ResellerClient who) {
        return users.byEmail(who.email()).orElseThrow();
    }

    private long invitations() {
        return database.sql("SELECT count(*) FROM team_invitation WHERE organisation_id = ?")
                .param(reseller.id())
                .query(Long.class)
                .single();
    }

    private long groups(Party organisation) {
        return database.sql("SELECT count(*) FROM cost_group WHERE organisation_id = ?")
                .param(organisation.id())
                .query(Long.class)
                .single();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static String path(HttpResponse<String> answer) {
        return location(answer).replaceFirst("^https?://[^/]+", "");
    }
}
