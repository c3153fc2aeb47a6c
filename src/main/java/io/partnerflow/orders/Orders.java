package io.partnerflow.orders;

import io.partnerflow.engine.ModuleService;
import io.partnerflow.pricing.Instalment;
import io.partnerflow.programmes.ProgrammePolicy.EndOfTerm;
import io.partnerflow.programmes.ProgrammePolicy.Rhythm;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.NotFound;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.annotation.Transactional;

/** What other modules ask and tell about orders. */
@ModuleService
public class Orders {

    private final CustomerOrders orders;
    private final Milestones milestones;
    private final OrderRecords records;
    private final Programmes programmes;

    Orders(CustomerOrders orders, Milestones milestones, OrderRecords records, Programmes programmes) {
        this.orders = orders;
        this.milestones = milestones;
        this.records = records;
        this.programmes = programmes;
    }

    /**
     * For the steps of processes, which act for the house.
     *
     * @throws NotFound if there is none
     */
    @Transactional(readOnly = true)
    public OrderView get(String number) {
        return orders.get(number).view();
    }

    /**
     * For people: only what the reseller has ordered itself.
     *
     * @throws NotFound if there is none, or it is another reseller's
     */
    @Transactional(readOnly = true)
    public OrderView get(UUID reseller, String number) {
        return orders.findByNumber(number)
                .filter(order -> order.reseller().equals(reseller))
                .orElseThrow(() -> new NotFound("order", number))
                .view();
    }

    /** The whole calculation as it was frozen with the order form; empty before. */
    @Transactional(readOnly = true)
    public Optional<OrderEstimate> estimate(String number) {
        return Optional.ofNullable(orders.get(number).estimate()).map(records::thawed);
    }

    /** What is invoiced each month where the term ends by itself, so that nobody thinks in years; empty for any other. */
    @Transactional(readOnly = true)
    public Optional<Money> monthlyRate(OrderView order) {
        var policy = programmes.get(order.programme(), order.policyVersion());
        return policy.endOfTerm() == EndOfTerm.ENDS && policy.rhythm() == Rhythm.MONTHLY
                ? estimate(order.number())
                        .flatMap(one -> one.estimate().instalments().stream().findFirst())
                        .map(Instalment::net)
                : Optional.empty();
    }

    /** What happened to the order so far, oldest first. */
    @Transactional(readOnly = true)
    public List<ReachedMilestone> milestones(String number) {
        return milestones.of(number);
    }

    /** Puts something another module did onto the order's timeline. */
    public void reached(String number, Milestone milestone) {
        milestones.reach(number, milestone);
    }

    /**
     * Everything that was ordered has arrived: the term begins that day (WA-5). Does nothing if told again.
     *
     * @throws Conflict if the order is not waiting for that any more
     */
    public void delivered(String number, LocalDate day) {
        var order = orders.get(number);
        if (order.view().deliveredOn() == null) {
            order.delivered(day);
            orders.saveAndFlush(order);
            milestones.reach(number, Milestone.DELIVERED);
        }
    }

    /**
     * The account is there and the subscription runs (P-37).
     *
     * @throws Conflict if the order is not waiting for that any more
     */
    public void activated(String number, String subscription) {
        var order = orders.get(number);
        order.activate(subscription);
        orders.saveAndFlush(order);
        milestones.reach(number, Milestone.ACTIVATED);
    }

    /**
     * The first invoice is being issued in the caller's transaction: from now on the order cannot be cancelled. Of an
     * invoice and a cancellation at the same moment one gets the optimistic-lock answer. Does nothing if told again.
     *
     * @throws Conflict if the order is being cancelled: then nothing may be invoiced
     */
    public void invoiced(String number) {
        var order = orders.get(number);
        if (!order.view().invoiced()) {
            order.invoiced();
            orders.saveAndFlush(order);
            milestones.reach(number, Milestone.INVOICED);
        }
    }
}
