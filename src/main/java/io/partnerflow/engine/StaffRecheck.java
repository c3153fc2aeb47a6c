package io.partnerflow.engine;

import static java.util.stream.Collectors.toUnmodifiableSet;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends the log-in of who has left the house or changed desks, with the next click instead of the next morning. */
class StaffRecheck extends OncePerRequestFilter {

    private final IdentityService identity;
    private final SecurityContextRepository contexts;

    StaffRecheck(IdentityService identity, SecurityContextRepository contexts) {
        this.identity = identity;
        this.contexts = contexts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var login = SecurityContextHolder.getContext().getAuthentication();
        if (login != null && !(login instanceof AnonymousAuthenticationToken) && !isAsAtLogin(login)) {
            contexts.saveContext(SecurityContextHolder.createEmptyContext(), request, response);
            SecurityContextHolder.clearContext();
            new ForgetWebappLogin().logout(request, response, login);
        }
        chain.doFilter(request, response);
    }

    private boolean isAsAtLogin(Authentication login) {
        if (identity.createUserQuery().userId(login.getName()).count() == 0) {
            return false;
        }
        return login.getAuthorities().contains(StaffLogin.NEW_PASSWORD_DEMANDED)
                || StaffPerson.of(login).groups().equals(groupsOf(login.getName()));
    }

    private Set<String> groupsOf(String person) {
        return identity.createGroupQuery().groupMember(person).list().stream()
                .map(Group::getId)
                .collect(toUnmodifiableSet());
    }
}
