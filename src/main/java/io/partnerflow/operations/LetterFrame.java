package io.partnerflow.operations;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A letter's page inside one of ours: looks and links, nothing that runs or loads. Links open beside our page. */
final class LetterFrame {

    private static final String NOTHING_RUNS =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

    private LetterFrame() {}

    static ResponseEntity<byte[]> show(String html) {
        var page = html.replaceFirst("(?i)<head>", "<head><base target=\"_blank\"/>");
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", NOTHING_RUNS)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .cacheControl(CacheControl.noStore())
                .body(page.getBytes(StandardCharsets.UTF_8));
    }
}
