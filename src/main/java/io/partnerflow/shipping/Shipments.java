package io.partnerflow.shipping;

import io.partnerflow.orders.Orders;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.Page;
import io.partnerflow.shared.Paging;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A reseller's shipments, to look at. */
@Service
@Transactional(readOnly = true)
public class Shipments {

    private final ShipmentList list;
    private final CarrierEventRows events;
    private final Orders orders;
    private final ShippingSettings settings;

    Shipments(ShipmentList list, CarrierEventRows events, Orders orders, ShippingSettings settings) {
        this.list = list;
        this.events = events;
        this.orders = orders;
        this.settings = settings;
    }

    /**
     * Latest first unless asked otherwise.
     *
     * @param wanted sorts by {@code shippedAt}, {@code number} or {@code customer}; searches number, order, customer,
     *     tracking number and serial numbers
     * @throws Invalid if it cannot be sorted so
     */
    public Page<ShipmentView> of(UUID reseller, Paging wanted) {
        return list.of(reseller, wanted);
    }

    /** The same from the first one on, handed out one by one. */
    public void each(UUID reseller, Paging wanted, int most, Consumer<ShipmentView> taker) {
        list.each(reseller, wanted, most, taker);
    }

    /** @throws NotFound if there is none, or it is another reseller's */
    public ShipmentView get(UUID reseller, String number) {
        return list.find(number)
                .filter(one -> one.reseller().equals(reseller))
                .orElseThrow(() -> new NotFound("shipment", number));
    }

    /** For the house's own people and steps. @throws NotFound if there is none */
    public ShipmentView get(String number) {
        return list.find(number).orElseThrow(() -> new NotFound("shipment", number));
    }

    /** Oldest first. @throws NotFound if the order is another reseller's */
    public List<ShipmentView> ofOrder(UUID reseller, String order) {
        orders.get(reseller, order);
        return list.ofOrder(order);
    }

    /** For the house's own people and steps, oldest first. */
    public List<ShipmentView> ofOrder(String order) {
        return list.ofOrder(order);
    }

    /** Latest first, at most 200. */
    public List<ShipmentView> ofCustomer(UUID reseller, UUID customer) {
        return list.ofCustomer(reseller, customer);
    }

    /** What its carrier told about it, in the order it happened. */
    public List<CarrierMessage> told(String shipment) {
        return events.of(shipment);
    }

    /** Who may carry, by code. */
    public List<CarrierName> carriers() {
        return settings.carriers().stream()
                .map(one -> new CarrierName(one.code(), one.name()))
                .toList();
    }

    /** One of our carriers. */
    public record CarrierName(String code, String name) {}
}
