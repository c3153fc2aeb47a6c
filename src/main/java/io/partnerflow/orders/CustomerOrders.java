package io.partnerflow.orders;

import io.partnerflow.shared.NotFound;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** All orders. A plain {@link Repository}, so that only what is written here can be done. */
interface CustomerOrders extends Repository<CustomerOrder, String> {

    /** Writes at once, so that plain SQL in the same transaction sees it. */
    CustomerOrder saveAndFlush(CustomerOrder order);

    Optional<CustomerOrder> findByNumber(String number);

    /** @throws NotFound if there is none */
    default CustomerOrder get(String number) {
        return findByNumber(number).orElseThrow(() -> new NotFound("order", number));
    }
}
