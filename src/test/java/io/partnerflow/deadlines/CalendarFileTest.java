package io.partnerflow.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What RFC 5545 asks of every line. */
class CalendarFileTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    private static CalendarFile.Event event(String summary) {
        return new CalendarFile.Event(
                "contract_ends-SU-2026-000001@partnerflow",
                LocalDate.of(2026, 12, 31),
                summary,
                "A; B, C\\D\r\nand\tmore",
                "https://portal.example/subscriptions/SU-2026-000001");
    }

    private static String text(String summary) {
        return new CalendarFile("Nord, Süd; Öst", List.of(event(summary))).text(NOW);
    }

    @Test
    void everyLineIsOneOfTheFormatAndEndsAsItShould() {
        assertThat(text("BRF Eken: contract ends").split("\r\n", -1))
                .containsExactly(
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "PRODID:-//partnerflow//deadlines//EN",
                        "CALSCALE:GREGORIAN",
                        "X-WR-CALNAME:Nord\\, Süd\\; Öst",
                        "BEGIN:VEVENT",
                        "UID:contract_ends-SU-2026-000001@partnerflow",
                        "DTSTAMP:20261122T090000Z",
                        "DTSTART;VALUE=DATE:20261231",
                        "DTEND;VALUE=DATE:20270101",
                        "SUMMARY:BRF Eken: contract ends",
                        "DESCRIPTION:A\\; B\\, C\\\\D\\nand more",
                        "URL:https://portal.example/subscriptions/SU-2026-000001",
                        "TRANSP:TRANSPARENT",
                        "END:VEVENT",
                        "END:VCALENDAR",
                        "");
    }

    @Test
    void longLinesAreFoldedWithoutCuttingACharacter() {
        var summary = "Ä€😀".repeat(40);
        var text = text(summary);

        var lines = text.split("\r\n");
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75);
            assertThat(line).doesNotContain("\uFFFD", "\n", "\r");
        });
        assertThat(Arrays.stream(lines).filter(line -> line.startsWith(" "))).isNotEmpty();
        assertThat(text.replace("\r\n ", "")).contains("SUMMARY:" + summary + "\r\n");
    }

    @Test
    void nothingTypedBecomesALineOfItsOwn() {
        assertThat(text("Evil\r\nEND:VCALENDAR\u0007").split("\r\n")).contains("SUMMARY:Evil\\nEND:VCALENDAR ");
    }
}
