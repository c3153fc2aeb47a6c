package io.partnerflow;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;

/** People who work at the vendor, for tests that need somebody to log in. */
public class Staff {

    public static final String PASSWORD = "seven otters play chess";

    private final IdentityService identity;

    public Staff(IdentityService identity) {
        this.identity = identity;
    }

    /** Hires the person, unless it works here already. */
    public void hire(String person, String... groups) {
        if (identity.createUserQuery().userId(person).count() > 0) {
            return;
        }
        var user = identity.newUser(person);
        user.setFirstName(person);
        user.setLastName("Staff");
        user.setPassword(PASSWORD);
        identity.saveUser(user);
        List.of(groups).forEach(group -> identity.createMembership(person, group));
    }
}
