package io.partnerflow.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import io.partnerflow.PartnerflowTest;
import io.partnerflow.TestIdentities;
import io.partnerflow.TestLetters;
import io.partnerflow.TestParties;
import io.partnerflow.access.Role;
import io.partnerflow.access.Users;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.Resellers;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A reseller is let in, acts for the organisation and is let go; a colleague comes and goes. On a desk and on a phone. */
@PartnerflowTest
class TeamAndLinksInBrowserTest {

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
    JdbcClient database;

    final Screenshots screenshots = new Screenshots("team");
    Chromium chromium;
    Party reseller;
    Party organisation;

    @BeforeEach
    void start() {
        chromium = Chromium.start();
        var parties = new TestParties(organisations, resellers);
        reseller = parties.reseller();
        organisation = parties.organisation("Bostadsrättsföreningen Eken i Norra Hammarbyhamnen");
    }

    @AfterEach
    void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void aResellerIsAskedInActsForTheOrganisationAndIsLetGo() {
        var seller = logIn("Maria Berg", reseller, Role.ADMIN);
        var owner = logIn("Eva Lind", organisation, Role.ADMIN);
        assertThat(owner.getByRole(AriaRole.HEADING, name(organisation.name()))).isVisible();
        screenshots.portal(owner, "home-empty");

        click(seller, "Links");
        click(seller, "Ask to be linked");
        seller.getByLabel("Registration number").fill(organisation.registrationNumber());
        seller.getByLabel("Look, and try, order and change contracts for it").check();
        seller.getByLabel("A few words to the organisation").fill("We met at your spring meeting.");
        screenshots.portal(seller, "ask");
        press(seller, "Send the request");
        assertThat(seller.getByText("waits for an answer")).isVisible();
        screenshots.portal(seller, "asked");

        owner.reload();
        screenshots.portal(owner, "home-asked");
        owner.getByText("See and answer").first().click();
        assertThat(owner.getByText("We met at your spring meeting.")).isVisible();
        screenshots.portal(owner, "request");
        press(owner, "Accept");
        assertThat(owner.getByRole(AriaRole.STATUS)).containsText("can act for");
        assertThat(owner.getByText("Primary reseller", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        screenshots.portal(owner, "links");

        click(seller, "Customers");
        seller.getByRole(AriaRole.LINK, name(organisation.name()).setExact(true))
                .click();
        screenshots.portal(seller, "customer");
        press(seller, "Act for this customer");
        assertThat(seller.getByText("You act for " + organisation.name())).isVisible();
        screenshots.portal(seller, "acting");
        press(seller, "Back to " + reseller.name());
        assertThat(seller.getByRole(AriaRole.HEADING, name("Customers"))).isVisible();

        owner.getByLabel("End the link of " + reseller.name()).click();
        screenshots.portal(owner, "links-ending");
        press(owner, "End the link of " + reseller.name());
        assertThat(owner.getByRole(AriaRole.STATUS)).containsText("does not act for");
        seller.navigate(address("/customers"));
        assertThat(seller.getByText("No customers yet")).isVisible();
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void aColleagueComesInAndGoes() {
        var owner = logIn("Eva Lind", organisation, Role.ADMIN);
        var email = TestIdentities.email("bo");
        click(owner, "Team");
        click(owner, "Invite somebody");
        owner.getByLabel("Name").fill("Bo Ström");
        owner.getByLabel("E-mail").fill(email);
        owner.getByLabel("Invoices", new Page.GetByLabelOptions().setExact(true))
                .check();
        press(owner, "Send the invitation");
        assertThat(owner.getByText(email).first()).isVisible();
        screenshots.portal(owner, "team-invited");

        var colleague = chromium.window(1280, true);
        var secret = new TestLetters(database).secret(email, "team-invited", "/link/invitation/");
        colleague.navigate(address("/link/invitation/" + secret));
        screenshots.portal(colleague, "invitation");
        colleague.locator("[name=password]").fill(PASSWORD);
        colleague.locator("[name=repeated]").fill(PASSWORD);
        press(colleague, "Accept and set the password");
        colleague.locator("[name=username]").fill(email);
        colleague.locator("[name=password]").fill(PASSWORD);
        press(colleague, "Log in");
        click(colleague, "Costs");
        colleague.getByLabel("Reference").fill("P-17");
        colleague
                .getByLabel("Name", new Page.GetByLabelOptions().setExact(true))
                .fill("Tower");
        press(colleague, "Add the group");
        assertThat(colleague.getByRole(AriaRole.STATUS)).containsText("P-17");
        screenshots.portal(colleague, "costs");

        owner.reload();
        owner.getByLabel("Take Bo Ström out").click();
        screenshots.portal(owner, "team-taking-out");
        press(owner, "Take Bo Ström out");
        colleague.reload();
        assertThat(colleague.getByText("You do not belong to")).isVisible();
        screenshots.portal(colleague, "gone");
    }

    private Page logIn(String who, Party party, Role role) {
        var email = "u" + UUID.randomUUID() + "@example.org";
        var user = users.invite(email, who, "en");
        users.setPassword(user.id(), PASSWORD);
        users.join(user.id(), party.id(), role);
        var page = chromium.window(1280, true);
        page.navigate(address("/login"));
        page.locator("[name=username]").fill(email);
        page.locator("[name=password]").fill(PASSWORD);
        press(page, "Log in");
        return page;
    }

    private static void click(Page page, String link) {
        page.getByRole(AriaRole.LINK, name(link).setExact(true)).first().click();
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, name(button)).first().click();
    }

    private static GetByRoleOptions name(String name) {
        return new GetByRoleOptions().setName(name);
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
