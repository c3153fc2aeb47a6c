package io.partnerflow.subscriptions;

import io.partnerflow.engine.ModuleService;
import io.partnerflow.programmes.ProgrammePolicy.BillTo;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.shared.NotFound;
import java.util.List;
import java.util.UUID;
import org.springframework.transaction.annotation.Transactional;

/** The contracts of a customer with whichever reseller, as the customer may see them. */
@ModuleService
public class CustomerContracts {

    private final SubscriptionRows rows;
    private final Programmes programmes;

    CustomerContracts(SubscriptionRows rows, Programmes programmes) {
        this.rows = rows;
        this.programmes = programmes;
    }

    /** Running ones first, newest first; at most 500. */
    @Transactional(readOnly = true)
    public List<CustomerContract> of(UUID customer) {
        return rows.ofCustomer(customer).stream().map(this::shown).toList();
    }

    /** @throws NotFound if there is none, or it is another customer's */
    @Transactional(readOnly = true)
    public CustomerContract get(UUID customer, String number) {
        return rows.find(number)
                .filter(contract -> contract.customer().equals(customer))
                .map(this::shown)
                .orElseThrow(() -> new NotFound("subscription", number));
    }

    /** Whether the customer itself is invoiced, so that the contract's prices are its own to know. */
    public boolean showsPricesTo(UUID customer, SubscriptionView contract) {
        return contract.customer().equals(customer)
                && programmes
                                .get(contract.programme(), contract.policyVersion())
                                .billTo()
                        != BillTo.RESELLER;
    }

    private CustomerContract shown(SubscriptionView contract) {
        var policy = programmes.get(contract.programme(), contract.policyVersion());
        return CustomerContract.of(contract, policy.billTo() != BillTo.RESELLER);
    }
}
