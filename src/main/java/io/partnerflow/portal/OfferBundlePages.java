package io.partnerflow.portal;

import io.partnerflow.access.Caller;
import io.partnerflow.access.CurrentCaller;
import io.partnerflow.intake.FormContext;
import io.partnerflow.intake.OnceOnly;
import io.partnerflow.intake.Receipt;
import io.partnerflow.offers.OfferManagement;
import io.partnerflow.offers.OfferStarts;
import io.partnerflow.offers.Offers;
import io.partnerflow.offers.WantedOffer;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The configurator (W-02, W-03): a new bundle, or one that is changed. Works without script by "recalculate". */
@Controller
@RequestMapping("/offers")
class OfferBundlePages {

    private static final String NEW_OFFER = "new-offer";

    private final OfferForm form;
    private final OfferManagement management;
    private final OfferStarts starts;
    private final Offers offers;
    private final OnceOnly once;
    private final CurrentCaller callers;

    OfferBundlePages(
            OfferForm form,
            OfferManagement management,
            OfferStarts starts,
            Offers offers,
            OnceOnly once,
            CurrentCaller callers) {
        this.form = form;
        this.management = management;
        this.starts = starts;
        this.offers = offers;
        this.once = once;
        this.callers = callers;
    }

    /** Empty, for the customer the address names, or with the bundle of a contract (W-22) or a declined order (WA-3). */
    @GetMapping("/new")
    ModelAndView open(@RequestParam Map<String, String> sent, Locale language) {
        var caller = callers.require().mustBeAbleToOrder();
        return form.of(caller, null, begun(sent, caller).orElse("key", once.newToken()), language);
    }

    private TypedOffer begun(Map<String, String> sent, Caller caller) {
        if (sent.containsKey("follows")) {
            return TypedOffer.of(starts.following(caller.reseller(), sent.get("follows"), caller.email()));
        }
        return sent.containsKey("alternativeTo")
                ? TypedOffer.of(starts.insteadOf(caller.reseller(), sent.get("alternativeTo"), caller.email()))
                : TypedOffer.of(sent);
    }

    @PostMapping("/new")
    ModelAndView create(@RequestParam Map<String, String> sent, Locale language) {
        var caller = callers.require().mustBeAbleToOrder();
        var typed = TypedOffer.of(sent).orElse("key", once.newToken());
        if (sent.containsKey("_refresh")) {
            return form.of(caller, null, typed, language);
        }
        var context =
                new FormContext(caller.userId().toString(), caller.actingFor().toString(), "", language);
        try {
            var done = once.resultOf(typed.get("key"), context, NEW_OFFER);
            var receipt = done.isPresent()
                    ? done.get()
                    : once.accept(NEW_OFFER, context, typed.get("key"), () -> created(typed.wanted(caller)));
            return new ModelAndView("redirect:" + receipt.location());
        } catch (Conflict conflict) {
            return form.corrected(caller, null, typed, Invalid.because(conflict, ""), language);
        } catch (Invalid invalid) {
            return form.corrected(caller, null, typed, invalid, language);
        }
    }

    private Receipt created(WantedOffer wanted) {
        var number = management.create(wanted);
        return new Receipt(number, "/offers/" + number, "portal.offer.saved");
    }

    @GetMapping("/{number}/bundle")
    ModelAndView change(@PathVariable String number, Locale language) {
        var caller = callers.require().mustBeAbleToOrder();
        var draft = offers.draft(caller.reseller(), number);
        if (!draft.status().isOpen()) {
            return new ModelAndView("redirect:/offers/" + number);
        }
        var wanted = OfferStarts.from(draft, WantedOffer.Origin.NEW, caller.email());
        return form.of(caller, number, TypedOffer.of(wanted), language);
    }

    @PostMapping("/{number}/bundle")
    ModelAndView save(@PathVariable String number, @RequestParam Map<String, String> sent, Locale language) {
        var caller = callers.require().mustBeAbleToOrder();
        var offer = offers.get(caller.reseller(), number);
        var all = new LinkedHashMap<>(sent);
        all.put("customer", offer.customer().toString());
        all.put("programme", offer.programme());
        var typed = TypedOffer.of(all);
        if (sent.containsKey("_refresh")) {
            return form.of(caller, number, typed, language);
        }
        try {
            management.change(number, typed.wanted(caller));
            return new ModelAndView("redirect:/offers/" + number);
        } catch (Conflict conflict) {
            return form.corrected(caller, number, typed, Invalid.because(conflict, ""), language);
        } catch (Invalid invalid) {
            return form.corrected(caller, number, typed, invalid, language);
        }
    }

    /**
     * A draft in one click, from a contract (W-22), a declined order (WA-3) or another offer; where that cannot be offered as
     * it is any more, the form says why.
     */
    @PostMapping("/drafts")
    ModelAndView begin(
            @RequestParam(defaultValue = "") String follows,
            @RequestParam(defaultValue = "") String alternativeTo,
            @RequestParam(defaultValue = "") String copyOf,
            Locale language) {
        var caller = callers.require().mustBeAbleToOrder();
        var wanted = !follows.isEmpty()
                ? starts.following(caller.reseller(), follows, caller.email())
                : !alternativeTo.isEmpty()
                        ? starts.insteadOf(caller.reseller(), alternativeTo, caller.email())
                        : starts.copyOf(caller.reseller(), copyOf, caller.email());
        try {
            return new ModelAndView("redirect:/offers/" + management.create(wanted) + "/bundle");
        } catch (Invalid outdated) {
            var typed = TypedOffer.of(wanted).orElse("key", once.newToken());
            var page = form.corrected(caller, null, typed, outdated, language);
            page.addObject("action", "/offers/new");
            return page;
        }
    }
}
