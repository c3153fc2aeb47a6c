package io.partnerflow.access;

import java.io.Serializable;
import java.security.Principal;
import java.util.UUID;

/** Who is logged in at the portal's door; all a session remembers. What the user may do is read anew each time. */
public record PortalUser(UUID id, String email) implements Principal, Serializable {

    @Override
    public String getName() {
        return email;
    }
}
