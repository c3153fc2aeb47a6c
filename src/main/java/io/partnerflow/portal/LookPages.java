package io.partnerflow.portal;

import io.partnerflow.documents.Branding;
import io.partnerflow.documents.Shades;
import io.partnerflow.parties.Brandings;
import io.partnerflow.shared.NotFound;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Colours and logo of a reseller for its customers' pages, also for those who do not log in. The address cannot be
 * guessed and another after each change, so browsers may keep what they got.
 */
@Controller
@RequestMapping("/link/look/{key}")
class LookPages {

    private static final Duration KEPT = Duration.ofDays(7);

    private final Brandings brandings;

    LookPages(Brandings brandings) {
        this.brandings = brandings;
    }

    /** A style of its own, since pages may carry none. */
    @GetMapping(value = "/look.css", produces = "text/css")
    ResponseEntity<String> colours(@PathVariable UUID key) {
        var branding = behind(key);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(KEPT).cachePublic().immutable())
                .body(".top { border-top: .3rem solid var(--brand) }\n:root { --brand: %s; %s; --focus: %s }\n"
                                .formatted(
                                        branding.colour(),
                                        variables(branding.onLight()),
                                        branding.onLight().accent())
                        + "@media (prefers-color-scheme: dark) { :root { %s; --focus: %s } }\n"
                                .formatted(
                                        variables(branding.onDark()),
                                        branding.onDark().strong()));
    }

    /** The picture itself; whatever it is, a browser takes it for nothing but a picture. */
    @GetMapping("/logo")
    ResponseEntity<byte[]> logo(@PathVariable UUID key) {
        var branding = behind(key);
        return Optional.ofNullable(branding.logo())
                .map(bytes -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(branding.logoType()))
                        .cacheControl(CacheControl.maxAge(KEPT).cachePublic().immutable())
                        .header("X-Content-Type-Options", "nosniff")
                        .header("Content-Security-Policy", "default-src 'none'; sandbox")
                        .body(bytes))
                .orElseThrow(() -> new NotFound("logo", "of the look"));
    }

    private Branding behind(UUID key) {
        return brandings.behind(key).orElseThrow(() -> new NotFound("look", "behind this address"));
    }

    private static String variables(Shades shades) {
        return "--accent: %s; --accent-strong: %s; --on-accent: %s; --accent-soft: %s"
                .formatted(shades.accent(), shades.strong(), shades.on(), shades.soft());
    }
}
