package io.partnerflow.engine;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/**
 * Somebody who is logged in at the staff's door.
 *
 * @param groups ids of the groups the person belongs to
 */
public record StaffPerson(String id, Set<String> groups) {

    public static StaffPerson of(Authentication login) {
        return new StaffPerson(
                login.getName(),
                login.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .filter(authority -> authority.startsWith(StaffSession.GROUP))
                        .map(authority -> authority.substring(StaffSession.GROUP.length()))
                        .collect(toUnmodifiableSet()));
    }

    public boolean belongsTo(String group) {
        return groups.contains(group);
    }

    /** Managers and administrators look after all desks. */
    public boolean seesEverything() {
        return belongsTo(VendorDesks.MANAGERS) || isAdministrator();
    }

    public boolean isAdministrator() {
        return belongsTo(VendorDesks.ADMINISTRATORS);
    }
}
