package io.partnerflow.portal;

import io.partnerflow.access.Caller;
import io.partnerflow.access.CurrentCaller;
import io.partnerflow.links.LinkManagement;
import io.partnerflow.links.LinkRequestView;
import io.partnerflow.links.Links;
import io.partnerflow.parties.ResellerLink;
import io.partnerflow.subscriptions.SubscriptionView;
import io.partnerflow.subscriptions.Subscriptions;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which resellers may act for the organisation, which one wants to, and who is the primary one. */
@Controller
@RequestMapping("/links")
class LinkPages {

    private static final String BACK = "redirect:/links";

    private final Links links;
    private final LinkManagement management;
    private final Subscriptions subscriptions;
    private final CurrentCaller callers;
    private final MessageSource messages;

    LinkPages(
            Links links,
            LinkManagement management,
            Subscriptions subscriptions,
            CurrentCaller callers,
            MessageSource messages) {
        this.links = links;
        this.management = management;
        this.subscriptions = subscriptions;
        this.callers = callers;
        this.messages = messages;
    }

    @GetMapping
    String all(Model model) {
        var caller = callers.require();
        var all = links.of(caller);
        model.addAttribute("links", all);
        model.addAttribute("running", running(caller, all));
        model.addAttribute("requests", management.of(caller));
        model.addAttribute("primaries", links.primaries(caller));
        model.addAttribute("organisation", caller.acting().organisationName());
        model.addAttribute("own", caller.actingFor());
        model.addAttribute("reseller", caller.acting().reseller());
        model.addAttribute(
                "mayAsk", caller.acting().reseller() && caller.acting().role().mayOrder());
        model.addAttribute("mayDecide", links.mayDecide(caller));
        return "portal/links";
    }

    /** How many running contracts each of the resellers sold. */
    private Map<UUID, Long> running(Caller caller, java.util.List<ResellerLink> all) {
        return all.stream()
                .filter(ResellerLink::active)
                .collect(Collectors.toMap(
                        ResellerLink::reseller,
                        link -> subscriptions.ofCustomer(link.reseller(), caller.actingFor()).stream()
                                .filter(SubscriptionView::active)
                                .count()));
    }

    @GetMapping("/requests/{number}")
    String request(@PathVariable String number, Model model) {
        var caller = callers.require();
        var request = management.get(caller, number);
        model.addAttribute("request", request);
        model.addAttribute("toUs", request.customer().equals(caller.actingFor()));
        model.addAttribute("mayDecide", links.mayDecide(caller));
        model.addAttribute(
                "becomesPrimary",
                links.of(caller).stream()
                        .noneMatch(link -> link.primary() && link.customer().equals(caller.actingFor())));
        return "portal/links-request";
    }

    @PostMapping("/requests/{number}/acceptance")
    String accept(@PathVariable String number, RedirectAttributes next, Locale language) {
        var request = management.accept(callers.require(), number);
        return said(next, language, "portal.link-request.accepted", request.resellerName(), request.customerName());
    }

    @PostMapping("/requests/{number}/refusal")
    String decline(@PathVariable String number, RedirectAttributes next, Locale language) {
        var request = management.decline(callers.require(), number);
        return said(next, language, "portal.link-request.declined", request.resellerName());
    }

    @PostMapping("/requests/{number}/withdrawal")
    String withdraw(@PathVariable String number, RedirectAttributes next, Locale language) {
        LinkRequestView request = management.withdraw(callers.require(), number);
        return said(next, language, "portal.links.withdrawn", request.number());
    }

    @PostMapping("/{id}/end")
    String end(@PathVariable UUID id, RedirectAttributes next, Locale language) {
        var link = links.end(callers.require(), id.toString());
        return said(next, language, "portal.links.ended", link.resellerName(), link.customerName());
    }

    @PostMapping("/{id}/primary")
    String choosePrimary(@PathVariable UUID id, RedirectAttributes next, Locale language) {
        var link = links.choosePrimary(callers.require(), id.toString());
        return said(next, language, "portal.links.primary-chosen", link.resellerName());
    }

    private String said(RedirectAttributes next, Locale language, String key, Object... args) {
        next.addFlashAttribute("flash", new Shell.Flash("good", messages.getMessage(key, args, language)));
        return BACK;
    }
}
