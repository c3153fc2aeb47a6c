package io.partnerflow.operations;

import io.partnerflow.engine.StaffPerson;
import io.partnerflow.shared.Forbidden;
import org.springframework.security.core.Authentication;

/** Who may see what was tried for whose account: the order desk, and who manages. */
final class Provisions {

    private static final String DESK = "order-desk";

    private Provisions() {}

    /** @throws Forbidden if the person has nothing to do with accounts */
    static void mustSee(Authentication login) {
        if (!mayLook(StaffPerson.of(login))) {
            throw new Forbidden("not-the-order-desk");
        }
    }

    private static boolean mayLook(StaffPerson person) {
        return person.belongsTo(DESK) || person.seesEverything();
    }
}
