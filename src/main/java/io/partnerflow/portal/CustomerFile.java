package io.partnerflow.portal;

import io.partnerflow.customers.Customers;
import io.partnerflow.devices.SeatCoverages;
import io.partnerflow.documents.Documents;
import io.partnerflow.offers.OfferList;
import io.partnerflow.orders.OrderList;
import io.partnerflow.orders.OrderRow;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.ResellerLinks;
import io.partnerflow.returns.Returns;
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

/** Everything the page of one customer shows. */
@Component
class CustomerFile {

    private final Customers customers;
    private final ResellerLinks links;
    private final Organisations organisations;
    private final TrialManagement trials;
    private final OrderList orders;
    private final OfferList offers;
    private final Subscriptions subscriptions;
    private final SeatCoverages coverages;
    private final DeliveryFile deliveries;
    private final Returns returns;
    private final Documents documents;
    private final History history;

    CustomerFile(
            Customers customers,
            ResellerLinks links,
            Organisations organisations,
            TrialManagement trials,
            OrderList orders,
            OfferList offers,
            Subscriptions subscriptions,
            SeatCoverages coverages,
            DeliveryFile deliveries,
            Returns returns,
            Documents documents,
            History history) {
        this.customers = customers;
        this.links = links;
        this.organisations = organisations;
        this.trials = trials;
        this.orders = orders;
        this.offers = offers;
        this.subscriptions = subscriptions;
        this.coverages = coverages;
        this.deliveries = deliveries;
        this.returns = returns;
        this.documents = documents;
        this.history = history;
    }

    /** @throws NotFound if the reseller has no such customer */
    Map<String, Object> of(UUID reseller, UUID id, Locale language) {
        var customer = customers.get(reseller, id);
        var party = organisations.get(id);
        var tried = trials.of(reseller, id);
        var ordered = orders.ofCustomer(reseller, id);
        var cases = Stream.of(
                        tried.stream().map(TrialView::number),
                        ordered.stream().map(OrderRow::number),
                        coverages.casesOf(id).stream())
                .flatMap(numbers -> numbers)
                .toList();
        var shown = new HashMap<String, Object>();
        shown.put("customer", customer);
        shown.put("party", party);
        shown.put("link", links.between(reseller, id).orElse(null));
        shown.put("country", Countries.name(party.country(), language));
        shown.put("trials", tried);
        shown.put("orders", ordered);
        shown.put("offers", offers.ofCustomer(reseller, id));
        var contracts = subscriptions.ofCustomer(reseller, id);
        shown.put("subscriptions", contracts);
        shown.put("returns", returns.ofCustomer(reseller, id));
        shown.put("extendable", extendable(contracts));
        shown.putAll(deliveries.ofCustomer(reseller, id));
        shown.put("coverage", coverages.of(id));
        shown.put(
                "documents",
                cases.stream()
                        .flatMap(number -> documents.about(number).stream())
                        .filter(document -> document.isOwnedBy(reseller.toString()))
                        .toList());
        shown.put("history", history.of(cases, language));
        return shown;
    }

    /** Running contracts whose seats cover devices: more can be added to each. */
    private List<SubscriptionView> extendable(List<SubscriptionView> contracts) {
        var products = coverages.typesByProduct().keySet();
        return contracts.stream()
                .filter(SubscriptionView::active)
                .filter(one -> one.lines().stream().anyMatch(line -> products.contains(line.product())))
                .toList();
    }
}
