package io.partnerflow.operations;

import io.partnerflow.engine.StaffPerson;
import io.partnerflow.shared.Forbidden;
import org.springframework.security.core.Authentication;

/** Who may see what is paid to whom: the billing desk, and who manages. */
final class Bills {

    private static final String DESK = "billing";

    private Bills() {}

    /** @throws Forbidden if the person has nothing to do with payouts */
    static StaffPerson mustSeePayouts(Authentication login) {
        var person = StaffPerson.of(login);
        if (!mayLook(person)) {
            throw new Forbidden("not-the-billing-desk");
        }
        return person;
    }

    /** @throws Forbidden if the person is not at the billing desk; who manages decides nothing in its place */
    static StaffPerson mustBill(Authentication login) {
        var person = StaffPerson.of(login);
        if (!person.belongsTo(DESK) && !person.isAdministrator()) {
            throw new Forbidden("not-the-billing-desk");
        }
        return person;
    }

    private static boolean mayLook(StaffPerson person) {
        return person.belongsTo(DESK) || person.seesEverything();
    }
}
