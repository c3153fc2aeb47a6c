package io.partnerflow.operations;

import io.partnerflow.engine.StaffPerson;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells every staff page whether its reader may look at returns: the logistics desk, and who manages. */
@ControllerAdvice(basePackageClasses = TakesBack.class)
class TakesBack {

    private static final String DESK = "logistics";

    @ModelAttribute("takesBack")
    boolean takesBack(Authentication reader) {
        return reader != null && mayLook(StaffPerson.of(reader));
    }

    private static boolean mayLook(StaffPerson person) {
        return person.belongsTo(DESK) || person.seesEverything();
    }
}
