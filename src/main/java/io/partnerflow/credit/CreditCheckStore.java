package io.partnerflow.credit;

import io.partnerflow.shared.NotFound;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** All credit checks. A plain {@link Repository}, so that only what is written here can be done. */
interface CreditCheckStore extends Repository<CreditCheck, String> {

    CreditCheck saveAndFlush(CreditCheck check);

    Optional<CreditCheck> findByOrderNumber(String orderNumber);

    /** @throws NotFound if the order has none */
    default CreditCheck about(String order) {
        return findByOrderNumber(order).orElseThrow(() -> new NotFound("credit-check", order));
    }
}
