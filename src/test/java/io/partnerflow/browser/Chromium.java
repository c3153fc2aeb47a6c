package io.partnerflow.browser;

import static org.assertj.core.api.Assertions.fail;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A real browser for tests. Where there is none they are left out, loudly; on the build server that is a failure. */
public final class Chromium implements AutoCloseable {

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = new ArrayList<>();

    private Chromium(Path program) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(List.of("--no-sandbox")));
    }

    public static Chromium start() {
        var program = installed();
        if (program.isEmpty()) {
            System.err.println("\n!!! NO CHROMIUM FOUND: browser tests are left out. Set CHROMIUM to its path. !!!\n");
            if ("true".equals(System.getenv("CI"))) {
                fail("no Chromium on the build server");
            }
        }
        Assumptions.assumeTrue(program.isPresent(), "no Chromium found");
        return new Chromium(program.get());
    }

    private static Optional<Path> installed() {
        return Stream.of(
                        Optional.ofNullable(System.getenv("CHROMIUM")).orElse("/nowhere"),
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome",
                        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A fresh window: nobody logged in. What its pages complain about is gathered in {@link #complaints}. */
    public Page window(int width, boolean scripts) {
        return open(new Browser.NewContextOptions().setViewportSize(width, 900).setJavaScriptEnabled(scripts))
                .newPage();
    }

    /** Another tab of the same window: who is logged in in the one is logged in in the other. */
    public Page tab(Page window) {
        return window.context().newPage();
    }

    private BrowserContext open(Browser.NewContextOptions options) {
        var context = browser.newContext(options);
        context.setDefaultTimeout(60_000);
        context.onConsoleMessage(message -> {
            if ("error".equals(message.type())) {
                complaints.add(message.text());
            }
        });
        context.onWebError(error -> complaints.add(error.error()));
        return context;
    }

    /** Errors on the console, refused resources and scripts that failed, so far. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
