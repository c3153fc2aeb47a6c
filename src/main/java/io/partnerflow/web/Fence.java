package io.partnerflow.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What belongs to staff does not exist at the portal's door, and the other way round: the answer is 404, not 403, so
 * that nobody learns what is behind the wall.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Fence extends OncePerRequestFilter {

    private static final Set<String> STAFF =
            Set.of("camunda", "engine-rest", "actuator", "staff", "outbox", "payouts", "compensation", "go");
    private static final Pattern ODD =
            Pattern.compile(";|//|\\\\|/\\.{1,2}(/|$)|%2e|%2f|%5c|%25|%3b|%00", Pattern.CASE_INSENSITIVE);
    private static final Set<String> BOTH = Set.of("assets", "error", "favicon.ico");

    private final StaffListener staff;

    Fence(StaffListener staff) {
        this.staff = staff;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var room = firstSegment(request);
        if (isWrittenOddly(request)) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        } else if (staff.received(request) && room.isEmpty()) {
            response.sendRedirect("/staff");
        } else if (staff.received(request) ? STAFF.contains(room) || BOTH.contains(room) : !STAFF.contains(room)) {
            chain.doFilter(request, response);
        } else {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** None of our addresses has any of these; who writes them wants to get past a rule. */
    private static boolean isWrittenOddly(HttpServletRequest request) {
        return ODD.matcher(request.getRequestURI()).find();
    }

    private static String firstSegment(HttpServletRequest request) {
        var path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        var segments = path.toLowerCase(Locale.ROOT).replace(';', '/').split("/+");
        return segments.length < 2 ? "" : segments[1];
    }
}
