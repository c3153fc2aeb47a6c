package io.partnerflow.demo;

import io.partnerflow.catalogue.Product;
import io.partnerflow.debits.DebitCollection;
import io.partnerflow.debits.DebitCollections;
import io.partnerflow.inventory.Inventory;
import io.partnerflow.mail.Outbox;
import io.partnerflow.mail.OutboxLetter;
import io.partnerflow.offers.Acceptance;
import io.partnerflow.offers.CustomerOffers;
import io.partnerflow.offers.OfferDispatch;
import io.partnerflow.offers.OfferManagement;
import io.partnerflow.offers.WantedOffer;
import io.partnerflow.shipping.Receipt;
import io.partnerflow.shipping.Receipts;
import io.partnerflow.shipping.Shipments;
import io.partnerflow.shipping.Shipping;
import io.partnerflow.shipping.WantedShipment;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** The turns a rental takes until it is collected month by month. */
@Component
class Rentals {

    private static final String CREDIT_CLERK = "klara";
    private static final String LOGISTICS_CLERK = "lena";
    private static final String BILLING_CLERK = "bengt";
    private static final Pattern LINK = Pattern.compile("/link/offer/([\\w-]+)");

    private final Stage stage;
    private final Assortment assortment;
    private final OfferManagement offers;
    private final OfferDispatch dispatch;
    private final CustomerOffers customers;
    private final Outbox outbox;
    private final Shipping shipping;
    private final Shipments shipments;
    private final Receipts receipts;
    private final Inventory inventory;
    private final DebitCollections collections;
    private final Map<Company, String> orders = new HashMap<>();
    private int devices;

    Rentals(
            Stage stage,
            Assortment assortment,
            OfferManagement offers,
            OfferDispatch dispatch,
            CustomerOffers customers,
            Outbox outbox,
            Shipping shipping,
            Shipments shipments,
            Receipts receipts,
            Inventory inventory,
            DebitCollections collections) {
        this.stage = stage;
        this.assortment = assortment;
        this.offers = offers;
        this.dispatch = dispatch;
        this.customers = customers;
        this.outbox = outbox;
        this.shipping = shipping;
        this.shipments = shipments;
        this.receipts = receipts;
        this.inventory = inventory;
        this.collections = collections;
    }

    /** @param workplaces how many people get a bundle. @return number of the draft */
    String putsTogether(Company reseller, Company customer, int months, int workplaces) {
        return stage.as(reseller, () -> offers.create(bundle(reseller, customer, months, workplaces)));
    }

    private WantedOffer bundle(Company reseller, Company customer, int months, int workplaces) {
        var programme = assortment.rented();
        var products = assortment.products(programme);
        var device = products.stream().filter(Product::isHardware).limit(2);
        var rest = products.stream().filter(product -> !product.isHardware()).limit(3);
        var lines = java.util.stream.Stream.concat(device, rest)
                .map(product -> new WantedOffer.Line(product.code(), workplaces))
                .toList();
        return new WantedOffer(
                stage.id(reseller),
                programme.code(),
                stage.id(customer),
                months,
                lines,
                List.of(
                        new WantedOffer.Service("Set-up at the desk", workplaces, null, new BigDecimal("49.00")),
                        new WantedOffer.Service("Help desk", workplaces, new BigDecimal("9.50"), null)),
                "DIRECT",
                null,
                new WantedOffer.Recipient(customer.person(), customer.email()),
                "As we talked about last week.",
                WantedOffer.Origin.NEW,
                reseller.email());
    }

    /** @return number of the offer, which is with the customer */
    String offers(Company reseller, Company customer, int months, int workplaces) {
        var number = putsTogether(reseller, customer, months, workplaces);
        stage.as(reseller, () -> {
            dispatch.send(stage.id(reseller), number);
            return number;
        });
        stage.aMoment();
        return number;
    }

    void asks(Company customer, String offer, String question) {
        customers.ask(secret(offer), customer.person(), question);
        stage.aMoment();
    }

    /** The customer accepts by the link in its letter. @return number of the order */
    String accepts(Company customer, String offer) {
        var order = customers.accept(
                secret(offer),
                new Acceptance(
                        customer.person(),
                        customer.email(),
                        customer.name(),
                        "DE89370400440532013000",
                        null,
                        assortment.rented().termsVersion()));
        orders.put(customer, order);
        stage.aMoment();
        return order;
    }

    private String secret(String offer) {
        var letter = outbox.about(offer).stream()
                .map(OutboxLetter::plainText)
                .map(LINK::matcher)
                .filter(java.util.regex.Matcher::find)
                .map(found -> found.group(1))
                .reduce((earlier, later) -> later);
        return letter.orElseThrow(() -> new IllegalStateException("no letter has the link of " + offer));
    }

    void creditIsApproved(String order, String limit) {
        stage.does(
                CREDIT_CLERK,
                "userTask_decideCredit",
                order,
                Map.of(
                        "creditDecision", "approve",
                        "creditLimit", limit,
                        "creditCondition", "",
                        "creditNote", "Its owners have paid us for years."));
        stage.aMoment();
    }

    /** @return number of the parcel, which is under way */
    String ships(String order, int pieces) {
        var open = shipping.open(order).products().stream()
                .flatMap(product -> IntStream.range(0, product.pieces()).mapToObj(piece -> product.code()))
                .toList();
        var lines = IntStream.range(0, Math.min(pieces, open.size()))
                .mapToObj(piece ->
                        new WantedShipment.Line("list", piece + 1, open.get(piece), "5CG%07d".formatted(++devices)))
                .toList();
        var parcel = shipping.ship(order, new WantedShipment(lines, "own", null), LOGISTICS_CLERK);
        stage.aMoment();
        return parcel;
    }

    void arrives(Company reseller, String parcel) {
        var serials =
                shipments.get(parcel).open().stream().map(item -> item.serial()).toList();
        stage.as(
                reseller,
                () -> receipts.byReseller(stage.id(reseller), parcel, new Receipt(serials, List.of(), null, null)));
        stage.aMoment();
    }

    /** From the offer to the running contract. @return number of the order */
    String runs(Company reseller, Company customer, int months, int workplaces, Deals deals) {
        var order = accepts(customer, offers(reseller, customer, months, workplaces));
        deals.sendsSignedAgreement(reseller, order);
        deals.agreementIsAccepted(order);
        arrives(reseller, ships(order, Integer.MAX_VALUE));
        return order;
    }

    String order(Company customer) {
        return orders.get(customer);
    }

    /** Serial numbers of what a customer has, as the return desk types them. */
    String serials(Company customer) {
        return inventory.ofContract(orders.get(customer)).stream()
                .map(device -> String.valueOf(device.serial()))
                .collect(java.util.stream.Collectors.joining("\n"));
    }

    /** The billing desk releases what is to be collected, and the bank credits it. */
    void areCollected() {
        collections.latest().stream()
                .filter(one -> one.status() == DebitCollection.Status.PREPARED)
                .map(DebitCollection::number)
                .toList()
                .forEach(this::isCollected);
    }

    private void isCollected(String collection) {
        stage.does(BILLING_CLERK, "userTask_releaseDebitFile", collection, Map.of("releaseDecision", "release"));
        stage.aMoment();
        stage.does(BILLING_CLERK, "userTask_confirmCollection", collection, Map.of("confirmation", "credited"));
        stage.aMoment();
    }
}
