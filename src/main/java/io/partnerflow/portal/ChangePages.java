package io.partnerflow.portal;

import static java.util.stream.Collectors.toMap;

import io.partnerflow.access.Caller;
import io.partnerflow.access.CurrentCaller;
import io.partnerflow.catalogue.Catalogue;
import io.partnerflow.catalogue.Product;
import io.partnerflow.intake.FormContext;
import io.partnerflow.intake.OnceOnly;
import io.partnerflow.intake.Receipt;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.subscriptions.Cancellations;
import io.partnerflow.subscriptions.PoReferences;
import io.partnerflow.subscriptions.Requester;
import io.partnerflow.subscriptions.ScheduledChanges;
import io.partnerflow.subscriptions.SeatAdditions;
import io.partnerflow.subscriptions.SeatReductions;
import io.partnerflow.subscriptions.Seats;
import io.partnerflow.subscriptions.SubscriptionView;
import io.partnerflow.subscriptions.Subscriptions;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a reseller changes about a running contract, each with its consequences before anything is confirmed. */
@Controller
@RequestMapping("/subscriptions/{number}")
class ChangePages {

    private static final String SEATS = "seats.";
    private static final Pattern LINE = Pattern.compile("\\w+\\[(\\d{1,4})\\]\\..*");
    private static final Set<String> FIELDS = Set.of("reason", "poReference", "acceptedTerms");

    private final Subscriptions subscriptions;
    private final SeatAdditions additions;
    private final SeatReductions reductions;
    private final Cancellations cancellations;
    private final PoReferences references;
    private final ScheduledChanges scheduled;
    private final Catalogue catalogue;
    private final OnceOnly once;
    private final CurrentCaller callers;
    private final MessageSource messages;

    ChangePages(
            Subscriptions subscriptions,
            SeatAdditions additions,
            SeatReductions reductions,
            Cancellations cancellations,
            PoReferences references,
            ScheduledChanges scheduled,
            Catalogue catalogue,
            OnceOnly once,
            CurrentCaller callers,
            MessageSource messages) {
        this.subscriptions = subscriptions;
        this.additions = additions;
        this.reductions = reductions;
        this.cancellations = cancellations;
        this.references = references;
        this.scheduled = scheduled;
        this.catalogue = catalogue;
        this.once = once;
        this.callers = callers;
        this.messages = messages;
    }

    @GetMapping("/seats")
    ModelAndView seats(@PathVariable String number, @RequestParam Map<String, String> typed, Locale language) {
        var caller = callers.require().mustBeAbleToOrder();
        var page = page("changes-add", caller, number, typed, language);
        var wanted = seats(typed);
        if (!wanted.isEmpty()) {
            explain(
                    page,
                    language,
                    () -> page.addObject("preview", additions.preview(caller.reseller(), number, wanted)));
        }
        return page;
    }

    @PostMapping("/seats")
    ModelAndView add(
            @PathVariable String number,
            @RequestParam Map<String, String> typed,
            Locale language,
            RedirectAttributes next) {
        var caller = callers.require().mustBeAbleToOrder();
        var terms = typed.getOrDefault("acceptedTerms", "");
        var refused = seats(number, typed, language);
        return tried(
                refused,
                number,
                "add",
                typed,
                language,
                next,
                () -> additions.add(caller.reseller(), number, seats(typed), terms, requester(caller)));
    }

    @GetMapping("/reduction")
    ModelAndView reduction(@PathVariable String number, @RequestParam Map<String, String> typed, Locale language) {
        var caller = callers.require().mustBeAbleToOrder();
        return page("changes-reduce", caller, number, typed, language)
                .addObject("preview", reductions.preview(caller.reseller(), number));
    }

    @PostMapping("/reduction")
    ModelAndView reduce(
            @PathVariable String number,
            @RequestParam Map<String, String> typed,
            Locale language,
            RedirectAttributes next) {
        var caller = callers.require().mustBeAbleToOrder();
        return tried(
                reduction(number, typed, language),
                number,
                "reduce",
                typed,
                language,
                next,
                () -> reductions.request(
                        caller.reseller(),
                        number,
                        seats(typed),
                        typed.containsKey("nextPossible"),
                        typed.get("reason"),
                        requester(caller)));
    }

    @GetMapping("/cancellation")
    ModelAndView cancellation(@PathVariable String number, @RequestParam Map<String, String> typed, Locale language) {
        var caller = callers.require().mustBeAbleToOrder();
        return page("changes-cancel", caller, number, typed, language)
                .addObject("preview", cancellations.preview(caller.reseller(), number));
    }

    @PostMapping("/cancellation")
    ModelAndView cancel(
            @PathVariable String number,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate endsOn,
            @RequestParam Map<String, String> typed,
            Locale language,
            RedirectAttributes next) {
        var caller = callers.require().mustBeAbleToOrder();
        return tried(
                cancellation(number, typed, language),
                number,
                "cancel",
                typed,
                language,
                next,
                () -> cancellations.request(caller.reseller(), number, endsOn, typed.get("reason"), requester(caller)));
    }

    @GetMapping("/po-reference")
    ModelAndView reference(@PathVariable String number, Locale language) {
        return page("changes-po", callers.require().mustBeAbleToOrder(), number, Map.of(), language);
    }

    @PostMapping("/po-reference")
    ModelAndView refer(
            @PathVariable String number,
            @RequestParam Map<String, String> typed,
            Locale language,
            RedirectAttributes next) {
        var caller = callers.require().mustBeAbleToOrder();
        return tried(page("changes-po", caller, number, typed, language), number, "po", typed, language, next, () -> {
            references.change(caller.reseller(), number, typed.get("poReference"), requester(caller));
            return number;
        });
    }

    @PostMapping("/changes/{change}/withdrawal")
    String withdraw(
            @PathVariable String number, @PathVariable String change, Locale language, RedirectAttributes next) {
        scheduled.withdraw(callers.require().mustBeAbleToOrder().reseller(), number, change);
        return done(number, "withdraw", change, language, next);
    }

    @GetMapping("/changes/{change}")
    ModelAndView one(@PathVariable String number, @PathVariable String change, Locale language) {
        var caller = callers.require().mustBeAbleToOrder();
        return page("changes-edit", caller, number, Map.of(), language)
                .addObject("change", scheduled.get(caller.reseller(), number, change));
    }

    @PostMapping("/changes/{change}")
    ModelAndView reduceLess(
            @PathVariable String number,
            @PathVariable String change,
            @RequestParam Map<String, String> typed,
            Locale language,
            RedirectAttributes next) {
        var caller = callers.require().mustBeAbleToOrder();
        return tried(
                one(number, change, language).addObject("typed", typed), number, "edit", typed, language, next, () -> {
                    scheduled.reduceLess(caller.reseller(), number, change, seats(typed));
                    return change;
                });
    }

    private ModelAndView page(String name, Caller caller, String number, Map<String, String> typed, Locale language) {
        var subscription = subscriptions.get(caller.reseller(), number);
        return new ModelAndView("portal/" + name)
                .addObject("subscription", subscription)
                .addObject("offered", offered(subscription))
                .addObject(
                        "products",
                        offered(subscription).stream().collect(toMap(Product::code, product -> product.name(language))))
                .addObject("token", once.newToken())
                .addObject("problems", List.of())
                .addObject("at", Map.of())
                .addObject("typed", typed);
    }

    private List<Product> offered(SubscriptionView subscription) {
        return catalogue.products(subscription.programme()).stream()
                .filter(product -> product.unit() != Product.Unit.ONCE)
                .toList();
    }

    /** Does it once per copy of the page; what stands in the way is said on the page, with what was typed. */
    private ModelAndView tried(
            ModelAndView refused,
            String number,
            String what,
            Map<String, String> typed,
            Locale language,
            RedirectAttributes next,
            Supplier<String> effect) {
        var caller = callers.require();
        var context =
                new FormContext(caller.userId().toString(), caller.actingFor().toString(), number, language);
        var token = typed.getOrDefault("_token", "");
        if (once.resultOf(token, context, "change-" + what).isPresent()) {
            var said = messages.getMessage("portal.resume.sent-before", null, language);
            next.addFlashAttribute("flash", new Shell.Flash("info", said));
            return new ModelAndView("redirect:/subscriptions/" + number);
        }
        if (explain(refused, language, () -> {
            var receipt = once.accept(
                    "change-" + what,
                    context,
                    token,
                    () -> new Receipt(effect.get(), "/subscriptions/" + number, "portal.changes.done." + what));
            done(number, what, receipt.reference(), language, next);
        })) {
            return new ModelAndView("redirect:/subscriptions/" + number);
        }
        return refused;
    }

    private boolean explain(ModelAndView page, Locale language, Runnable work) {
        try {
            work.run();
            return true;
        } catch (Invalid invalid) {
            return refuse(
                    page,
                    422,
                    invalid.fields().stream()
                            .map(bad -> new PageProblems.Problem(
                                    fieldOf(bad.field(), page),
                                    messages.getMessage(bad.text(), bad.args().toArray(), language)))
                            .distinct()
                            .toList());
        } catch (Conflict conflict) {
            page.addObject("conflict", conflict.code());
            return refuse(
                    page,
                    409,
                    List.of(new PageProblems.Problem(
                            null,
                            messages.getMessage(
                                    "conflict." + conflict.code(),
                                    conflict.args().toArray(),
                                    language))));
        }
    }

    private static boolean refuse(ModelAndView page, int status, List<PageProblems.Problem> problems) {
        page.setStatus(HttpStatusCode.valueOf(status));
        page.addObject("problems", problems);
        page.addObject("at", PageProblems.byField(problems));
        return false;
    }

    /** The page's field for one of the module's, which counts the quantities that were typed; null for none. */
    @SuppressWarnings("unchecked")
    private static @Nullable String fieldOf(String field, ModelAndView page) {
        var line = LINE.matcher(field);
        if (!line.matches()) {
            return FIELDS.contains(field) ? field : null;
        }
        var wanted = seats((Map<String, String>) page.getModel().get("typed"));
        var place = Integer.parseInt(line.group(1));
        return place < wanted.size() ? SEATS + wanted.get(place).product() : null;
    }

    private String done(
            String number, String what, @Nullable String reference, Locale language, RedirectAttributes next) {
        var said = messages.getMessage("portal.changes.done." + what, new Object[] {reference}, language);
        next.addFlashAttribute("flash", new Shell.Flash("good", said));
        return "redirect:/subscriptions/" + number;
    }

    /** What was typed into the fields for quantities; what is no number counts as none at all. */
    private static List<Seats> seats(Map<String, String> typed) {
        return typed.entrySet().stream()
                .filter(field ->
                        field.getKey().startsWith(SEATS) && !field.getValue().isBlank())
                .filter(field -> !field.getValue().strip().equals("0"))
                .map(field -> new Seats(field.getKey().substring(SEATS.length()), quantity(field.getValue())))
                .toList();
    }

    private static int quantity(String typed) {
        return typed.strip().matches("\\d{1,8}") ? Integer.parseInt(typed.strip()) : 0;
    }

    private static Requester requester(Caller caller) {
        return new Requester(caller.email(), caller.email());
    }
}
