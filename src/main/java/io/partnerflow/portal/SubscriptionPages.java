package io.partnerflow.portal;

import static java.util.stream.Collectors.toMap;

import io.partnerflow.access.Caller;
import io.partnerflow.access.CurrentCaller;
import io.partnerflow.catalogue.Catalogue;
import io.partnerflow.catalogue.Product;
import io.partnerflow.originals.Originals;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Resellers;
import io.partnerflow.returns.Returns;
import io.partnerflow.shared.Formats;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.subscriptions.ComingInvoices;
import io.partnerflow.subscriptions.SubscriptionChange;
import io.partnerflow.subscriptions.SubscriptionChanges;
import io.partnerflow.subscriptions.SubscriptionView;
import io.partnerflow.subscriptions.Subscriptions;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A running contract: what it is for, what it costs, what is scheduled, and until when it can be changed. */
@Controller
class SubscriptionPages {

    private static final int MOST_COMING = 6;

    private final Subscriptions subscriptions;
    private final SubscriptionChanges changes;
    private final ComingInvoices coming;
    private final Organisations organisations;
    private final Resellers resellers;
    private final Catalogue catalogue;
    private final RentalFile rentals;
    private final Originals originals;
    private final Returns returns;
    private final VendorCalendar calendar;
    private final LivePictures pictures;
    private final CurrentCaller callers;
    private final MessageSource messages;
    private final ConversationCard conversation;

    SubscriptionPages(
            Subscriptions subscriptions,
            SubscriptionChanges changes,
            ComingInvoices coming,
            Organisations organisations,
            Resellers resellers,
            Catalogue catalogue,
            RentalFile rentals,
            Originals originals,
            Returns returns,
            VendorCalendar calendar,
            LivePictures pictures,
            CurrentCaller callers,
            MessageSource messages,
            ConversationCard conversation) {
        this.subscriptions = subscriptions;
        this.changes = changes;
        this.coming = coming;
        this.organisations = organisations;
        this.resellers = resellers;
        this.catalogue = catalogue;
        this.rentals = rentals;
        this.originals = originals;
        this.returns = returns;
        this.calendar = calendar;
        this.pictures = pictures;
        this.callers = callers;
        this.messages = messages;
        this.conversation = conversation;
    }

    @GetMapping("/subscriptions/{number}")
    String one(@PathVariable String number, Model model, Locale language) {
        var caller = callers.require();
        var subscription = subscriptions.get(caller.actingFor(), number);
        var sold = subscription.reseller().equals(caller.actingFor());
        if (!sold) {
            return "redirect:/contracts/" + number; // the page of the customer, without what its reseller pays
        }
        model.addAttribute("subscription", subscription);
        model.addAttribute("customer", organisations.get(subscription.customer()));
        model.addAttribute(
                "products",
                catalogue.products(subscription.programme()).stream()
                        .collect(toMap(Product::code, product -> product.name(language))));
        model.addAttribute("sold", sold);
        addReturns(subscription, caller, model);
        addLife(subscription, sold && caller.acting().role().mayOrder(), model, language);
        addMoney(subscription, caller, model);
        model.addAttribute("live", pictures.of(caller, number, language));
        model.addAttribute("conversation", conversation.of(caller, number));
        return "portal/billing-subscription";
    }

    private void addReturns(SubscriptionView subscription, Caller caller, Model model) {
        model.addAttribute("returns", returns.ofSubscription(subscription.number()));
        model.addAttribute(
                "mayReturn",
                caller.acting().role().mayOrder()
                        && !returns.returnable(caller.actingFor(), subscription.number())
                                .isEmpty());
    }

    /** Of a contract that ends by itself its reseller sees how its customer pays, though it is not the one who pays. */
    private void addMoney(SubscriptionView subscription, Caller caller, Model model) {
        var all = subscription.active() ? coming.of(subscription) : List.<ComingInvoices.Coming>of();
        var shown =
                subscription.endsByItself() ? all.stream().limit(MOST_COMING).toList() : all;
        model.addAttribute("coming", shown);
        model.addAttribute("comingMore", all.size() - shown.size());
        model.addAttribute("today", calendar.today());
        model.addAttribute("original", originals.of(subscription.orderNumber()).orElse(null));
        model.addAttribute("rental", subscription.endsByItself() ? rentals.of(subscription, all) : null);
        model.addAttribute("debits", caller.acting().role().mayBill() ? rentals.debits(subscription) : null);
        model.addAttribute("account", caller.acting().role().mayBill() ? rentals.account(subscription) : null);
        model.addAttribute("reader", caller.actingFor()); // whoever is invoiced itself can open the invoices
    }

    private void addLife(SubscriptionView subscription, boolean mayOrder, Model model, Locale language) {
        var history = changes.of(subscription.number());
        var scheduled = history.stream().filter(SubscriptionChange::isOpen).toList();
        model.addAttribute("state", changes.state(subscription));
        model.addAttribute("mayChange", mayOrder && subscription.active());
        model.addAttribute("mayAdd", resellers.mayOrderFor(subscription.reseller(), subscription.customer()));
        model.addAttribute("scheduled", scheduled);
        model.addAttribute("history", history);
        var line = TermLine.of(subscription, history, calendar.today());
        model.addAttribute(
                "term",
                TermPicture.of(line, new Formats(language, calendar.zone()), TermPicture.words(messages, language)));
    }
}
