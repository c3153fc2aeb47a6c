package io.partnerflow.engine;

import io.partnerflow.web.LoginGuard;
import java.util.List;
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

    /** The only authority of who has to choose a new password first. */
    static final SimpleGrantedAuthority NEW_PASSWORD_DEMANDED = new SimpleGrantedAuthority("NEW_PASSWORD_DEMANDED");

    private final IdentityService identity;
    private final LoginGuard guard;
    private final StaffAccounts accounts;
    private final DeskFilters filters;
    private final EngineSettings settings;

    StaffLogin(
            @Lazy IdentityService identity,
            LoginGuard guard,
            StaffAccounts accounts,
            @Lazy DeskFilters filters,
            EngineSettings settings) {
        this.identity = identity;
        this.guard = guard;
        this.accounts = accounts;
        this.filters = filters;
        this.settings = settings;
    }

    @Override
    public Authentication authenticate(Authentication wanted) {
        var account = "staff:" + wanted.getName();
        guard.admit(account);
        if (!matches(wanted.getName(), String.valueOf(wanted.getCredentials()))) {
            guard.failed(account);
            throw new BadCredentialsException("unknown user or wrong password");
        }
        guard.succeeded(account);
        return UsernamePasswordAuthenticationToken.authenticated(
                wanted.getName(), null, authoritiesOf(wanted.getName()));
    }

    /** Takes its time for unknown people too, so that the time does not tell who is known. */
    private boolean matches(String person, String password) {
        if (identity.createUserQuery().userId(person).count() == 0) {
            settings.passwordHash().encrypt(password);
            return false;
        }
        return identity.checkPassword(person, password);
    }

    private List<SimpleGrantedAuthority> authoritiesOf(String person) {
        if (accounts.newPasswordDemanded(person)) {
            return List.of(NEW_PASSWORD_DEMANDED);
        }
        filters.createFor(person);
        return identity.createGroupQuery().groupMember(person).list().stream()
                .map(Group::getId)
                .map(group -> new SimpleGrantedAuthority("GROUP_" + group))
                .toList();
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
