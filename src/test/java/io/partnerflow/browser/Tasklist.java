package io.partnerflow.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** Tasklist in the hands of a member of staff. */
public class Tasklist {

    private final Page page;

    Tasklist(Page page) {
        this.page = page;
    }

    /** Logs in at the staff door and goes to Tasklist by its own menu. */
    public static Tasklist login(Page page, String door, String person, String password) {
        page.navigate(door + "/staff/login");
        page.getByLabel("User").fill(person);
        page.getByLabel("Password").fill(password);
        button(page, "Log in").click();
        page.waitForURL("**/staff");
        return new Tasklist(page);
    }

    /** Opens the first task of this name, claims it, and waits for its form, whose decision is open. */
    public void open(String task) {
        look(task);
        assertThat(page.locator(".fjs-form input[type=radio]").first()).isEnabled();
    }

    /** Opens the first task of this name and claims it. */
    public void look(String task) {
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Tasklist").setExact(true))
                .first()
                .click();
        page.locator(".tasks-list li")
                .filter(new Locator.FilterOptions().setHasText(task))
                .first()
                .click();
        page.locator(".fjs-form").waitFor();
        var claim = page.locator("button.claim, .claim").filter(new Locator.FilterOptions().setHasText("Claim"));
        claim.first().click();
        assertThat(page.locator("button.unclaim, .unclaim").first()).isVisible();
    }

    /** Opens one task by the link in its letter, claims it, and waits for its form. */
    void openLink(String door, String id) {
        page.navigate(door + "/go/task/" + id);
        page.locator(".fjs-form").waitFor();
        page.locator("button.claim, .claim")
                .filter(new Locator.FilterOptions().setHasText("Claim"))
                .first()
                .click();
        assertThat(page.locator(".fjs-form input[type=radio]").first()).isEnabled();
    }

    void fill(String label, String text) {
        page.locator(".fjs-form").getByLabel(label).first().fill(text);
    }

    /** Begins to start a process that starts with a form, and waits for the form. */
    void startForm(String process) {
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Tasklist").setExact(true))
                .first()
                .click();
        page.getByText("Start process").first().click();
        page.locator(".modal-body").getByText(process).first().click();
        page.locator(".modal-body .fjs-form").waitFor();
    }

    void choose(String answer) {
        page.locator(".fjs-form")
                .getByLabel(answer, new Locator.GetByLabelOptions().setExact(true))
                .check();
    }

    /** @param label as it stands there, without the asterisk of what must be filled in */
    public void write(String label, String answer) {
        page.locator(".fjs-form")
                .getByLabel(Pattern.compile("^\\s*" + label + "\\s*\\*?\\s*$"))
                .fill(answer);
    }

    void select(String label, String answer) {
        page.locator(".fjs-form-field-select")
                .filter(new Locator.FilterOptions().setHasText(label))
                .locator(".fjs-input-group")
                .click();
        page.locator(".fjs-dropdownlist-item")
                .filter(new Locator.FilterOptions().setHasText(answer))
                .click();
    }

    /** What a readonly field of the open form shows. */
    String fact(String label) {
        return page.locator(".fjs-form").getByLabel(label).first().inputValue();
    }

    /** Completes the open task and waits until it is gone. */
    public void complete() {
        page.waitForResponse(
                answer -> answer.url().contains("submit-form") && answer.status() < 400,
                () -> button(page, "Complete").click());
        assertThat(page.locator(".fjs-form")).hasCount(0);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^\\s*" + name + "\\s*$")));
    }
}
