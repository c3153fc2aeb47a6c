package io.partnerflow.portal;

import io.partnerflow.deadlines.DeadlineFeeds;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A user's deadlines for the calendar that asks for them again and again; it has no log-in, only its address. */
@Controller
class CalendarLinkController {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final DeadlineFeeds feeds;

    CalendarLinkController(DeadlineFeeds feeds) {
        this.feeds = feeds;
    }

    @GetMapping("/link/calendar/{secret}.ics")
    ResponseEntity<byte[]> calendar(@PathVariable String secret) {
        return feeds.read(secret)
                .map(text -> ResponseEntity.ok()
                        .contentType(CALENDAR)
                        .cacheControl(CacheControl.noStore().cachePrivate())
                        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"deadlines.ics\"")
                        .header("Referrer-Policy", "no-referrer")
                        .body(text.getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
