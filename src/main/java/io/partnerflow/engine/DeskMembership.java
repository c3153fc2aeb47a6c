package io.partnerflow.engine;

import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets a person work at a desk for a while, with everything that desk may do. */
@Component
@Transactional
public class DeskMembership {

    private static final Set<String> NEVER_LENT = Set.of(VendorDesks.MANAGERS, VendorDesks.ADMINISTRATORS);

    private final IdentityService identity;
    private final OnBehalfOfTheHouse house;

    DeskMembership(@Lazy IdentityService identity, OnBehalfOfTheHouse house) {
        this.identity = identity;
        this.house = house;
    }

    /** Whether a stand-in may be given it: what managers and administrators may do is never lent. */
    public static boolean mayBeLent(String desk) {
        return !NEVER_LENT.contains(desk);
    }

    /** Nothing happens if the person belongs to the desk already. */
    public void join(String person, String desk) {
        house.run(() -> {
            if (!belongs(person, desk)) {
                identity.createMembership(person, desk);
            }
        });
    }

    /** Nothing happens if the person does not belong to the desk, or has left the house. */
    public void leave(String person, String desk) {
        house.run(() -> {
            if (belongs(person, desk)) {
                identity.deleteMembership(person, desk);
            }
        });
    }

    private boolean belongs(String person, String desk) {
        return identity.createUserQuery().userId(person).memberOfGroup(desk).count() > 0;
    }
}
