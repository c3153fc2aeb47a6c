package io.partnerflow.audit;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who acts now: the person logged in, or the house itself where a process or the clock acts. */
@Component
class Actors {

    record Actor(String name, String onBehalfOf) {}

    static final String HOUSE = "partnerflow";

    Actor current() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || authentication instanceof AnonymousAuthenticationToken) {
            return new Actor(HOUSE, null);
        }
        return new Actor(authentication.getName(), OnBehalfOf.current());
    }
}
