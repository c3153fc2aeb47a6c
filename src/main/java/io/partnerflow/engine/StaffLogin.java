package io.partnerflow.engine;

import io.partnerflow.web.LoginGuard;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** Checks a member of staff against the engine's identity tables; the authorities are its groups. */
@Component
class StaffLogin implements AuthenticationProvider {

    private final IdentityService identity;
    private final LoginGuard guard;

    StaffLogin(@Lazy IdentityService identity, LoginGuard guard) {
        this.identity = identity;
        this.guard = guard;
    }

    @Override
    public Authentication authenticate(Authentication wanted) {
        var account = "staff:" + wanted.getName();
        guard.admit(account);
        if (!identity.checkPassword(wanted.getName(), String.valueOf(wanted.getCredentials()))) {
            guard.failed(account);
            throw new BadCredentialsException("unknown user or wrong password");
        }
        guard.succeeded(account);
        var groups = identity.createGroupQuery().groupMember(wanted.getName()).list().stream()
                .map(Group::getId)
                .map(group -> new SimpleGrantedAuthority("GROUP_" + group))
                .toList();
        return UsernamePasswordAuthenticationToken.authenticated(wanted.getName(), null, groups);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
