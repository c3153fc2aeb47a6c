package io.partnerflow.operations;

import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells every staff page whether its reader may see what is known about customers' credit. */
@ControllerAdvice(basePackageClasses = Lends.class)
class Lends {

    @ModelAttribute("lends")
    boolean lends(Authentication reader) {
        return reader != null && CreditDeskPages.maySeeCredit(reader);
    }
}
