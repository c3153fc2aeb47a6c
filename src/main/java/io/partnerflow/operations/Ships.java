package io.partnerflow.operations;

import io.partnerflow.engine.StaffPerson;
import io.partnerflow.shared.Forbidden;
import org.springframework.security.core.Authentication;

/** Who may look at shipments: the logistics desk, and who manages. */
final class Ships {

    private static final String DESK = "logistics";

    private Ships() {}

    /** @throws Forbidden if the person has nothing to do with shipments */
    static StaffPerson mustSeeShipments(Authentication login) {
        var person = StaffPerson.of(login);
        if (!mayLook(person)) {
            throw new Forbidden("not-the-logistics-desk");
        }
        return person;
    }

    /** @throws Forbidden if the person is not at the logistics desk; who manages ships nothing in its place */
    static StaffPerson mustShip(Authentication login) {
        var person = StaffPerson.of(login);
        if (!person.belongsTo(DESK) && !person.isAdministrator()) {
            throw new Forbidden("not-the-logistics-desk");
        }
        return person;
    }

    private static boolean mayLook(StaffPerson person) {
        return person.belongsTo(DESK) || person.seesEverything();
    }
}
