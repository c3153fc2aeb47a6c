package io.partnerflow.portal;

import io.partnerflow.access.CurrentCaller;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** A customer's pages have the look of its reseller; those of one contract or link say themselves whose. */
@ControllerAdvice(basePackageClasses = LookOfEveryPage.class)
class LookOfEveryPage {

    private final CurrentCaller callers;
    private final Looks looks;

    LookOfEveryPage(CurrentCaller callers, Looks looks) {
        this.callers = callers;
        this.looks = looks;
    }

    @ModelAttribute("look")
    @Nullable
    Look look() {
        return callers.find().map(looks::of).orElse(null);
    }
}
