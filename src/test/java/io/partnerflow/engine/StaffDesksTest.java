package io.partnerflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.Staff;
import io.partnerflow.StaffBrowser;
import io.partnerflow.web.StaffListener;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.filter.Filter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a clerk, a manager and a newcomer may do at the staff's door. */
@PartnerflowTest
class StaffDesksTest {

    @Autowired
    StaffListener door;

    @Autowired
    IdentityService identity;

    @Autowired
    FilterService filters;

    @Autowired
    StaffStart start;

    @Autowired
    StaffAccounts accounts;

    StaffBrowser browser;

    @BeforeEach
    void hire() {
        var staff = new Staff(identity);
        staff.hire("olga", "order-desk");
        staff.hire("mats", "managers");
        browser = new StaffBrowser(door.port());
    }

    @Test
    void theGroupsAndFiltersAreMadeOnce() {
        start.run(null);
        start.run(null);
        for (var desk : VendorDesks.DESKS) {
            assertThat(identity.createGroupQuery().groupId(desk).count()).isOne();
        }
        assertThat(filters.createTaskFilterQuery().filterName("Order desk").count())
                .isOne();
    }

    @Test
    void aClerkSeesTasklistAndTheOwnDesksFilterFirst() {
        browser.login("olga", Staff.PASSWORD);
        assertThat(browser.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
        var seen = filtersSeenInTasklist();
        assertThat(seen).contains("\"Order desk\"", "\"My tasks (olga)\"").doesNotContain("\"Contracts\"", "All open");
        assertThat(priority("Order desk")).isLessThan(priority("My tasks (olga)"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/app/cockpit/default/",
                "/camunda/app/admin/default/",
                "/camunda/api/cockpit/plugin/base/default/process-definition/statistics?maxResults=10",
                "/camunda/api/cockpit/plugin/base/default/incident?maxResults=10",
            })
    void aClerkGetsNothingFromCockpit(String path) {
        browser.login("olga", Staff.PASSWORD);
        browser.get("/camunda/app/tasklist/default/");
        assertThat(browser.get(path).statusCode()).isEqualTo(403);
    }

    @Test
    void aClerkSeesTheDrawingOfAProcessButStartsNone() {
        browser.login("olga", Staff.PASSWORD);
        browser.get("/camunda/app/tasklist/default/");
        var process = "/camunda/api/engine/engine/default/process-definition/key/order";
        assertThat(browser.get(process + "/xml").statusCode()).isEqualTo(200);
        assertThat(browser.post(process + "/start", "{}").statusCode()).isEqualTo(403);
        assertThat(browser.get("/camunda/api/engine/engine/default/process-instance/count")
                        .body())
                .contains("\"count\":0");
    }

    @Test
    void aClerkStartsWhatItsDeskMayStartAndIsToldWhatIsWrong() {
        browser.login("olga", Staff.PASSWORD);
        browser.get("/camunda/app/tasklist/default/");
        var definitions = "/camunda/api/engine/engine/default/process-definition";
        assertThat(browser.get(
                                definitions
                                        + "?latestVersion=true&active=true&startableInTasklist=true&startablePermissionCheck=true&maxResults=15")
                        .body())
                .contains("\"seat-exception\"")
                .doesNotContain("\"order\"");
        assertThat(browser.get(definitions + "/key/seat-exception/deployed-start-form")
                        .body())
                .contains("Accept fewer seats than devices");
        var refused = browser.post(definitions + "/key/seat-exception/submit-form", """
                        {"variables": {"registrationNumber": {"value": "1"}, "country": {"value": "SE"},
                         "validUntil": {"value": "2020-01-01"}, "reason": {"value": "None"}}}""");
        assertThat(refused.statusCode()).isBetween(400, 500);
        assertThat(refused.body()).contains("There is no organisation with the registration number 1");
    }

    @Test
    void aClerkMayNotUseTheEnginesInterfaceNorTheMeters() {
        var clerk = new StaffBrowser(door.port()).withBasic("olga", Staff.PASSWORD);
        assertThat(clerk.get("/engine-rest/engine").statusCode()).isEqualTo(403);
        browser.login("olga", Staff.PASSWORD);
        assertThat(browser.get("/actuator/prometheus").statusCode()).isEqualTo(403);
    }

    @Test
    void aManagerReadsEveryProcessInCockpit() {
        browser.login("mats", Staff.PASSWORD);
        assertThat(browser.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(200);
        var definitions =
                browser.get("/camunda/api/engine/engine/default/process-definition?latestVersion=true&maxResults=100");
        assertThat(definitions.statusCode()).isEqualTo(200);
        assertThat(definitions.body()).contains("\"order\"", "\"trial\"", "\"reseller-onboarding\"");
        assertThat(filtersSeenInTasklist()).contains("All open tasks", "Order desk", "Contracts");
    }

    @Test
    void nobodyButAnAdministratorDeploysOrManagesUsers() {
        browser.login("mats", Staff.PASSWORD);
        browser.get("/camunda/app/cockpit/default/");
        assertThat(browser.post("/camunda/api/engine/engine/default/user/create", """
                        {"profile": {"id": "x"}, "credentials": {"password": "seven otters play go"}}""")
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.get("/camunda/api/admin/auth/user/default").body()).doesNotContain("\"admin\"");
    }

    @Test
    void theApplicationsOwnLoginIsClosed() {
        browser.login("olga", Staff.PASSWORD);
        browser.get("/camunda/app/tasklist/default/");
        assertThat(browser.send(
                                "POST",
                                "/camunda/api/admin/auth/user/default/login/tasklist",
                                "application/x-www-form-urlencoded",
                                "username=mats&password=" + Staff.PASSWORD.replace(' ', '+'))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void loggingOutOfTasklistIsLoggingOutOfEverything() {
        browser.login("olga", Staff.PASSWORD);
        browser.get("/camunda/app/tasklist/default/");
        assertThat(browser.post("/camunda/api/admin/auth/user/default/logout", "")
                        .statusCode())
                .isEqualTo(204);
        assertThat(browser.get("/staff/password").statusCode()).isEqualTo(302);
        assertThat(browser.get("/camunda/api/engine/engine/default/task/count").statusCode())
                .isEqualTo(401);
    }

    @Test
    void whoChangesDesksOrLeavesTheHouseIsLoggedOutWithTheNextClick() {
        var person = "leaver" + System.nanoTime();
        new Staff(identity).hire(person, "order-desk");
        browser.login(person, Staff.PASSWORD);
        assertThat(browser.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
        identity.deleteMembership(person, "order-desk");
        assertThat(browser.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(302);
        assertThat(browser.get("/camunda/api/engine/engine/default/task/count").statusCode())
                .isEqualTo(401);

        browser.login(person, Staff.PASSWORD);
        assertThat(browser.get("/staff").statusCode()).isEqualTo(200);
        identity.deleteUser(person);
        assertThat(browser.get("/staff").statusCode()).isEqualTo(302);
    }

    @Test
    void whoHasAOneTimePasswordCanDoNothingButChooseAnother() {
        var newcomer = "newcomer" + System.nanoTime();
        new Staff(identity).hire(newcomer, VendorDesks.ADMINISTRATORS);
        accounts.demandNewPassword(newcomer);
        browser.login(newcomer, Staff.PASSWORD);
        for (var page : List.of("/camunda/app/admin/default/", "/go/task/1", "/actuator/prometheus")) {
            assertThat(browser.get(page).headers().firstValue("Location"))
                    .as(page)
                    .hasValueSatisfying(to -> assertThat(to).endsWith("/staff/password"));
        }
        var rest = new StaffBrowser(door.port()).withBasic(newcomer, Staff.PASSWORD);
        assertThat(rest.get("/engine-rest/engine").statusCode()).isEqualTo(403);

        assertThat(change("wrong password here", "eight otters play go").body()).contains("not your current password");
        assertThat(change(Staff.PASSWORD, "password2026!").body()).contains("everybody tries first");
        assertThat(change(Staff.PASSWORD, "short").body()).contains("at least 12 characters");
        assertThat(change(Staff.PASSWORD, Staff.PASSWORD).body()).contains("another password");
        assertThat(change(Staff.PASSWORD, "eight otters play go").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/staff/login?changed"));

        assertThat(browser.get("/staff/password").statusCode()).isEqualTo(302);
        browser.login(newcomer, "eight otters play go");
        assertThat(browser.get("/camunda/app/admin/default/").statusCode()).isEqualTo(200);
    }

    private java.net.http.HttpResponse<String> change(String current, String wanted) {
        return browser.submit("/staff/password", Map.of("current", current, "wanted", wanted));
    }

    private String filtersSeenInTasklist() {
        return browser.get(
                        "/camunda/api/engine/engine/default/filter?resourceType=Task&sortBy=filterId&sortOrder=asc&maxResults=100")
                .body();
    }

    private int priority(String filter) {
        Filter stored = filters.createTaskFilterQuery().filterName(filter).singleResult();
        return ((Number) stored.getProperties().get("priority")).intValue();
    }
}
