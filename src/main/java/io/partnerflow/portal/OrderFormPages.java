package io.partnerflow.portal;

import static java.util.Objects.requireNonNullElse;

import io.partnerflow.access.Caller;
import io.partnerflow.access.CurrentCaller;
import io.partnerflow.intake.FormContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The two forms of an order, each with the price of what stands in it right now beside it. */
@Controller
class OrderFormPages {

    private final FormPages pages;
    private final LiveEstimate estimate;
    private final CurrentCaller callers;

    OrderFormPages(FormPages pages, LiveEstimate estimate, CurrentCaller callers) {
        this.pages = pages;
        this.estimate = estimate;
        this.callers = callers;
    }

    @GetMapping({"/forms/order-start", "/forms/order-start/{customer}"})
    ModelAndView openStart(@PathVariable(required = false) @Nullable String customer, Locale language) {
        var caller = callers.require();
        return priced(pages.open("order-start", context(caller, customer, language)), caller, "", language);
    }

    @PostMapping({"/forms/order-start", "/forms/order-start/{customer}"})
    ModelAndView start(
            @PathVariable(required = false) @Nullable String customer,
            Locale language,
            HttpServletRequest request,
            RedirectAttributes next) {
        var caller = callers.require();
        var context = context(caller, customer, language);
        return priced(pages.post("order-start", context, request, next), caller, "", language);
    }

    @GetMapping("/forms/order/{number}")
    ModelAndView openOrder(@PathVariable String number, Locale language) {
        var caller = callers.require();
        return priced(pages.open("order", context(caller, number, language)), caller, number, language);
    }

    @PostMapping("/forms/order/{number}")
    ModelAndView register(
            @PathVariable String number, Locale language, HttpServletRequest request, RedirectAttributes next) {
        var caller = callers.require();
        var context = context(caller, number, language);
        return priced(pages.post("order", context, request, next), caller, number, language);
    }

    private ModelAndView priced(ModelAndView page, Caller caller, String order, Locale language) {
        if ("portal/form-page".equals(page.getViewName())) {
            page.setViewName("portal/orders-form");
            page.addObject("order", order);
            page.addObject("estimate", estimate.of(page, caller, order, language));
        }
        return page;
    }

    private static FormContext context(Caller caller, @Nullable String about, Locale language) {
        return new FormContext(
                caller.userId().toString(), caller.actingFor().toString(), requireNonNullElse(about, ""), language);
    }
}
