package io.partnerflow.orders;

import io.partnerflow.engine.ModuleService;
import io.partnerflow.programmes.ProgrammePolicy.Check;
import io.partnerflow.programmes.ProgrammePolicy.Compensation;
import io.partnerflow.programmes.Programmes;

/** What the steps of {@code processes/order.bpmn} do with an order. */
@ModuleService
class OrderSteps {

    private final CustomerOrders orders;
    private final OrderChecks checks;
    private final OrderedTrials trials;
    private final Programmes programmes;
    private final Milestones milestones;
    private final OrderLetters letters;
    private final OrderConfirmation confirmation;

    OrderSteps(
            CustomerOrders orders,
            OrderChecks checks,
            OrderedTrials trials,
            Programmes programmes,
            Milestones milestones,
            OrderLetters letters,
            OrderConfirmation confirmation) {
        this.orders = orders;
        this.checks = checks;
        this.trials = trials;
        this.programmes = programmes;
        this.milestones = milestones;
        this.letters = letters;
        this.confirmation = confirmation;
    }

    /** What the gateways behind the checks ask. */
    record Checked(
            boolean vendorCheckRequired,
            boolean trialToConvert,
            boolean creditCheckRequired,
            boolean deliveryRequired,
            boolean commissionEarned) {}

    void remindOfForm(String number) {
        letters.formReminder(orders.get(number).view());
        milestones.reach(number, Milestone.FORM_REMINDED);
    }

    /** A person looks if the programme says so, or if an automatic check failed. */
    Checked answerChecks(String number) {
        var order = orders.get(number).view();
        var passed = checks.answer(order);
        milestones.reach(number, Milestone.CHECKED);
        var policy = programmes.get(order.programme(), order.policyVersion());
        return new Checked(
                !passed || policy.check() == Check.VENDOR_CHECKS_ORDER,
                order.trialNumber() != null,
                policy.checksCredit(),
                policy.delivers(),
                policy.compensation() == Compensation.UPFRONT_COMMISSION);
    }

    void announceActivation(String number) {
        var order = orders.get(number);
        order.complete();
        orders.saveAndFlush(order);
        milestones.reach(number, Milestone.COMPLETED);
        letters.activated(order.view(), confirmation.print(order.view()));
    }

    void reject(String number, String reason) {
        var order = orders.get(number);
        order.reject(reason);
        letters.rejected(ended(order, Milestone.REJECTED));
    }

    /** The vendor does not bear the risk; whoever checked has told the reseller why, and what else it can do. */
    void decline(String number) {
        var order = orders.get(number);
        order.decline();
        ended(order, Milestone.DECLINED);
    }

    void lapse(String number) {
        var order = orders.get(number);
        order.lapse();
        letters.lapsed(ended(order, Milestone.LAPSED));
    }

    void cancelled(String number) {
        var order = orders.get(number);
        order.cancelled();
        letters.cancelled(ended(order, Milestone.CANCELLED));
    }

    private OrderView ended(CustomerOrder order, Milestone milestone) {
        orders.saveAndFlush(order);
        milestones.reach(order.number(), milestone);
        trials.ended(order.view().trialNumber(), order.number());
        return order.view();
    }
}
