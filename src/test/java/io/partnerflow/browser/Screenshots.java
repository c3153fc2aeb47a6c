package io.partnerflow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** What pages looked like, numbered in the order of the story, in {@code target/screenshots}. */
public class Screenshots {

    private static final int DESKTOP = 1280;
    private static final int PHONE = 390;

    private final String story;
    private int number;

    public Screenshots() {
        this("");
    }

    /** @param story stands before every picture's name */
    public Screenshots(String story) {
        this.story = story.isEmpty() ? "" : story + "-";
    }

    /** A page of the staff's side. */
    public void staff(Page page, String name) {
        shoot(page, "%02d-%s".formatted(++number, name));
    }

    /** A page of the portal, on a desk and on a phone, where nothing may stick out. */
    public void portal(Page page, String name) {
        number++;
        shoot(page, "%02d-%s".formatted(number, name));
        page.setViewportSize(PHONE, 844);
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as("%s is as wide as the phone", name)
                .isEqualTo(PHONE);
        shoot(page, "%02d-%s-phone".formatted(number, name));
        page.setViewportSize(DESKTOP, 900);
    }

    private void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", story + name + ".png"))
                .setFullPage(true));
    }
}
