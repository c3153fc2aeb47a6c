package io.partnerflow.portal;

import io.partnerflow.access.CurrentCaller;
import io.partnerflow.billing.Invoices;
import io.partnerflow.catalogue.Catalogue;
import io.partnerflow.catalogue.Product;
import io.partnerflow.parties.Organisations;
import io.partnerflow.subscriptions.Subscriptions;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A running contract: what it is for, what it costs, when it renews. */
@Controller
class SubscriptionPages {

    private final Subscriptions subscriptions;
    private final Invoices invoices;
    private final Organisations organisations;
    private final Catalogue catalogue;
    private final CurrentCaller callers;

    SubscriptionPages(
            Subscriptions subscriptions,
            Invoices invoices,
            Organisations organisations,
            Catalogue catalogue,
            CurrentCaller callers) {
        this.subscriptions = subscriptions;
        this.invoices = invoices;
        this.organisations = organisations;
        this.catalogue = catalogue;
        this.callers = callers;
    }

    @GetMapping("/subscriptions/{number}")
    String one(@PathVariable String number, Model model) {
        var caller = callers.require();
        var subscription = subscriptions.get(caller.reseller(), number);
        model.addAttribute("subscription", subscription);
        model.addAttribute("customer", organisations.get(subscription.customer()));
        model.addAttribute(
                "products",
                catalogue.products(subscription.programme()).stream()
                        .collect(Collectors.toMap(Product::code, Product::name)));
        model.addAttribute("invoices", invoices.ofSubscription(number));
        return "portal/billing-subscription";
    }
}
