package io.partnerflow.portal;

import io.partnerflow.access.Caller;
import io.partnerflow.access.CurrentCaller;
import io.partnerflow.intake.FormContext;
import io.partnerflow.intake.OnceOnly;
import io.partnerflow.intake.Receipt;
import io.partnerflow.orders.OrderFields;
import io.partnerflow.orders.OrderManagement;
import io.partnerflow.orders.WantedOrder;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Create subscription: form, review, confirmation. Nothing is stored before the last click. */
@Controller
@RequestMapping("/customers/{customer}/subscriptions")
class PurchasePages {

    private static final String PURCHASE = "subscription-purchase";

    private final PurchaseForm form;
    private final PurchaseReview review;
    private final PurchasePrice price;
    private final OrderManagement orders;
    private final OnceOnly once;
    private final CurrentCaller callers;
    private final MessageSource messages;

    PurchasePages(
            PurchaseForm form,
            PurchaseReview review,
            PurchasePrice price,
            OrderManagement orders,
            OnceOnly once,
            CurrentCaller callers,
            MessageSource messages) {
        this.form = form;
        this.review = review;
        this.price = price;
        this.orders = orders;
        this.once = once;
        this.callers = callers;
        this.messages = messages;
    }

    /** The form, empty or with what was typed before. */
    @GetMapping("/new")
    ModelAndView open(@PathVariable UUID customer, @RequestParam MultiValueMap<String, String> sent, Locale language) {
        var caller = callers.require().mustBeAbleToOrder();
        return form.of(caller, customer, withUnusedKey(TypedPurchase.of(sent), caller, customer, language), language);
    }

    /** What was typed: the price of it, or on to the review. */
    @PostMapping("/new")
    ModelAndView next(@PathVariable UUID customer, @RequestParam MultiValueMap<String, String> sent, Locale language) {
        var caller = callers.require().mustBeAbleToOrder();
        var typed = withUnusedKey(TypedPurchase.of(sent), caller, customer, language);
        if (sent.containsKey("_refresh")) {
            return form.of(caller, customer, typed, language);
        }
        try {
            price.toReview(caller, customer, typed);
            return new ModelAndView("redirect:" + typed.address("/customers/" + customer + "/subscriptions/review"));
        } catch (Invalid invalid) {
            return form.corrected(caller, customer, typed, invalid, language);
        }
    }

    /** Everything the purchase means (AA-14), before anything happens. */
    @GetMapping("/review")
    ModelAndView review(
            @PathVariable UUID customer,
            @RequestParam MultiValueMap<String, String> sent,
            Locale language,
            RedirectAttributes next) {
        var caller = callers.require().mustBeAbleToOrder();
        var typed = TypedPurchase.of(sent);
        var done = once.resultOf(typed.key(), context(caller, customer, language), PURCHASE);
        if (done.isPresent()) {
            return confirmedBefore(done.get(), language, next);
        }
        try {
            return review.of(caller, customer, typed, language);
        } catch (Invalid invalid) {
            return form.corrected(caller, customer, typed, invalid, language);
        }
    }

    /** Confirm purchase: once, however often it is clicked, in however many windows. */
    @PostMapping
    ModelAndView confirm(
            @PathVariable UUID customer,
            @RequestParam MultiValueMap<String, String> sent,
            Locale language,
            RedirectAttributes next) {
        var caller = callers.require().mustBeAbleToOrder();
        var typed = TypedPurchase.of(sent);
        var context = context(caller, customer, language);
        var done = once.resultOf(typed.key(), context, PURCHASE);
        if (done.isPresent()) {
            return confirmedBefore(done.get(), language, next);
        }
        try {
            var asReviewed = PurchasePrice.inShort(price.toReview(caller, customer, typed))
                    .equals(sent.getFirst("reviewed"));
            if (!asReviewed || !sent.containsKey("termsAccepted")) {
                return review.again(caller, customer, typed, asReviewed, language);
            }
            var wanted = typed.wanted(caller, customer, sent.getFirst("termsVersion"));
            var receipt = once.accept(PURCHASE, context, typed.key(), () -> place(wanted));
            return goOn(receipt, "good", receipt.message(), language, next);
        } catch (Conflict conflict) {
            return refused(caller, customer, typed, Invalid.because(conflict, ""), language);
        } catch (Invalid invalid) {
            return refused(caller, customer, typed, invalid, language);
        }
    }

    /** What the order says no to: on the review if that can still be shown, else on the form. */
    private ModelAndView refused(Caller caller, UUID customer, TypedPurchase typed, Invalid invalid, Locale language) {
        try {
            return review.refused(caller, customer, typed, invalid, language);
        } catch (Invalid alsoBefore) {
            return form.corrected(caller, customer, typed, alsoBefore, language);
        }
    }

    private Receipt place(WantedOrder wanted) {
        var number = orders.place(wanted, OrderFields.API);
        return new Receipt(number, "/orders/" + number, "portal.purchase.confirmed");
    }

    private ModelAndView confirmedBefore(Receipt done, Locale language, RedirectAttributes next) {
        return goOn(done, "info", "portal.purchase.confirmed-before", language, next);
    }

    private ModelAndView goOn(Receipt receipt, String tone, String key, Locale language, RedirectAttributes next) {
        var sentence = messages.getMessage(key, new Object[] {receipt.reference()}, language);
        next.addFlashAttribute("flash", new Shell.Flash(tone, sentence));
        return new ModelAndView("redirect:" + receipt.location());
    }

    /** Whoever goes back to the form after confirming begins another purchase, and sees that in the review. */
    private TypedPurchase withUnusedKey(TypedPurchase typed, Caller caller, UUID customer, Locale language) {
        return Optional.of(typed.key())
                .filter(key -> !key.isEmpty())
                .filter(key -> once.resultOf(key, context(caller, customer, language), PURCHASE)
                        .isEmpty())
                .map(unused -> typed)
                .orElseGet(() -> typed.under(once.newToken()));
    }

    private static FormContext context(Caller caller, UUID customer, Locale language) {
        return new FormContext(
                caller.userId().toString(), caller.actingFor().toString(), customer.toString(), language);
    }
}
