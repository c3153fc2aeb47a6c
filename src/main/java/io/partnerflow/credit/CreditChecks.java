package io.partnerflow.credit;

import io.partnerflow.engine.ModuleService;
import io.partnerflow.orders.Orders;
import io.partnerflow.shared.NotFound;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.annotation.Transactional;

/** What others ask about credit checks. */
@ModuleService
@Transactional(readOnly = true)
public class CreditChecks {

    private final CreditCheckStore checks;
    private final Orders orders;

    CreditChecks(CreditCheckStore checks, Orders orders) {
        this.checks = checks;
        this.orders = orders;
    }

    /** For the house; empty while the order has not come to its check, or needs none. */
    public Optional<CreditCheckView> of(String order) {
        return checks.findByOrderNumber(order).map(CreditCheck::view);
    }

    /**
     * For people of the reseller.
     *
     * @throws NotFound if there is no such order, or it is another reseller's
     */
    public Optional<CreditCheckView> of(UUID reseller, String order) {
        orders.get(reseller, order);
        return of(order);
    }
}
