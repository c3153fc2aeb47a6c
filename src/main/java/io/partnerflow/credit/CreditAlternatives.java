package io.partnerflow.credit;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.engine.Workflow;
import io.partnerflow.orders.OrderStatus;
import io.partnerflow.orders.Orders;
import io.partnerflow.parties.Organisations;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.VendorCalendar;
import java.util.Objects;
import java.util.UUID;

/** What a reseller can do after the answer was no (WA-3). */
@ModuleService
public class CreditAlternatives {

    private final CreditCheckStore checks;
    private final Orders orders;
    private final Organisations organisations;
    private final Workflow workflow;
    private final AuditTrail audit;
    private final VendorCalendar calendar;

    CreditAlternatives(
            CreditCheckStore checks,
            Orders orders,
            Organisations organisations,
            Workflow workflow,
            AuditTrail audit,
            VendorCalendar calendar) {
        this.checks = checks;
        this.orders = orders;
        this.organisations = organisations;
        this.workflow = workflow;
        this.audit = audit;
        this.calendar = calendar;
    }

    /**
     * Takes the reseller's choice. A deposit or a guarantor is decided on anew, by a person; the other two end the order.
     *
     * @param by e-mail address of the user
     * @throws NotFound if there is no such order, or it is another reseller's
     * @throws Invalid naming every bad field: {@code kind}, {@code amount}, {@code name}, {@code registrationNumber}
     * @throws Conflict {@code credit-no-alternative} if none is looked for, {@code credit-alternative-late}
     */
    public CreditCheckView choose(UUID reseller, String orderNumber, WantedAlternative wanted, String by) {
        var order = orders.get(reseller, orderNumber);
        var check = checks.findByOrderNumber(orderNumber)
                .filter(one -> order.status() == OrderStatus.REGISTERED)
                .orElseThrow(() -> new Conflict("credit-no-alternative", orderNumber));
        var customer = organisations.get(order.customer());
        var worth = Objects.requireNonNull(order.price()).contractValue();
        var chosen = AlternativeCheck.check(wanted, worth, customer.country(), customer.registrationNumber());
        check.choose(chosen, by, calendar.now());
        checks.saveAndFlush(check);
        audit.record("credit-alternative-chosen", check.number(), chosen.kind().code());
        workflow.correlate(CreditCheckProcess.ALTERNATIVE_CHOSEN, orderNumber);
        return check.view();
    }
}
