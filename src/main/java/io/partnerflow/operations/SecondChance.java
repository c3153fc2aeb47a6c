package io.partnerflow.operations;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.DeskLoad;
import io.partnerflow.engine.StaffPerson;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A manager has removed the cause of a failure and lets the step try again. */
@Controller
class SecondChance {

    private final DeskLoad work;
    private final AuditTrail audit;

    SecondChance(DeskLoad work, AuditTrail audit) {
        this.work = work;
        this.audit = audit;
    }

    @PostMapping("/staff/failed/{step}")
    String tryAgain(@PathVariable String step, Authentication login, RedirectAttributes next) {
        if (!StaffPerson.of(login).seesEverything()) {
            throw new AccessDeniedException("only managers let failed steps try again");
        }
        work.tryAgain(step).ifPresent(number -> {
            audit.record("failed-step-tried-again", number, null);
            next.addFlashAttribute("again", number);
        });
        return "redirect:/staff";
    }
}
