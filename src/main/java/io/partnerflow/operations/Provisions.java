package io.partnerflow.operations;

import io.partnerflow.engine.StaffPerson;
import io.partnerflow.shared.Forbidden;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells every staff page whether its reader may see what was tried for whose account: the order desk, and who manages. */
@ControllerAdvice(basePackageClasses = Provisions.class)
class Provisions {

    private static final String DESK = "order-desk";

    @ModelAttribute("provisions")
    boolean provisions(Authentication reader) {
        return reader != null && mayLook(StaffPerson.of(reader));
    }

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
