package io.partnerflow.portal;

import io.partnerflow.customers.Customers;
import io.partnerflow.devices.SeatCoverages;
import io.partnerflow.orders.OrderList;
import io.partnerflow.orders.OrderRow;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.ResellerLinks;
import io.partnerflow.shared.Countries;
import io.partnerflow.shared.NotFound;
import io.partnerflow.subscriptions.SubscriptionView;
import io.partnerflow.subscriptions.Subscriptions;
import io.partnerflow.trials.TrialManagement;
import io.partnerflow.trials.TrialView;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What every page of one customer shows at its head, and the first of them. */
@Component
class CustomerFile {

    private static final int LATEST = 6;

    private final Customers customers;
    private final ResellerLinks links;
    private final Organisations organisations;
    private final TrialManagement trials;
    private final OrderList orders;
    private final Subscriptions subscriptions;
    private final SeatCoverages coverages;
    private final History history;

    CustomerFile(
            Customers customers,
            ResellerLinks links,
            Organisations organisations,
            TrialManagement trials,
            OrderList orders,
            Subscriptions subscriptions,
            SeatCoverages coverages,
            History history) {
        this.customers = customers;
        this.links = links;
        this.organisations = organisations;
        this.trials = trials;
        this.orders = orders;
        this.subscriptions = subscriptions;
        this.coverages = coverages;
        this.history = history;
    }

    /** @throws NotFound if the reseller has no such customer */
    Map<String, Object> head(UUID reseller, UUID id) {
        var shown = new HashMap<String, Object>();
        shown.put("customer", customers.get(reseller, id));
        shown.put("link", links.between(reseller, id).orElse(null));
        return shown;
    }

    /** How it stands now; what is long has a page of its own. */
    Map<String, Object> now(UUID reseller, UUID id, Locale language) {
        var party = organisations.get(id);
        var tried = trials.of(reseller, id);
        var ordered = orders.ofCustomer(reseller, id);
        var contracts = subscriptions.ofCustomer(reseller, id);
        var shown = new HashMap<String, Object>();
        shown.put("party", party);
        shown.put("country", Countries.name(party.country(), language));
        shown.put("trials", tried);
        shown.put("orders", ordered);
        shown.put("subscriptions", contracts);
        shown.put("extendable", extendable(contracts));
        shown.put("coverage", coverages.of(id));
        shown.put(
                "history",
                history.of(cases(tried, ordered, id), language).stream()
                        .limit(LATEST)
                        .toList());
        return shown;
    }

    /** Human numbers of all that was done for the customer by this reseller. */
    List<String> cases(UUID reseller, UUID id) {
        return cases(trials.of(reseller, id), orders.ofCustomer(reseller, id), id);
    }

    private List<String> cases(List<TrialView> tried, List<OrderRow> ordered, UUID id) {
        return Stream.of(
                        tried.stream().map(TrialView::number),
                        ordered.stream().map(OrderRow::number),
                        coverages.casesOf(id).stream())
                .flatMap(numbers -> numbers)
                .toList();
    }

    /** Running contracts whose seats cover devices: more can be added to each. */
    List<SubscriptionView> extendable(List<SubscriptionView> contracts) {
        var products = coverages.typesByProduct().keySet();
        return contracts.stream()
                .filter(SubscriptionView::active)
                .filter(one -> one.lines().stream().anyMatch(line -> products.contains(line.product())))
                .toList();
    }
}
