package io.partnerflow.portal;

import io.partnerflow.access.Caller;
import io.partnerflow.access.CurrentCaller;
import io.partnerflow.offers.OfferDispatch;
import io.partnerflow.offers.OfferList;
import io.partnerflow.offers.OfferManagement;
import io.partnerflow.offers.OfferStatus;
import io.partnerflow.orders.Assortment;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.Paging;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The reseller's offers, and one of them: what it says, what was asked, what can be done. */
@Controller
@RequestMapping("/offers")
class OfferPages {

    private static final int SIZE = 25;

    private final OfferList list;
    private final OfferFile file;
    private final OfferManagement management;
    private final OfferDispatch dispatch;
    private final Assortment assortment;
    private final CurrentCaller callers;
    private final PageProblems problems;
    private final MessageSource messages;

    OfferPages(
            OfferList list,
            OfferFile file,
            OfferManagement management,
            OfferDispatch dispatch,
            Assortment assortment,
            CurrentCaller callers,
            PageProblems problems,
            MessageSource messages) {
        this.list = list;
        this.file = file;
        this.management = management;
        this.dispatch = dispatch;
        this.assortment = assortment;
        this.callers = callers;
        this.problems = problems;
        this.messages = messages;
    }

    @GetMapping
    String all(
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        var caller = callers.require();
        var known = Arrays.stream(OfferStatus.values())
                .map(Enum::name)
                .filter(status::equals)
                .findFirst()
                .orElse("");
        model.addAttribute("offers", list.of(caller.reseller(), known, new Paging(page, SIZE, null, search)));
        model.addAttribute("search", search);
        model.addAttribute("status", known);
        model.addAttribute("statuses", OfferStatus.values());
        model.addAttribute(
                "mayOffer",
                caller.acting().role().mayOrder()
                        && !assortment.byOffer(caller.reseller()).isEmpty());
        return "portal/offers-list";
    }

    @GetMapping("/{number}")
    ModelAndView one(@PathVariable String number, Locale language) {
        return new ModelAndView("portal/offers-one", file.of(callers.require(), number, language));
    }

    @PostMapping("/{number}/sending")
    ModelAndView send(@PathVariable String number, Locale language, RedirectAttributes next) {
        var caller = callers.require().mustBeAbleToOrder();
        return done(
                caller, number, "portal.offer.sent", language, next, () -> dispatch.send(caller.reseller(), number));
    }

    @PostMapping("/{number}/withdrawal")
    ModelAndView withdraw(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            Locale language,
            RedirectAttributes next) {
        var caller = callers.require().mustBeAbleToOrder();
        var page = done(
                caller,
                number,
                "portal.offer.withdrawn",
                language,
                next,
                () -> dispatch.withdraw(caller.reseller(), number, reason));
        return page.getStatus() == null ? page : page.addObject("typedReason", reason);
    }

    @PostMapping("/{number}/answers")
    ModelAndView answer(
            @PathVariable String number,
            @RequestParam int question,
            @RequestParam(defaultValue = "") String answer,
            Locale language,
            RedirectAttributes next) {
        var caller = callers.require().mustBeAbleToOrder();
        var page = done(
                caller,
                number,
                "portal.offer.answered",
                language,
                next,
                () -> dispatch.answer(caller.reseller(), number, question, answer, caller.email()));
        if (page.getStatus() != null) {
            page.addObject("typedAnswer", answer);
            page.addObject("answering", question);
        }
        return page;
    }

    @PostMapping("/{number}/draft/removal")
    ModelAndView dropDraft(@PathVariable String number, Locale language, RedirectAttributes next) {
        var caller = callers.require().mustBeAbleToOrder();
        return done(
                caller,
                number,
                "portal.offer.draft-dropped",
                language,
                next,
                () -> management.dropDraft(caller.reseller(), number));
    }

    /** Throws a draft away that was never sent. */
    @PostMapping("/{number}/removal")
    ModelAndView discard(@PathVariable String number, Locale language, RedirectAttributes next) {
        var caller = callers.require().mustBeAbleToOrder();
        try {
            management.discard(caller.reseller(), number);
        } catch (Conflict sent) {
            return refused(caller, number, Invalid.because(sent, ""), HttpStatus.CONFLICT, language);
        }
        var said = messages.getMessage("portal.offer.discarded", new Object[] {number}, language);
        next.addFlashAttribute("flash", new Shell.Flash("good", said));
        return new ModelAndView("redirect:/offers");
    }

    private ModelAndView done(
            Caller caller, String number, String sentence, Locale language, RedirectAttributes next, Runnable deed) {
        try {
            deed.run();
        } catch (Invalid invalid) {
            return refused(caller, number, invalid, HttpStatus.UNPROCESSABLE_ENTITY, language);
        } catch (Conflict conflict) {
            return refused(caller, number, Invalid.because(conflict, ""), HttpStatus.CONFLICT, language);
        }
        var said = messages.getMessage(sentence, new Object[] {number}, language);
        next.addFlashAttribute("flash", new Shell.Flash("good", said));
        return new ModelAndView("redirect:/offers/" + number);
    }

    private ModelAndView refused(Caller caller, String number, Invalid invalid, HttpStatus status, Locale language) {
        var page = new ModelAndView("portal/offers-one", file.of(caller, number, language), status);
        page.addObject(
                "problems",
                problems.of(invalid, field -> field.equals("answer") || field.equals("reason") ? field : "", language));
        return page;
    }
}
