package io.partnerflow.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads the key of a call. One in the address, where logs and proxies keep it, counts as none. */
class KeyFilter extends OncePerRequestFilter {

    private static final String SCHEME = "bearer ";

    private final KeyLogin keys;
    private final ApiRefusal refusal;

    KeyFilter(KeyLogin keys, ApiRefusal refusal) {
        this.keys = keys;
        this.refusal = refusal;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            if (request.getQueryString() != null && KeySecret.isIn(request.getQueryString())) {
                throw new KeyLogin.Refused(401, "api-key-in-address", 0);
            }
            enter(request);
        } catch (KeyLogin.Refused refused) {
            refusal.commence(request, response, refused);
            return;
        }
        chain.doFilter(request, response);
    }

    /** Nothing of it outlives the call: no session knows it. */
    private void enter(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            var secret = new KeySecret(header.substring(SCHEME.length()).strip());
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(keys.enter(secret, request.getRemoteAddr()));
            SecurityContextHolder.setContext(context);
        }
    }
}
