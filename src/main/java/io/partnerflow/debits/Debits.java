package io.partnerflow.debits;

import io.partnerflow.engine.ModuleService;
import io.partnerflow.mandates.MandateView;
import io.partnerflow.mandates.Mandates;
import io.partnerflow.subscriptions.Subscriptions;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.annotation.Transactional;

/** What is and was collected for contracts. */
@ModuleService
@Transactional(readOnly = true)
public class Debits {

    private final DebitRows rows;
    private final Mandates mandates;
    private final Subscriptions subscriptions;

    Debits(DebitRows rows, Mandates mandates, Subscriptions subscriptions) {
        this.rows = rows;
        this.mandates = mandates;
        this.subscriptions = subscriptions;
    }

    /**
     * What a contract's page shows.
     *
     * @param mandate the account in it is for {@linkplain MandateView#maskedIban() masked} use only
     * @param debits in the order of their due dates
     */
    public record OfContract(MandateView mandate, List<Debit> debits) {}

    /**
     * @param organisation who asks: the reseller or the customer of the contract
     * @return empty if the contract is not paid by direct debit
     * @throws io.partnerflow.shared.NotFound if there is no such contract, or it is somebody else's
     */
    public Optional<OfContract> of(UUID organisation, String subscription) {
        return ofOrder(subscriptions.get(organisation, subscription).orderNumber());
    }

    /** Who asks has been let in already. */
    public Optional<OfContract> ofOrder(String order) {
        return mandates.of(order).map(mandate -> new OfContract(mandate, rows.ofOrder(order)));
    }
}
