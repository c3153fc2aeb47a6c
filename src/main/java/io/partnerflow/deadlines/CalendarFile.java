package io.partnerflow.deadlines;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * A calendar of whole days, as RFC 5545 writes it. An event keeps its UID when its day moves, so that a calendar moves it too.
 *
 * @param name of the calendar
 */
record CalendarFile(String name, List<Event> events) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int LONGEST_LINE = 75;

    /**
     * @param uid the same each time the file is made
     * @param page address of what it is about
     */
    record Event(String uid, LocalDate day, String summary, String description, String page) {}

    /** @param now when it was made */
    String text(Instant now) {
        var lines = new StringBuilder();
        line(lines, "BEGIN:VCALENDAR");
        line(lines, "VERSION:2.0");
        line(lines, "PRODID:-//partnerflow//deadlines//EN");
        line(lines, "CALSCALE:GREGORIAN");
        line(lines, "X-WR-CALNAME:" + escaped(name));
        events.forEach(event -> event(lines, event, now));
        line(lines, "END:VCALENDAR");
        return lines.toString();
    }

    private static void event(StringBuilder lines, Event event, Instant now) {
        line(lines, "BEGIN:VEVENT");
        line(lines, "UID:" + event.uid());
        line(lines, "DTSTAMP:" + MOMENT.format(now));
        line(lines, "DTSTART;VALUE=DATE:" + DAY.format(event.day()));
        line(lines, "DTEND;VALUE=DATE:" + DAY.format(event.day().plusDays(1)));
        line(lines, "SUMMARY:" + escaped(event.summary()));
        line(lines, "DESCRIPTION:" + escaped(event.description()));
        line(lines, "URL:" + event.page());
        line(lines, "TRANSP:TRANSPARENT");
        line(lines, "END:VEVENT");
    }

    /** RFC 5545, 3.3.11; other control characters have no place in a text. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r\n", "\n")
                .replace("\n", "\\n")
                .replaceAll("\\p{Cntrl}", " ");
    }

    /** RFC 5545, 3.1: at most 75 bytes a line, and no character is cut in two. */
    private static void line(StringBuilder lines, String content) {
        var bytes = 0;
        for (var index = 0; index < content.length(); ) {
            var point = content.codePointAt(index);
            var length = Character.toString(point).getBytes(StandardCharsets.UTF_8).length;
            if (bytes + length > LONGEST_LINE) {
                lines.append("\r\n ");
                bytes = 1;
            }
            lines.appendCodePoint(point);
            bytes += length;
            index += Character.charCount(point);
        }
        lines.append("\r\n");
    }
}
