package io.partnerflow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.partnerflow.access.Role;
import io.partnerflow.access.Users;
import io.partnerflow.shared.Languages;
import io.partnerflow.web.StaffListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every page that links lead to in the demo, with each role: on a desk in light and on a phone in dark colours, usable
 * for everybody (WCAG 2.2 AA), nothing sticks out, nothing complains, nothing is heavy; and in every language.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "partnerflow.staff.port=0",
            "partnerflow.data-dir=target/every-page",
            "partnerflow.database.durable=false",
            "server.address=127.0.0.1"
        })
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("own-application")
class EveryPageTest {

    private static final int HEAVY = 200_000;
    private static final String WEIGHT =
            "performance.getEntriesByType('navigation').concat(performance.getEntriesByType('resource'))"
                    + ".reduce((sum, one) => sum + one.encodedBodySize, 0)";

    @LocalServerPort
    int port;

    @Autowired
    StaffListener staff;

    @Autowired
    Users users;

    @Autowired
    JdbcClient database;

    final List<String> findings = new ArrayList<>();
    Chromium chromium;
    Page page;

    @BeforeAll
    void open() {
        chromium = Chromium.start();
    }

    @AfterAll
    void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @AfterEach
    void nothingIsFound() {
        var found = List.copyOf(findings);
        found.forEach(System.out::println);
        findings.clear();
        if (page != null) {
            page.context().close();
            page = null;
        }
        assertThat(found).as("what is wrong with the pages").isEmpty();
    }

    @Test
    void theStoryOfTheDemoIsPlayedToItsEnd(CapturedOutput output) {
        assertThat(database.sql("SELECT count(*) FROM demo_story WHERE finished_at IS NOT NULL")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(output.getAll()).doesNotContain(" ERROR ", "cannot go on");
    }

    @Test
    void whatEverybodyMaySee() {
        page = chromium.window(1280, true);
        walk("everybody", door(), List.of("/", "/login", "/apply", "/password/forgotten"));
    }

    /** One reseller of each programme. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "anna@nordforvaltning.example",
                "greta@luftkoll.example",
                "hugo@drifthuset.example",
                "rasmus@skrivbordet.example"
            })
    void whatAResellerSees(String email) {
        page = logIn(email);
        var seen = walk(email.replaceAll("@.*", ""), door(), List.of("/", "/settings", "/invitations"));
        assertThat(seen).hasSizeGreaterThan(15);
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "ADMIN")
    void whatAResellersPeopleSeeByTheirRole(Role role) {
        page = logIn(colleague(role));
        walk(role.name().toLowerCase(Locale.ROOT), door(), List.of("/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"petra", "olle", "carla", "klara", "lena", "bengt", "mona"})
    void whatADeskSees(String name) {
        page = chromium.window(1280, true);
        page.navigate("http://localhost:%d/staff/login".formatted(staff.port()));
        page.locator("input[name=username]").fill(name);
        page.locator("input[name=password]").fill("demo");
        page.locator("main button").first().click();
        walk("staff-" + name, "http://localhost:" + staff.port(), List.of("/staff"));
    }

    static List<Locale> otherLanguages() {
        return Languages.offered().stream()
                .filter(language -> !language.equals(Languages.FALLBACK))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("otherLanguages")
    void whatAResellerReadsInItsLanguage(Locale language) {
        var texts = new Leftovers(language);
        for (var email : List.of("anna@nordforvaltning.example", "rasmus@skrivbordet.example")) {
            page = logIn(email);
            page.locator(".languages button[value=%s]".formatted(language.getLanguage()))
                    .click();
            page.setViewportSize(390, 844);
            new PageWalk(page, door(), 1).from(List.of("/", "/settings"), path -> {
                texts.in(page).forEach(text -> findings.add("%s %s: %s".formatted(language, path, text)));
                fits(path);
                picture(email.replaceAll("@.*", ""), language + "-" + path);
            });
            page.locator(".languages button[value=en]").click();
            page.context().close();
        }
    }

    private List<String> walk(String who, String door, List<String> starts) {
        return new PageWalk(page, door, 1).from(starts, path -> {
            look(who, path, "");
            if (((Number) page.evaluate(WEIGHT)).intValue() > HEAVY) {
                findings.add("%s %s weighs %s bytes".formatted(who, path, page.evaluate(WEIGHT)));
            }
            page.setViewportSize(390, 844);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            look(who, path, "phone-");
            fits(path);
            page.setViewportSize(1280, 900);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        });
    }

    private void look(String who, String path, String how) {
        Accessibility.violations(page).forEach(one -> findings.add("%s %s%s %s".formatted(who, how, path, one)));
        if (page.content().contains("??")) {
            findings.add("%s %s: a text is missing".formatted(who, path));
        }
        picture(who, how + path);
    }

    private void fits(String path) {
        var width = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
        if (width > 390) {
            findings.add("%s sticks out of a phone: %d".formatted(path, width));
        }
    }

    private void picture(String who, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of(
                        "target", "screenshots", "every-page", who, name.replaceAll("[^A-Za-z0-9-]+", "_") + ".png"))
                .setFullPage(true));
    }

    private Page logIn(String email) {
        var window = chromium.window(1280, true);
        window.navigate(door() + "/login");
        window.locator("input[name=username]").fill(email);
        window.locator("input[name=password]").fill("demo");
        window.locator("main button").first().click();
        return window;
    }

    /** Somebody else at Anna's, with this role. */
    private String colleague(Role role) {
        var anna = users.byEmail("anna@nordforvaltning.example").orElseThrow();
        var organisation = database.sql("SELECT organisation_id FROM membership WHERE user_id = ?")
                .param(anna.id())
                .query(java.util.UUID.class)
                .single();
        var email = role.name().toLowerCase(Locale.ROOT) + "@nordforvaltning.example";
        var user = users.invite(email, "Colleague " + role.name().toLowerCase(Locale.ROOT), "en");
        users.setPassword(user.id(), "demo");
        users.join(user.id(), organisation, role);
        return email;
    }

    private String door() {
        return "http://localhost:" + port;
    }
}
