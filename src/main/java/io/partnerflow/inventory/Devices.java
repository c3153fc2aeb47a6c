package io.partnerflow.inventory;

import io.partnerflow.shared.NotFound;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All devices. A plain {@link Repository}, so that only what is written here can be done. */
interface Devices extends Repository<Device, UUID> {

    /** At once, so that a serial number that is taken already is noticed here. */
    Device saveAndFlush(Device device);

    Optional<Device> findById(UUID id);

    Optional<Device> findBySerial(String serial);

    @Query("select d from Device d where d.orderNumber = :order order by d.position")
    List<Device> ofOrder(String order);

    @Query("select d from Device d where d.replaces = :device")
    Optional<Device> replacing(UUID device);

    @Query("select coalesce(max(d.position), 0) from Device d where d.orderNumber = :order")
    int lastPosition(String order);

    /** @throws NotFound if there is none */
    default Device get(UUID id) {
        return findById(id).orElseThrow(() -> new NotFound("device", id));
    }
}
