package io.partnerflow.subscriptions;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.programmes.ProgrammePolicy.BillTo;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.shared.NotFound;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** For which project or department a subscription is; whoever pays for it says so (HA-10). */
@ModuleService
public class CostGroupAssignment {

    private final SubscriptionRows rows;
    private final Programmes programmes;
    private final JdbcClient database;
    private final AuditTrail audit;

    CostGroupAssignment(SubscriptionRows rows, Programmes programmes, JdbcClient database, AuditTrail audit) {
        this.rows = rows;
        this.programmes = programmes;
        this.database = database;
        this.audit = audit;
    }

    /**
     * From the next invoice on it names this group; what is issued stays as it is.
     *
     * @param payer organisation the invoices go to
     * @param group null for none
     * @throws NotFound if there is no such subscription, or somebody else pays for it
     */
    public void assign(UUID payer, String number, @Nullable String group) {
        var contract = rows.find(number)
                .filter(known -> payerOf(known).equals(payer))
                .orElseThrow(() -> new NotFound("subscription", number));
        if (!Objects.equals(contract.costGroup(), group)) {
            database.sql("UPDATE subscription SET cost_group = ?, version = version + 1 WHERE number = ?")
                    .params(group, number)
                    .update();
            audit.record("cost-group-assigned", number, group);
        }
    }

    private UUID payerOf(SubscriptionView contract) {
        var policy = programmes.get(contract.programme(), contract.policyVersion());
        return policy.billTo() == BillTo.RESELLER ? contract.reseller() : contract.customer();
    }
}
