package io.partnerflow.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.partnerflow.PartnerflowTest;
import io.partnerflow.Staff;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.web.StaffListener;
import java.util.UUID;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From the link in a mail through the log-in to the task in Tasklist, and to the page where mails are chosen. */
@PartnerflowTest
class TaskLinkInBrowserTest {

    private final String number = "OR-link-" + UUID.randomUUID();
    private final String olga = "olga-" + number.substring(8, 16);

    @Autowired
    StaffListener door;

    @Autowired
    ProcessEngine engine;

    @Autowired
    VendorCalendar calendar;

    final Screenshots screenshots = new Screenshots();
    Deployment deployment;
    Chromium chromium;

    @BeforeEach
    void start() {
        var staff = new Staff(engine.getIdentityService());
        staff.hire(olga, "order-desk");
        staff.hire("bill-" + olga, "billing");
        deployment = engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "browsed.bpmn",
                        Bpmn.createExecutableProcess("browsed")
                                .name("Order")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .userTask("userTask_check")
                                .name("Check " + number)
                                .camundaCandidateGroups("order-desk")
                                .camundaFormRef("watch.decide")
                                .camundaFormRefBinding("latest")
                                .endEvent()
                                .done())
                .deploy();
        chromium = Chromium.start();
    }

    @AfterEach
    void stop() {
        engine.getRepositoryService().deleteDeployment(deployment.getId(), true);
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void theLinkLeadsThroughTheLogInToTheTaskAlsoWhenTheSessionIsOver() {
        engine.getRuntimeService().startProcessInstanceByKey("browsed", number);
        var link = "http://localhost:" + door.port() + "/go/task/"
                + engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceBusinessKey(number)
                        .singleResult()
                        .getId();
        var page = chromium.window(1280, true);
        page.navigate(link);
        logIn(page);
        page.getByText("Check " + number).first().waitFor();
        assertThat(page).hasURL(Pattern.compile(".*/camunda/app/tasklist/default/#/\\?.*task=.*"));

        page.context().clearCookies();
        page.navigate(link);
        page.context().clearCookies(); // the form stays open until the session is over
        page.getByLabel("User").fill(olga);
        page.getByLabel("Password").fill(Staff.PASSWORD);
        page.getByText("Log in").last().click();
        page.getByText("open for too long").waitFor();
        logIn(page);
        page.getByText("Check " + number).first().waitFor();

        engine.getTaskService().setAssignee(idOf(link), olga);
        engine.getRuntimeService()
                .deleteProcessInstance(
                        engine.getTaskService()
                                .createTaskQuery()
                                .taskId(idOf(link))
                                .singleResult()
                                .getProcessInstanceId(),
                        "withdrawn");
        page.navigate(link);
        page.getByText("has not been needed since").waitFor();
        handsOver(page);
    }

    private void handsOver(Page page) {
        page.navigate("http://localhost:" + door.port() + "/staff/settings");
        page.getByLabel("First day away").fill(calendar.today().plusDays(7).toString());
        page.getByLabel("Last day away").fill(calendar.today().plusDays(9).toString());
        page.locator("form:has(#standIn) button.primary").click();
        page.locator("#standIn-error").waitFor();
        assertThat(page.getByLabel("First day away"))
                .hasValue(calendar.today().plusDays(7).toString());
        page.getByLabel("Who stands in").selectOption("bill-" + olga);
        page.locator("form:has(#standIn) button.primary").click();
        page.locator("#away td").first().waitFor();
        assertThat(page.locator("#away")).containsText("bill-" + olga);
        assertThat(Accessibility.violations(page)).isEmpty();
        screenshots.portal(page, "staff-settings");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.setViewportSize(390, 844);
        assertThat(Accessibility.violations(page)).isEmpty();
    }

    private void logIn(Page page) {
        page.getByLabel("User").fill(olga);
        page.getByLabel("Password").fill(Staff.PASSWORD);
        page.getByText("Log in").last().click();
    }

    private static String idOf(String link) {
        return link.replaceFirst(".*/", "");
    }
}
