package io.partnerflow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.partnerflow.access.Role;
import io.partnerflow.access.Users;
import io.partnerflow.web.StaffListener;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

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

    static {
        FileSystemUtils.deleteRecursively(new File("target/every-page")); // the demo is told anew
    }

    @LocalServerPort
    int port;

    @Autowired
    StaffListener staff;

    @Autowired
    Users users;

    @Autowired
    JdbcClient database;

    final List<String> findings = new ArrayList<>();
    final Set<String> complained = new HashSet<>();
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
        findings.addAll(chromium.complaints().stream()
                .filter(complaint -> complained.add(complaint))
                .toList());
        var found = findings.stream().distinct().toList();
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
        onADesk("everybody", door(), List.of("/", "/login", "/apply", "/password/forgotten"));
    }

    /** One reseller of each programme; on their phones they read another language than at their desks. */
    @ParameterizedTest
    @CsvSource({
        "anna@nordforvaltning.example, ",
        "greta@luftkoll.example, ",
        "hugo@drifthuset.example, ",
        "rasmus@skrivbordet.example, de"
    })
    void whatAResellerSees(String email, Locale language) {
        var who = email.replaceAll("@.*", "");
        page = logIn(email);
        var seen = onADesk(who, door(), List.of("/", "/settings", "/invitations"));
        assertThat(seen).hasSizeGreaterThan(15);
        if (language != null) {
            page.locator(".languages button[value=%s]".formatted(language)).click();
            onAPhone(who, List.of("/", "/settings", "/invitations"), language);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "ADMIN")
    void noLinkLeadsAColleagueWhereItsRoleEnds(Role role) {
        page = logIn(colleague(role));
        walk(List.of("/"), door(), false, this::textsAreThere);
    }

    /** Whose organisation is nobody's reseller. */
    @Test
    void whatACustomerSees() {
        var customer = aCustomerWithAContract();
        page = logIn(person("customer", customer, Role.ADMIN));
        assertThat(onADesk("customer", door(), List.of("/", "/settings"))).hasSizeGreaterThan(6);
        page.locator(".languages button[value=sv]").click();
        onAPhone("customer", List.of("/", "/settings"), Locale.forLanguageTag("sv"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"petra", "olle", "carla", "klara", "lena", "bengt", "mona"})
    void whatADeskSees(String name) {
        page = chromium.window(1280, true);
        page.navigate("http://localhost:%d/staff/login".formatted(staff.port()));
        page.locator("input[name=username]").fill(name);
        page.locator("input[name=password]").fill("demo");
        page.locator("main button").first().click();
        onADesk("staff-" + name, "http://localhost:" + staff.port(), List.of("/staff"));
    }

    private List<String> onADesk(String who, String door, List<String> starts) {
        return walk(starts, door, who.equals("rasmus"), path -> {
            look(who, path);
            if (((Number) page.evaluate(WEIGHT)).intValue() > HEAVY) {
                findings.add("%s weighs %s bytes".formatted(path, page.evaluate(WEIGHT)));
            }
        });
    }

    private void onAPhone(String who, List<String> starts, Locale language) {
        var leftovers = new Leftovers(language);
        page.setViewportSize(390, 844);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        walk(starts, door(), false, path -> {
            look(who + "-phone-" + language, path);
            leftovers.in(page).forEach(text -> findings.add("%s %s is English: %s".formatted(language, path, text)));
            var width = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
            if (width > 390) {
                findings.add("%s %s sticks out of a phone: %d".formatted(language, path, width));
            }
        });
    }

    private List<String> walk(List<String> starts, String door, boolean eachTab, Consumer<String> look) {
        var walk = new PageWalk(page, door, eachTab);
        var seen = walk.from(starts, look);
        findings.addAll(walk.broken());
        return seen;
    }

    private void look(String who, String path) {
        Accessibility.violations(page).forEach(one -> findings.add("%s %s %s".formatted(who, path, one)));
        textsAreThere(path);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of(
                        "target", "screenshots", "every-page", who, path.replaceAll("[^A-Za-z0-9-]+", "_") + ".png"))
                .setFullPage(true));
    }

    private void textsAreThere(String path) {
        if (page.content().contains("??")) {
            findings.add("%s: a text is missing".formatted(path));
        }
    }

    private Page logIn(String email) {
        var window = chromium.window(1280, true);
        window.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        window.navigate(door() + "/login");
        window.locator("input[name=username]").fill(email);
        window.locator("input[name=password]").fill("demo");
        window.locator("main button").first().click();
        return window;
    }

    /** Somebody else at Anna's, with this role. */
    private String colleague(Role role) {
        var anna = users.byEmail("anna@nordforvaltning.example").orElseThrow();
        return person(
                role.name().toLowerCase(Locale.ROOT),
                database.sql("SELECT organisation_id FROM membership WHERE user_id = ?")
                        .param(anna.id())
                        .query(UUID.class)
                        .single(),
                role);
    }

    private UUID aCustomerWithAContract() {
        return database.sql("""
                        SELECT s.customer_id FROM subscription s JOIN invoice i ON i.bill_to = s.customer_id
                        WHERE s.status = 'ACTIVE' LIMIT 1""").query(UUID.class).single();
    }

    private String person(String name, UUID organisation, Role role) {
        var email = name + "@every-page.example";
        var user = users.invite(email, "Somebody " + name, "en");
        users.setPassword(user.id(), "demo");
        users.join(user.id(), organisation, role);
        return email;
    }

    private String door() {
        return "http://localhost:" + port;
    }
}
