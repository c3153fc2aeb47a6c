package io.partnerflow.engine;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.savedrequest.SavedRequest;

/**
 * The page of ours somebody wanted before the log-in. The session remembers it; the log-in form carries it as well, for
 * who leaves that form open until the session is over.
 */
public final class WantedPage {

    static final String SAVED = "STAFF_SAVED_REQUEST";
    static final String FIELD = "then";

    private static final Pattern OURS = Pattern.compile("/(go|staff)(/[A-Za-z0-9_@-][A-Za-z0-9._@-]*){1,6}");

    private WantedPage() {}

    /** @return its path; empty where nothing was wanted, or no page of our own */
    public static Optional<String> of(HttpServletRequest request) {
        return carried(request.getParameter(FIELD)).or(() -> remembered(request));
    }

    /** What the form carried is believed only if it is a plain path behind this door. */
    static Optional<String> carried(@Nullable String path) {
        return Optional.ofNullable(path)
                .filter(one -> OURS.matcher(one).matches())
                .filter(one -> !one.startsWith("/staff/login") && !one.startsWith("/staff/logout"));
    }

    private static Optional<String> remembered(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(SAVED) instanceof SavedRequest saved
                ? carried(URI.create(saved.getRedirectUrl()).getPath())
                : Optional.empty();
    }
}
