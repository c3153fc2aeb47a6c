package io.partnerflow.access;

import io.partnerflow.web.LoginGuard;
import java.util.List;
import java.util.Locale;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Checks a portal user's password. Unknown addresses cost the same time as wrong passwords. */
@Component
class PortalLogin implements AuthenticationProvider {

    private final Users users;
    private final LoginGuard guard;
    private final PasswordEncoder passwords;
    private final String nobodysHash;

    PortalLogin(Users users, LoginGuard guard, PasswordEncoder passwords) {
        this.users = users;
        this.guard = guard;
        this.passwords = passwords;
        this.nobodysHash = passwords.encode("nobody's");
    }

    @Override
    public Authentication authenticate(Authentication wanted) {
        var email = wanted.getName().trim().toLowerCase(Locale.ROOT);
        guard.admit(email);
        var hash = users.passwordHash(email);
        if (!passwords.matches(String.valueOf(wanted.getCredentials()), hash.orElse(nobodysHash)) || hash.isEmpty()) {
            guard.failed(email);
            throw new BadCredentialsException("unknown address or wrong password");
        }
        guard.succeeded(email);
        var user = users.byEmail(email).orElseThrow();
        return UsernamePasswordAuthenticationToken.authenticated(
                new PortalUser(user.id(), user.email()), null, List.of());
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
