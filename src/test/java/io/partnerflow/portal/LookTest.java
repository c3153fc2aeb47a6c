package io.partnerflow.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.intake.Rendering;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The frame and its parts as a reader gets them; written to {@code target/look} to be looked at. */
class LookTest {

    private static final Path TARGET = Path.of("target", "look");

    @Test
    void framesAPage() throws IOException {
        var model = shell();
        model.put(
                "tabs",
                List.of(
                        new Shell.Item("Prepared", "/customers?tab=prepared", false, 3L),
                        new Shell.Item("Trial accounts", "/customers?tab=trials", true, 5L),
                        new Shell.Item("Customers", "/customers?tab=customers", false, 12L)));
        model.put(
                "steps",
                List.of(
                        new Shell.Step("done", "Order started", "18 November 2026, 10:12"),
                        new Shell.Step("done", "Order form registered", "18 November 2026, 10:20"),
                        new Shell.Step("now", "Signed agreement awaited", "since 19 November 2026"),
                        new Shell.Step("next", "Checked by the vendor", null),
                        new Shell.Step("next", "Account opened", null)));
        var html = written("sample", Rendering.page("portal/sample", model));
        assertThat(html)
                .contains("<title>Customers</title>", "href=\"#main\"", "id=\"main\"", "Acting for")
                .contains("<a href=\"/customers\" aria-current=\"page\">")
                .contains("1–5 of 12", "Waiting for you", "due 3 December 2026")
                .doesNotContain("??", " style=", "<style");
    }

    @Test
    void framesAForm() throws IOException {
        var model = shell();
        model.put("flash", new Shell.Flash("good", "Customer prepared."));
        model.put(
                "view",
                Rendering.everyField(facts(), Map.of("licences", "0", "decision", "reject", "note", "Hello"), true));
        var html = written("form", Rendering.page("portal/form-page", model));
        assertThat(html)
                .contains("<h1>Order for BRF Eken</h1>", "Customer prepared.")
                .doesNotContain("??");
    }

    @Test
    void framesAPageForSomebodyWithoutALogIn() throws IOException {
        var model = new HashMap<String, Object>();
        model.put("shell", new Shell("partnerflow", null, List.of(), List.of(), List.of(), List.of()));
        model.put("view", Rendering.everyField(facts(), Map.of(), false));
        assertThat(written("open", Rendering.page("portal/form-page", model)))
                .contains("href=\"/login\"")
                .doesNotContain("class=\"navigation\"", "/logout", "??");
    }

    @Test
    void framesALetter() throws IOException {
        var html = written(
                "letter",
                Rendering.page(
                        "mail/look",
                        Map.of(
                                "recipient",
                                "Anna Ek",
                                "vendor",
                                Map.of(
                                        "name",
                                        "Northlight Software AB",
                                        "registrationNumber",
                                        "556677-8899",
                                        "email",
                                        "partners@northlight.example"))));
        assertThat(html)
                .contains("<title>Your trial has started</title>", "Hello Anna Ek,")
                .doesNotContain("??", " th:");
    }

    private static Map<String, Object> facts() {
        return Map.of(
                "buyer", "BRF Eken",
                "customer", Map.of("name", "BRF Eken", "country", "Sweden"),
                "priceList", "/documents/price-list.pdf",
                "plans", List.of(Map.of("value", "basic", "label", "Basic"), Map.of("value", "pro", "label", "Pro")),
                "lines", List.of(Map.of("sku", "P-1", "name", "Plan"), Map.of("sku", "S-1", "name", "Sensor")));
    }

    private static Map<String, Object> shell() {
        var model = new HashMap<String, Object>();
        model.put(
                "shell",
                new Shell(
                        "partnerflow",
                        new Shell.User("Anna Ek", "anna@nordforvaltning.example"),
                        List.of(
                                new Shell.Organisation("1", "Nord Förvaltning AB", true),
                                new Shell.Organisation("2", "Ek Konsult AB", false)),
                        List.of(
                                new Shell.Group(
                                        "Sales",
                                        List.of(
                                                new Shell.Item("Customers", "/customers", true, null),
                                                new Shell.Item("Orders", "/orders", false, 2L))),
                                new Shell.Group(
                                        "Money", List.of(new Shell.Item("Invoices", "/invoices", false, null)))),
                        List.of(),
                        List.of()));
        return model;
    }

    private static String written(String name, String html) throws IOException {
        Files.createDirectories(TARGET);
        Files.writeString(TARGET.resolve(name + ".html"), html.replace("=\"/assets/", "=\"../classes/static/assets/"));
        return html;
    }
}
