package io.partnerflow.portal;

import io.partnerflow.intake.FormContext;
import io.partnerflow.intake.OnceOnly;
import io.partnerflow.intake.Receipt;
import io.partnerflow.offers.Acceptance;
import io.partnerflow.offers.CustomerOffers;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What the link in our letters to a customer leads to: the offer, in the look of the reseller. Looking changes nothing;
 * accepting, asking and declining are posted.
 */
@Controller
@RequestMapping("/link/offer/{secret}")
class OfferLinkController {

    private static final String QUESTION = "offer-question";
    private static final Set<String> FIELDS =
            Set.of("name", "email", "accountHolder", "iban", "bic", "terms", "asker", "question", "reason");

    private final CustomerOffers offers;
    private final Looks looks;
    private final PageProblems problems;
    private final OnceOnly once;
    private final MessageSource messages;

    OfferLinkController(
            CustomerOffers offers, Looks looks, PageProblems problems, OnceOnly once, MessageSource messages) {
        this.once = once;
        this.offers = offers;
        this.looks = looks;
        this.problems = problems;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView look(@PathVariable String secret) {
        try {
            return page(secret, Map.of(), List.of(), HttpStatus.OK);
        } catch (NotFound unusable) {
            return unusable();
        }
    }

    @GetMapping(value = "/offer.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> paper(@PathVariable String secret) {
        var offer = offers.look(secret);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "inline; filename=\"%s-%d.pdf\"".formatted(offer.number(), offer.version()))
                .cacheControl(CacheControl.noStore())
                .body(offers.paper(secret));
    }

    @PostMapping("/acceptance")
    ModelAndView accept(
            @PathVariable String secret,
            @RequestParam Map<String, String> typed,
            Locale language,
            RedirectAttributes next) {
        var acceptance = new Acceptance(
                typed.get("name"),
                typed.get("email"),
                typed.get("accountHolder"),
                typed.get("iban"),
                typed.get("bic"),
                typed.get("terms"));
        return done(
                secret,
                typed,
                "portal.offer-link.accepted-now",
                language,
                next,
                () -> offers.accept(secret, acceptance));
    }

    @PostMapping("/questions")
    ModelAndView ask(
            @PathVariable String secret,
            @RequestParam Map<String, String> typed,
            Locale language,
            RedirectAttributes next) {
        var token = typed.getOrDefault("_token", once.newToken());
        var anybody = FormContext.anybody("", language);
        var before = once.resultOf(token, anybody, QUESTION).isPresent();
        return done(
                secret,
                typed,
                before ? "portal.resume.sent-before" : "portal.offer-link.asked",
                language,
                next,
                () -> once.accept(QUESTION, anybody, token, () -> {
                    try {
                        offers.ask(secret, typed.get("asker"), typed.get("question"));
                        return new Receipt("", "/", "portal.offer-link.asked");
                    } catch (Invalid invalid) {
                        throw invalid.renamed(Map.of("name", "asker"));
                    }
                }));
    }

    @PostMapping("/decline")
    ModelAndView decline(
            @PathVariable String secret,
            @RequestParam Map<String, String> typed,
            Locale language,
            RedirectAttributes next) {
        return done(
                secret,
                typed,
                "portal.offer-link.declined-now",
                language,
                next,
                () -> offers.decline(secret, typed.get("reason")));
    }

    private ModelAndView done(
            String secret,
            Map<String, String> typed,
            String sentence,
            Locale language,
            RedirectAttributes next,
            Runnable deed) {
        try {
            deed.run();
        } catch (NotFound unusable) {
            return unusable();
        } catch (Invalid invalid) {
            var wrong = problems.of(invalid, field -> FIELDS.contains(field) ? field : "", language);
            return page(secret, typed, wrong, HttpStatus.UNPROCESSABLE_ENTITY);
        } catch (Conflict conflict) {
            var wrong = problems.of(Invalid.because(conflict, ""), field -> field, language);
            return page(secret, typed, wrong, HttpStatus.CONFLICT);
        }
        next.addFlashAttribute("flash", new Shell.Flash("good", messages.getMessage(sentence, null, language)));
        return new ModelAndView("redirect:/link/offer/" + secret);
    }

    private ModelAndView page(
            String secret, Map<String, String> typed, List<PageProblems.Problem> wrong, HttpStatus status) {
        var offer = offers.look(secret);
        var page = new ModelAndView("portal/offer-link", status);
        page.addObject("secret", secret);
        page.addObject("offer", offer);
        page.addObject("token", once.newToken());
        page.addObject("look", looks.of(offer.reseller()));
        page.addObject("typed", typed);
        page.addObject("problems", wrong);
        page.addObject("at", PageProblems.byField(wrong));
        return page;
    }

    private static ModelAndView unusable() {
        return new ModelAndView("portal/offer-link-unusable", HttpStatus.NOT_FOUND);
    }
}
