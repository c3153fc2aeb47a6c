package io.partnerflow.originals;

import io.partnerflow.shared.NotFound;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/** All originals that are or were waited for. */
interface OriginalAgreements extends Repository<OriginalAgreement, String> {

    OriginalAgreement saveAndFlush(OriginalAgreement original);

    Optional<OriginalAgreement> findByOrderNumber(String orderNumber);

    List<OriginalAgreement> findByStatusOrderByDueAtAsc(OriginalStatus status, Limit most);

    /** @throws NotFound if none is or was waited for */
    default OriginalAgreement about(String order) {
        return findByOrderNumber(order).orElseThrow(() -> new NotFound("original", order));
    }
}
