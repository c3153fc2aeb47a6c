package io.partnerflow.agreements;

import io.partnerflow.shared.NotFound;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** All agreements. A plain {@link Repository}, so that only what is written here can be done. */
interface Agreements extends Repository<Agreement, String> {

    Agreement saveAndFlush(Agreement agreement);

    Optional<Agreement> findByOrderNumber(String orderNumber);

    /** @throws NotFound if there is no agreement about the order */
    default Agreement about(String order) {
        return findByOrderNumber(order).orElseThrow(() -> new NotFound("agreement", order));
    }
}
