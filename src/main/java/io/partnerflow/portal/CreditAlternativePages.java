package io.partnerflow.portal;

import io.partnerflow.access.Caller;
import io.partnerflow.access.CurrentCaller;
import io.partnerflow.credit.CreditAlternatives;
import io.partnerflow.credit.CreditChecks;
import io.partnerflow.credit.CreditStatus;
import io.partnerflow.credit.WantedAlternative;
import io.partnerflow.orders.OrderWords;
import io.partnerflow.orders.Orders;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The reseller's choice after a credit check was not passed (WA-3), each way with what follows from it. */
@Controller
@RequestMapping("/orders/{number}/credit-alternative")
class CreditAlternativePages {

    private final CreditChecks checks;
    private final CreditAlternatives alternatives;
    private final Orders orders;
    private final OrderWords words;
    private final CurrentCaller callers;
    private final MessageSource messages;

    CreditAlternativePages(
            CreditChecks checks,
            CreditAlternatives alternatives,
            Orders orders,
            OrderWords words,
            CurrentCaller callers,
            MessageSource messages) {
        this.checks = checks;
        this.alternatives = alternatives;
        this.orders = orders;
        this.words = words;
        this.callers = callers;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView choices(@PathVariable String number) {
        return page(callers.require().mustBeAbleToOrder(), number, Map.of(), Map.of());
    }

    @PostMapping
    ModelAndView choose(
            @PathVariable String number,
            @RequestParam Map<String, String> typed,
            Locale language,
            RedirectAttributes next) {
        var caller = callers.require().mustBeAbleToOrder();
        try {
            alternatives.choose(caller.reseller(), number, wanted(typed), caller.email());
        } catch (Invalid invalid) {
            var refused = page(caller, number, typed, problems(invalid, language));
            refused.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return refused;
        }
        var said = messages.getMessage("portal.credit.done." + typed.get("kind"), new Object[] {number}, language);
        next.addFlashAttribute("flash", new Shell.Flash("good", said));
        return new ModelAndView("redirect:/orders/" + number);
    }

    private ModelAndView page(Caller caller, String number, Map<String, String> typed, Map<String, String> problems) {
        var order = orders.get(caller.reseller(), number);
        var check = checks.of(caller.reseller(), number)
                .filter(one -> one.status() == CreditStatus.ALTERNATIVES)
                .filter(one -> order.status().isOpen())
                .orElseThrow(() -> new Conflict("credit-no-alternative", number));
        return new ModelAndView("portal/credit-alternative")
                .addObject("order", order)
                .addObject("check", check)
                .addObject("customerName", words.name(order.customer()))
                .addObject("typed", typed)
                .addObject("problems", problems);
    }

    private Map<String, String> problems(Invalid invalid, Locale language) {
        var said = new LinkedHashMap<String, String>();
        invalid.fields()
                .forEach(bad -> said.put(
                        bad.field(), messages.getMessage(bad.text(), bad.args().toArray(), language)));
        return said;
    }

    private static WantedAlternative wanted(Map<String, String> typed) {
        return new WantedAlternative(
                typed.get("kind"), typed.get("amount"), typed.get("name"), typed.get("registrationNumber"));
    }
}
