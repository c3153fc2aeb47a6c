package io.partnerflow.shipping;

import io.partnerflow.shared.NotFound;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All damage reports. A plain {@link Repository}, so that only what is written here can be done. */
interface DamageRows extends Repository<DamageReport, String> {

    /** At once, so that a second report of the same piece is noticed here. */
    DamageReport saveAndFlush(DamageReport report);

    Optional<DamageReport> findByNumber(String number);

    @Query("select r from DamageReport r where r.replacement = :device")
    Optional<DamageReport> findByReplacement(UUID device);

    @Query("select r from DamageReport r where r.deviceId = :device")
    Optional<DamageReport> about(UUID device);

    @Query("select r from DamageReport r where r.orderNumber = :order order by r.number")
    List<DamageReport> ofOrder(String order);

    /** @throws NotFound if there is none */
    default DamageReport get(String number) {
        return findByNumber(number).orElseThrow(() -> new NotFound("damage-report", number));
    }
}
