package io.partnerflow.access;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A form that was sent and has had no effect, with everything that was typed into it; never a password, never a file.
 *
 * @param path    where it was sent
 * @param page    it was on, with the query
 * @param entries by field, in the page's order, without the page's token
 * @param files   whether files were with it, which are not kept
 * @param user    who was logged in when the page was shown; null for nobody
 * @param organisation that it acted for then; null for none
 * @param filling whether its page shall show the entries again
 */
public record KeptForm(
        UUID id,
        Reason reason,
        String path,
        String page,
        Map<String, List<String>> entries,
        boolean files,
        @Nullable UUID user,
        @Nullable UUID organisation,
        Instant at,
        boolean filling)
        implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int LARGEST = 64 * 1024;

    /** Why it had no effect. */
    public enum Reason {
        /** Nobody was logged in any more. */
        LOGGED_OUT,
        /** The page was older than the log-in, or than the choice of the organisation. */
        OUTDATED,
        /** What it asked for was not possible. */
        REFUSED
    }

    static Optional<KeptForm> of(HttpServletRequest request, Reason reason, PageTokens.Handed owner, Instant now) {
        var type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
        var files = type.startsWith("multipart/form-data");
        if (!"POST".equals(request.getMethod())
                || !(files || type.startsWith("application/x-www-form-urlencoded"))
                || request.getRequestURI()
                        .matches("/(login|logout|password|organisation|language|resume|api|v3|staff)(/.*)?")) {
            return Optional.empty();
        }
        var entries = entries(request);
        return mayBeKept(entries)
                ? Optional.of(new KeptForm(
                        UUID.randomUUID(),
                        reason,
                        request.getRequestURI(),
                        page(request),
                        entries,
                        files,
                        owner.user(),
                        owner.organisation(),
                        now,
                        false))
                : Optional.empty();
    }

    KeptForm filled(boolean fills) {
        return new KeptForm(id, reason, path, page, entries, files, user, organisation, at, fills);
    }

    /** Whether there is anything in it that somebody has typed or chosen. */
    public boolean typed() {
        return entries.entrySet().stream()
                .anyMatch(entry -> !entry.getKey().startsWith("_")
                        && entry.getValue().stream().anyMatch(value -> !value.isBlank()));
    }

    private static boolean mayBeKept(Map<String, List<String>> entries) {
        var size = 0;
        for (var entry : entries.entrySet()) {
            if (entry.getKey().toLowerCase(Locale.ROOT).contains("password")) {
                return false;
            }
            for (var value : entry.getValue()) {
                size += entry.getKey().length() + value.length();
            }
        }
        return size <= LARGEST;
    }

    /** What stands in the address comes before the body's and is none of it. */
    private static Map<String, List<String>> entries(HttpServletRequest request) {
        var address = UriComponentsBuilder.newInstance()
                .query(request.getQueryString())
                .build()
                .getQueryParams();
        var entries = new LinkedHashMap<String, List<String>>();
        request.getParameterMap().forEach((name, values) -> {
            var body = List.of(values)
                    .subList(
                            Math.min(
                                    values.length,
                                    address.getOrDefault(name, List.of()).size()),
                            values.length);
            if (!body.isEmpty() && !List.of("_csrf", "_refresh", "_resumed").contains(name)) {
                entries.put(name, new ArrayList<>(body));
            }
        });
        return entries;
    }

    /** As the browser says; the address the form goes to where it says nothing of ours. */
    private static String page(HttpServletRequest request) {
        try {
            var from = URI.create(
                    Optional.ofNullable(request.getHeader(HttpHeaders.REFERER)).orElse(""));
            var path = String.valueOf(from.getRawPath());
            var ours = request.getServerName().equalsIgnoreCase(from.getHost())
                    && path.startsWith("/")
                    && !path.startsWith("//")
                    && !path.matches("/(login|resume|error)(/.*)?");
            return ours ? path + (from.getRawQuery() == null ? "" : "?" + from.getRawQuery()) : request.getRequestURI();
        } catch (IllegalArgumentException noAddress) {
            return request.getRequestURI();
        }
    }
}
