package io.partnerflow.shipping;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One piece in a shipment; only its shipment decides about it. */
@Entity
@Table(name = "shipment_item")
class ShipmentItem {

    @Embeddable
    record Place(String shipment, int position) implements Serializable {}

    @EmbeddedId
    private Place place;

    private UUID deviceId;
    private String serial;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    private @Nullable LocalDate receivedOn;

    @Enumerated(EnumType.STRING)
    private @Nullable ConfirmedBy confirmedBy;

    @SuppressWarnings("NullAway.Init")
    protected ShipmentItem() {} // for JPA

    ShipmentItem(String shipment, int position, UUID device, String serial) {
        this.place = new Place(shipment, position);
        this.deviceId = device;
        this.serial = serial;
        this.outcome = Outcome.OPEN;
    }

    void received(LocalDate day, ConfirmedBy by) {
        outcome = Outcome.RECEIVED;
        receivedOn = day;
        confirmedBy = by;
    }

    void became(Outcome other) {
        outcome = other;
    }

    UUID device() {
        return deviceId;
    }

    String serial() {
        return serial;
    }

    Outcome outcome() {
        return outcome;
    }

    @Nullable
    LocalDate receivedOn() {
        return receivedOn;
    }
}
