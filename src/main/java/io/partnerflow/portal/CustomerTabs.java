package io.partnerflow.portal;

import io.partnerflow.devices.SeatCoverages;
import io.partnerflow.documents.Documents;
import io.partnerflow.offers.OfferList;
import io.partnerflow.orders.OrderList;
import io.partnerflow.parties.Organisations;
import io.partnerflow.payments.CustomerInvoices;
import io.partnerflow.provisioning.AccountPeople;
import io.partnerflow.returns.Returns;
import io.partnerflow.subscriptions.Subscriptions;
import io.partnerflow.trials.TrialManagement;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What each further page of one customer shows, and asks for nothing else. */
@Component
class CustomerTabs {

    private static final int MOST = 200;

    private final CustomerFile file;
    private final Organisations organisations;
    private final TrialManagement trials;
    private final AccountPeople accounts;
    private final OrderList orders;
    private final OfferList offers;
    private final Subscriptions subscriptions;
    private final SeatCoverages coverages;
    private final DeliveryFile deliveries;
    private final Returns returns;
    private final Documents documents;
    private final CustomerInvoices invoices;
    private final History history;

    CustomerTabs(
            CustomerFile file,
            Organisations organisations,
            TrialManagement trials,
            AccountPeople accounts,
            OrderList orders,
            OfferList offers,
            Subscriptions subscriptions,
            SeatCoverages coverages,
            DeliveryFile deliveries,
            Returns returns,
            Documents documents,
            CustomerInvoices invoices,
            History history) {
        this.file = file;
        this.organisations = organisations;
        this.trials = trials;
        this.accounts = accounts;
        this.orders = orders;
        this.offers = offers;
        this.subscriptions = subscriptions;
        this.coverages = coverages;
        this.deliveries = deliveries;
        this.returns = returns;
        this.documents = documents;
        this.invoices = invoices;
        this.history = history;
    }

    Map<String, Object> of(CustomerTab tab, UUID reseller, UUID id, Locale language) {
        return switch (tab) {
            case OVERVIEW -> file.now(reseller, id, language);
            case PEOPLE ->
                Map.of(
                        "party",
                        organisations.get(id),
                        "trials",
                        trials.of(reseller, id),
                        "accounts",
                        accounts.of(reseller, id));
            case DEVICES -> devices(reseller, id);
            case CONTRACTS ->
                Map.of(
                        "orders", orders.ofCustomer(reseller, id),
                        "offers", offers.ofCustomer(reseller, id),
                        "subscriptions", subscriptions.ofCustomer(reseller, id));
            case DOCUMENTS ->
                Map.of(
                        "documents",
                        file.cases(reseller, id).stream()
                                .flatMap(number -> documents.about(number).stream())
                                .filter(document -> document.isOwnedBy(reseller.toString()))
                                .toList());
            case MONEY -> Map.of("invoices", invoices.of(reseller, id, MOST));
            case HISTORY -> Map.of("history", history.of(file.cases(reseller, id), language));
        };
    }

    private Map<String, Object> devices(UUID reseller, UUID id) {
        var shown = new HashMap<String, Object>(deliveries.ofCustomer(reseller, id));
        var contracts = subscriptions.ofCustomer(reseller, id);
        shown.put("subscriptions", contracts);
        shown.put("extendable", file.extendable(contracts));
        shown.put("coverage", coverages.of(id));
        shown.put("returns", returns.ofCustomer(reseller, id));
        return shown;
    }
}
