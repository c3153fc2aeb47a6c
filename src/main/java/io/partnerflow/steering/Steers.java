package io.partnerflow.steering;

import io.partnerflow.engine.StaffPerson;
import io.partnerflow.shared.Forbidden;
import org.springframework.security.core.Authentication;

/** Who may see the figures of the whole house and step in: managers and administrators. */
final class Steers {

    private Steers() {}

    /** @throws Forbidden if the person looks after one desk only */
    static StaffPerson mustSteer(Authentication login) {
        var person = StaffPerson.of(login);
        if (!person.seesEverything()) {
            throw new Forbidden("not-a-manager");
        }
        return person;
    }
}
