package io.partnerflow.commission;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.engine.Workflow;
import io.partnerflow.numbering.NumberSeries;
import io.partnerflow.offers.OfferView;
import io.partnerflow.offers.Offers;
import io.partnerflow.orders.OrderView;
import io.partnerflow.orders.Orders;
import io.partnerflow.parties.Organisations;
import io.partnerflow.shared.VendorCalendar;
import java.util.Objects;

/** The commission for a whole contract, earned when everything is delivered: the amounts the offer has shown. */
@ModuleService
class ContractCommission {

    private final Orders orders;
    private final Offers offers;
    private final ContractDrafting drafting;
    private final ContractRows rows;
    private final Organisations organisations;
    private final NumberSeries numbers;
    private final Workflow workflow;
    private final VendorCalendar calendar;
    private final AuditTrail audit;

    ContractCommission(
            Orders orders,
            Offers offers,
            ContractDrafting drafting,
            ContractRows rows,
            Organisations organisations,
            NumberSeries numbers,
            Workflow workflow,
            VendorCalendar calendar,
            AuditTrail audit) {
        this.orders = orders;
        this.offers = offers;
        this.drafting = drafting;
        this.rows = rows;
        this.organisations = organisations;
        this.numbers = numbers;
        this.workflow = workflow;
        this.calendar = calendar;
        this.audit = audit;
    }

    /**
     * Draws up the statement of the order's contract, once; nothing where the order comes from no offer, since then nobody
     * was shown a commission.
     *
     * <p><b>Source:</b> W-15, W-16, C-14, WA-1.
     *
     * @param orderNumber of an order whose contract runs
     */
    void drawUp(String orderNumber) {
        var order = orders.get(orderNumber);
        offers.ofOrder(orderNumber)
                .filter(offer -> !rows.exists(Objects.requireNonNull(order.subscriptionNumber())))
                .ifPresent(offer -> drawUp(order, offer));
    }

    private void drawUp(OrderView order, OfferView offer) {
        var number = numbers.next("ST");
        var customer = organisations.get(order.customer()).name();
        var draft = drafting.of(number, order, offer, customer);
        rows.insert(draft, calendar.now());
        audit.record("commission-earned", draft.contract(), "%s, %s".formatted(number, draft.total()));
        workflow.start(CommissionProcess.DRAWN_UP, number);
    }
}
