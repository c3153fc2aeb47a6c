package io.partnerflow.shipping;

import io.partnerflow.documents.DocumentId;
import io.partnerflow.documents.PostalAddress;
import io.partnerflow.orders.OrderView;
import io.partnerflow.shared.Conflict;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What left the house together. Each piece in it is received, lost or recalled once, by whoever says so first. */
@Entity
@Table(name = "shipment")
class Shipment {

    @Id
    private String number;

    private String orderNumber;
    private UUID resellerId;
    private UUID customerId;

    @Enumerated(EnumType.STRING)
    private ShipmentStatus status;

    private boolean viaReseller;
    private String recipient;
    private String street;
    private @Nullable String line2;
    private String postalCode;
    private String city;
    private String country;
    private String carrier;
    private @Nullable String trackingNumber;
    private Instant shippedAt;
    private String shippedBy;
    private @Nullable UUID noteId;
    private int openPieces;
    private @Nullable LocalDate receivedOn;

    @OneToMany(cascade = CascadeType.ALL, fetch = FetchType.LAZY)
    @JoinColumn(name = "shipment", insertable = false, updatable = false)
    @OrderBy("place.position")
    private List<ShipmentItem> items = new ArrayList<>();

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Shipment() {} // for JPA

    static Shipment of(String number, OrderView order, Destination to, Parcel parcel, Instant now, String by) {
        var shipment = new Shipment();
        shipment.number = number;
        shipment.orderNumber = order.number();
        shipment.resellerId = order.reseller();
        shipment.customerId = order.customer();
        shipment.status = ShipmentStatus.UNDER_WAY;
        shipment.viaReseller = to.viaReseller();
        shipment.recipient = to.recipient();
        shipment.street = to.address().street();
        shipment.line2 = to.address().line2();
        shipment.postalCode = to.address().postalCode();
        shipment.city = to.address().city();
        shipment.country = to.address().country();
        shipment.carrier = parcel.carrier();
        shipment.trackingNumber = parcel.trackingNumber();
        shipment.shippedAt = now;
        shipment.shippedBy = by;
        return shipment;
    }

    void pack(UUID device, String serial) {
        items.add(new ShipmentItem(number, items.size() + 1, device, serial));
        openPieces++;
    }

    void noted(DocumentId note) {
        noteId = note.value();
    }

    /**
     * Pieces have arrived; those that were confirmed before keep their day and whose word it was.
     *
     * @return the devices that nobody had confirmed
     * @throws Conflict {@code shipment-ended} if it is recalled, or what is confirmed now was given up as lost
     */
    List<UUID> receive(Collection<String> serials, LocalDate day, ConfirmedBy by) {
        var named = chosen(item -> serials.contains(item.serial()));
        if (named.stream()
                .anyMatch(item ->
                        item.outcome() != Outcome.RECEIVED && !item.outcome().isOpen())) {
            throw new Conflict("shipment-ended", number, status.code());
        }
        var arrived = named.stream().filter(item -> item.outcome().isOpen()).toList();
        arrived.forEach(item -> item.received(day, by));
        openPieces -= arrived.size();
        if (!arrived.isEmpty()) {
            receivedOn = receivedOn == null || receivedOn.isBefore(day) ? day : receivedOn;
            status = openPieces == 0 ? ShipmentStatus.RECEIVED : status;
        }
        return arrived.stream().map(ShipmentItem::device).toList();
    }

    /**
     * Pieces were not in it, somebody says.
     *
     * @return whether that is new
     */
    boolean miss(Collection<String> serials) {
        var missing = chosen(item -> serials.contains(item.serial()) && item.outcome() == Outcome.OPEN);
        missing.forEach(item -> item.became(Outcome.MISSING));
        if (!missing.isEmpty()) {
            status = ShipmentStatus.INCOMPLETE;
        }
        return !missing.isEmpty();
    }

    /** What has not arrived never will. @return those devices */
    List<UUID> writeOff() {
        return giveUp(Outcome.LOST, ShipmentStatus.LOST);
    }

    /** The order is given up. @return the devices that were still under way */
    List<UUID> recall() {
        return giveUp(Outcome.RECALLED, ShipmentStatus.RECALLED);
    }

    private List<UUID> giveUp(Outcome outcome, ShipmentStatus end) {
        var open = chosen(item -> item.outcome().isOpen());
        open.forEach(item -> item.became(outcome));
        openPieces = 0;
        status = open.isEmpty() ? status : end;
        return open.stream().map(ShipmentItem::device).toList();
    }

    private List<ShipmentItem> chosen(Predicate<ShipmentItem> which) {
        return items.stream().filter(which).toList();
    }

    String number() {
        return number;
    }

    String order() {
        return orderNumber;
    }

    UUID reseller() {
        return resellerId;
    }

    UUID customer() {
        return customerId;
    }

    ShipmentStatus status() {
        return status;
    }

    Instant shippedAt() {
        return shippedAt;
    }

    String recipient() {
        return recipient;
    }

    PostalAddress address() {
        return new PostalAddress(street, line2, postalCode, city, country);
    }

    boolean viaReseller() {
        return viaReseller;
    }

    List<ShipmentItem> items() {
        return List.copyOf(items);
    }
}
