package io.partnerflow.access;

import io.partnerflow.shared.Languages;
import io.partnerflow.web.StaffListener;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleTimeZoneAwareLocaleContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.i18n.AbstractLocaleContextResolver;
import org.springframework.web.util.WebUtils;

/**
 * In which language and time zone the reader of a page or an answer wants it: its own settings once it has logged in at
 * the portal; before that what it chose in this browser; else the first offered one its browser asks for. A call of the
 * API that names a language gets that one. Staff read what their browser asks for, as Tasklist does.
 */
@Component("localeResolver")
public class ReaderPreferences extends AbstractLocaleContextResolver {

    private static final String LANGUAGE = "PORTAL_LANGUAGE";
    private static final String TIME_ZONE = "PORTAL_TIME_ZONE";
    private static final String COOKIE = "language";

    private final StaffListener staff;
    private final Users users;
    private final ZoneId vendorZone;

    ReaderPreferences(StaffListener staff, Users users, @Value("${partnerflow.vendor.time-zone}") ZoneId vendorZone) {
        this.staff = staff;
        this.users = users;
        this.vendorZone = vendorZone;
    }

    @Override
    public LocaleContext resolveLocaleContext(HttpServletRequest request) {
        return new SimpleTimeZoneAwareLocaleContext(language(request), TimeZone.getTimeZone(zone(request)));
    }

    @Override
    public void setLocaleContext(
            HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable LocaleContext wanted) {
        throw new UnsupportedOperationException("a reader chooses by choose or in its settings");
    }

    /** From now on this session reads as the user's settings say. */
    public void remember(HttpServletRequest request, Users.User person) {
        var session = request.getSession();
        session.setAttribute(LANGUAGE, person.language().toLanguageTag());
        session.setAttribute(
                TIME_ZONE, person.timeZone() == null ? null : person.timeZone().getId());
    }

    /** From now on this browser reads in this language as long as nobody logs in; what is not offered changes nothing. */
    public void choose(HttpServletRequest request, HttpServletResponse response, String language) {
        if (Languages.isOffered(language)) {
            var session = request.getSession(false);
            if (session != null) {
                session.removeAttribute(LANGUAGE);
            }
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    ResponseCookie.from(COOKIE, language)
                            .path("/")
                            .maxAge(Duration.ofDays(365))
                            .sameSite("Lax")
                            .httpOnly(true)
                            .secure(request.isSecure())
                            .build()
                            .toString());
        }
    }

    private Locale language(HttpServletRequest request) {
        if (staff.received(request)) {
            return asked(request).orElse(Languages.FALLBACK);
        }
        if (request.getRequestURI().startsWith("/api/")) {
            return asked(request).or(this::ofCaller).orElse(Languages.FALLBACK);
        }
        return remembered(request, LANGUAGE)
                .or(() ->
                        Optional.ofNullable(WebUtils.getCookie(request, COOKIE)).map(Cookie::getValue))
                .filter(Languages::isOffered)
                .map(Locale::forLanguageTag)
                .or(() -> asked(request))
                .orElse(Languages.FALLBACK);
    }

    private ZoneId zone(HttpServletRequest request) {
        return staff.received(request)
                ? vendorZone
                : remembered(request, TIME_ZONE).map(ZoneId::of).orElse(vendorZone);
    }

    private static Optional<String> remembered(HttpServletRequest request, String name) {
        return Optional.ofNullable((String) WebUtils.getSessionAttribute(request, name));
    }

    /** The first offered one of those the browser or program asks for. */
    private static Optional<Locale> asked(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null
                ? Optional.empty()
                : Collections.list(request.getLocales()).stream()
                        .map(Locale::getLanguage)
                        .filter(Languages::isOffered)
                        .findFirst()
                        .map(Locale::forLanguageTag);
    }

    private Optional<Locale> ofCaller() {
        return users.loggedIn().map(Users.User::language);
    }
}
