package io.partnerflow.shipping;

import io.partnerflow.access.OneTimeLinks;
import io.partnerflow.access.Users;
import io.partnerflow.documents.DocumentId;
import io.partnerflow.mail.Letter;
import io.partnerflow.mail.Postman;
import io.partnerflow.orders.OrderView;
import io.partnerflow.orders.Orders;
import io.partnerflow.parties.Organisations;
import io.partnerflow.web.PortalAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The letters about shipments, damage and recalls: to the customer, and to who ordered at the reseller. */
@Component
class ShipmentLetters {

    static final String RECEIPT = "receipt";

    private final Postman postman;
    private final OneTimeLinks links;
    private final Users users;
    private final Orders orders;
    private final Organisations organisations;
    private final PortalAddress portal;
    private final ShippingSettings settings;

    ShipmentLetters(
            Postman postman,
            OneTimeLinks links,
            Users users,
            Orders orders,
            Organisations organisations,
            PortalAddress portal,
            ShippingSettings settings) {
        this.postman = postman;
        this.links = links;
        this.users = users;
        this.orders = orders;
        this.organisations = organisations;
        this.portal = portal;
        this.settings = settings;
    }

    private record Reader(String email, String name, Locale language, boolean reseller) {}

    void sent(ShipmentView shipment) {
        var note = Stream.ofNullable(shipment.note()).map(DocumentId::new).toList();
        aboutShipment("shipment-sent", shipment, note);
    }

    void receiptReminder(ShipmentView shipment) {
        aboutShipment("receipt-reminder", shipment, List.of());
    }

    void lost(ShipmentView shipment) {
        aboutShipment("shipment-lost", shipment, List.of());
    }

    void damageAnswered(DamageView damage) {
        var facts = new HashMap<String, Object>();
        facts.put("number", damage.number());
        facts.put("order", damage.order());
        facts.put("serial", damage.serial());
        facts.put("product", damage.product());
        facts.put("words", damage.words());
        facts.put("replaced", damage.status() == DamageView.Status.REPLACED);
        facts.put("reason", damage.reason() == null ? "" : damage.reason());
        both(orders.get(damage.order()), "damage-answered", damage.number(), facts, List.of());
    }

    /** @param serials of what is with the customer or on its way */
    void recalled(String order, List<String> serials) {
        var facts = Map.<String, Object>of("order", order, "serials", serials);
        both(orders.get(order), "delivery-recalled", order, facts, List.of());
    }

    private void aboutShipment(String letter, ShipmentView shipment, List<DocumentId> papers) {
        var facts = new HashMap<String, Object>();
        facts.put("number", shipment.number());
        facts.put("order", shipment.order());
        facts.put("items", shipment.open());
        facts.put("deliveredTo", shipment.recipient());
        facts.put("viaReseller", shipment.viaReseller());
        facts.put("carrier", shipment.carrier());
        facts.put("tracking", shipment.trackingNumber() == null ? "" : shipment.trackingNumber());
        facts.put("trackingPage", shipment.trackingPage() == null ? "" : shipment.trackingPage());
        both(orders.get(shipment.order()), letter, shipment.number(), facts, papers);
    }

    private void both(
            OrderView order, String letter, String about, Map<String, Object> facts, List<DocumentId> papers) {
        Stream.of(customer(order), reseller(order)).forEach(reader -> {
            var model = new HashMap<>(facts);
            model.put("toReseller", reader.reseller());
            model.put("customer", organisations.get(order.customer()).name());
            model.put("reseller", organisations.get(order.reseller()).name());
            model.put("page", about.startsWith("SH-") ? page(about, reader.reseller()) : orderPage(order, reader));
            var written = new Letter(
                    "%s/%s/%s".formatted(letter, about, reader.reseller() ? "reseller" : "customer"),
                    reader.email(),
                    reader.name(),
                    letter,
                    reader.language(),
                    model,
                    papers,
                    order.number());
            postman.send(reader.reseller() ? written : written.inTheNameOf(order.reseller()));
        });
    }

    /** Every letter to the customer carries a link of its own; earlier ones go on working. */
    private String page(String shipment, boolean reseller) {
        return reseller
                ? portal.of("/shipments/" + shipment)
                : portal.of("/link/receipt/" + links.issueAnother(RECEIPT, shipment, settings.receiptLink()));
    }

    private String orderPage(OrderView order, Reader reader) {
        return reader.reseller() ? portal.of("/orders/" + order.number()) : "";
    }

    private Reader customer(OrderView order) {
        var customer = organisations.get(order.customer());
        return new Reader(customer.email(), "", Locale.forLanguageTag(customer.language()), false);
    }

    private Reader reseller(OrderView order) {
        return users.byEmail(order.placedBy())
                .map(user -> new Reader(user.email(), user.name(), user.language(), true))
                .orElseGet(() -> new Reader(
                        order.placedBy(),
                        "",
                        Locale.forLanguageTag(
                                organisations.get(order.reseller()).language()),
                        true));
    }
}
