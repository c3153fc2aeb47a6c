package io.partnerflow.shipping;

import io.partnerflow.shared.NotFound;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All shipments. Whoever changes one holds its row, so that of two receipts at one moment the second sees the first. */
interface ShipmentRows extends Repository<Shipment, String> {

    Shipment saveAndFlush(Shipment shipment);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from Shipment s where s.number = :number")
    Optional<Shipment> held(String number);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from Shipment s where s.orderNumber = :order order by s.number")
    List<Shipment> heldOf(String order);

    @Query("select s.number from Shipment s where s.trackingNumber = :tracking")
    Optional<String> tracked(String tracking);

    /** @throws NotFound if there is none */
    default Shipment get(String number) {
        return held(number).orElseThrow(() -> new NotFound("shipment", number));
    }
}
