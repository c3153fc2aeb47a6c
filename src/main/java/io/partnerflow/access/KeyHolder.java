package io.partnerflow.access;

import java.security.Principal;
import java.util.Set;
import java.util.UUID;

/**
 * The program behind a call with a key. It acts for one organisation, with the rights its maker has at that moment and
 * never beyond the key's scopes.
 *
 * @param name as the audit trail names it
 */
record KeyHolder(UUID key, String name, UUID organisation, UUID maker, Set<String> scopes) implements Principal {

    @Override
    public String getName() {
        return name;
    }

    static String named(String key, String prefix, String organisation) {
        var name = "API key %s (%s…) of %s".formatted(key, prefix, organisation);
        return name.length() <= 254 ? name : name.substring(0, 254);
    }
}
