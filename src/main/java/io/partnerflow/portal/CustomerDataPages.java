package io.partnerflow.portal;

import io.partnerflow.access.CurrentCaller;
import io.partnerflow.customers.CustomerData;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Countries;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.Languages;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
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

/** The data of a customer, to be put right. Who is second is told what the first has changed, and loses nothing. */
@Controller
@RequestMapping("/customers/{id}/data")
class CustomerDataPages {

    private static final String WAS = "was.";

    private final CustomerData data;
    private final CurrentCaller callers;
    private final PageProblems problems;
    private final MessageSource messages;

    CustomerDataPages(CustomerData data, CurrentCaller callers, PageProblems problems, MessageSource messages) {
        this.data = data;
        this.callers = callers;
        this.problems = problems;
        this.messages = messages;
    }

    /** What somebody else has put into a field meanwhile. */
    record Changed(String field, String value) {}

    @GetMapping
    ModelAndView open(@PathVariable UUID id, Locale language) {
        var sheet = data.get(callers.require().mustBeAbleToOrder().reseller(), id);
        return page(sheet, TypedCustomer.of(sheet.party()), HttpStatus.OK, language);
    }

    @PostMapping
    ModelAndView save(
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            @RequestParam(defaultValue = "-1") long version,
            Locale language,
            RedirectAttributes next) {
        var reseller = callers.require().mustBeAbleToOrder().reseller();
        var typed = TypedCustomer.of(sent, "");
        try {
            data.change(reseller, id, typed.party(), version);
        } catch (Invalid invalid) {
            return refused(reseller, id, sent, problems.of(invalid, UnaryOperator.identity(), language), language);
        } catch (Conflict conflict) {
            var field = conflict.code().equals("customer-already-registered") ? "registrationNumber" : "";
            var problem = problems.problem(
                    field,
                    "conflict." + conflict.code(),
                    language,
                    conflict.args().toArray());
            return refused(reseller, id, sent, List.of(problem), language);
        }
        next.addFlashAttribute(
                "flash", new Shell.Flash("good", messages.getMessage("portal.customer.data.saved", null, language)));
        return new ModelAndView("redirect:/customers/" + id);
    }

    private ModelAndView refused(
            UUID reseller, UUID id, Map<String, String> sent, List<PageProblems.Problem> wrong, Locale language) {
        var sheet = data.get(reseller, id);
        var now = TypedCustomer.of(sheet.party());
        var was = sent.keySet().stream().anyMatch(name -> name.startsWith(WAS)) ? TypedCustomer.of(sent, WAS) : now;
        var page = page(sheet, TypedCustomer.of(sent, "").onTopOf(now, was), HttpStatus.UNPROCESSABLE_ENTITY, language);
        page.addObject("wrong", wrong);
        page.addObject("at", PageProblems.byField(wrong));
        page.addObject(
                "changed",
                was.otherIn(now).stream()
                        .map(field -> new Changed(field, said(field, now.get(field), language)))
                        .toList());
        return page;
    }

    private static ModelAndView page(
            CustomerData.Sheet sheet, TypedCustomer typed, HttpStatus status, Locale language) {
        var page = new ModelAndView("portal/customers-data", status);
        page.addObject("sheet", sheet);
        page.addObject("typed", typed.values());
        page.addObject("was", TypedCustomer.of(sheet.party()).values());
        page.addObject("fields", TypedCustomer.FIELDS);
        page.addObject("countries", Countries.names(language));
        page.addObject("languages", Languages.names());
        page.addObject("wrong", List.of());
        page.addObject("at", Map.of());
        page.addObject("changed", List.of());
        return page;
    }

    private static String said(String field, String value, Locale language) {
        return switch (field) {
            case "country" -> Countries.name(value, language);
            case "language" -> Languages.names().getOrDefault(value, value);
            default -> value.isEmpty() ? "–" : value;
        };
    }
}
