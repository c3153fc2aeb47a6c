package io.partnerflow.customers;

import static org.springframework.transaction.annotation.Propagation.REQUIRES_NEW;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.parties.NewParty;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Remembers who wanted a customer that another reseller takes care of, though everything else is undone. */
@Component
class RefusedCustomers {

    private final AuditTrail audit;

    RefusedCustomers(AuditTrail audit) {
        this.audit = audit;
    }

    @Transactional(propagation = REQUIRES_NEW)
    public void record(UUID reseller, NewParty wanted) {
        audit.record(
                "customer-registration-refused",
                reseller.toString(),
                "%s %s, VAT id %s: another reseller takes care of it"
                        .formatted(wanted.country(), wanted.registrationNumber(), wanted.vatId()));
    }
}
