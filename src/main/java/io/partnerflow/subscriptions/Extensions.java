package io.partnerflow.subscriptions;

import io.partnerflow.engine.ModuleService;
import io.partnerflow.parties.OrderBlocks;
import io.partnerflow.pricing.RentalTerm.Extension;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.subscriptions.ComingInvoices.Coming;
import io.partnerflow.subscriptions.SubscriptionChange.Details;
import io.partnerflow.subscriptions.SubscriptionChange.Kind;
import io.partnerflow.subscriptions.SubscriptionChange.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;

/**
 * Contracts that end by themselves and go on for some months more, step by step, at their own rate and without commission.
 *
 * <p><b>Source:</b> W-31, C-15, WA-7.
 */
@ModuleService
public class Extensions {

    private final SubscriptionRows rows;
    private final ChangeDesk desk;
    private final ExtensionRule rule;
    private final ComingInvoices invoices;
    private final Costs costs;
    private final OrderBlocks blocks;
    private final RenewalDays days;
    private final RenewalReminders reminders;
    private final EndLetters letters;
    private final VendorCalendar calendar;
    private final ApplicationEventPublisher events;

    Extensions(
            SubscriptionRows rows,
            ChangeDesk desk,
            ExtensionRule rule,
            ComingInvoices invoices,
            Costs costs,
            OrderBlocks blocks,
            RenewalDays days,
            RenewalReminders reminders,
            EndLetters letters,
            VendorCalendar calendar,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.desk = desk;
        this.rule = rule;
        this.invoices = invoices;
        this.costs = costs;
        this.blocks = blocks;
        this.days = days;
        this.reminders = reminders;
        this.letters = letters;
        this.calendar = calendar;
        this.events = events;
    }

    /**
     * What one more step means.
     *
     * @param endsOn first day without the contract after it
     * @param months by how many it becomes longer
     * @param monthsAfter how long it is then, from its first day on
     * @param stepsLeft how many more are possible after it
     * @param toPay the invoices it adds
     * @param costs their sum, without VAT
     * @param commission always zero (WA-7)
     */
    public record Preview(
            SubscriptionView contract,
            LocalDate endsOn,
            int months,
            int monthsAfter,
            int stepsLeft,
            List<Coming> toPay,
            Money costs,
            Money commission) {

        public LocalDate lastDay() {
            return endsOn.minusDays(1);
        }
    }

    /** What one more step would make of the contract, and whether it is allowed. */
    @Transactional(readOnly = true)
    public Extension next(SubscriptionView contract) {
        return rule.of(contract);
    }

    /**
     * What extending the contract today would mean.
     *
     * @throws NotFound if the subscription is not the reseller's
     * @throws Conflict if it cannot be extended, or not any more
     */
    @Transactional(readOnly = true)
    public Preview preview(UUID reseller, String subscription) {
        var contract = desk.look(reseller, subscription);
        desk.requireRunning(contract);
        return preview(contract, allowed(contract));
    }

    private Preview preview(SubscriptionView contract, Extension step) {
        var longer = rule.longer(contract);
        var toPay = invoices.extension(contract, longer.row());
        var currency = contract.annualNet().currency();
        return new Preview(
                contract,
                longer.row().term().renewalDate(),
                longer.months(),
                step.monthsAfter(),
                step.remainingSteps() - 1,
                toPay,
                Money.sum(currency, toPay.stream().map(Coming::net).toList()),
                step.commission(currency));
    }

    /**
     * Extends the contract by one step.
     *
     * @param endsOn first day without the contract as the preview says; null for whatever one step leads to
     * @return number of the change
     * @throws NotFound if the subscription is not the reseller's
     * @throws io.partnerflow.shared.Forbidden if the reseller may not order for the customer
     * @throws Conflict if it cannot be extended, has been meanwhile, or the payer owes too much to order
     */
    public String extend(UUID reseller, String subscription, @Nullable LocalDate endsOn, Requester requester) {
        var contract = desk.openToOrder(reseller, subscription);
        var step = allowed(contract);
        var preview = preview(contract, step);
        requireSame(preview, endsOn);
        requireNoBlock(contract);
        var longer = rule.longer(contract);
        rows.extend(subscription, longer.row(), longer.followUpOn());
        var change = desk.write(
                subscription,
                Kind.EXTEND,
                Status.DONE,
                contract.endsOn(),
                requester,
                Details.extended(longer.months(), preview.endsOn()),
                List.of());
        remindFromNow(rows.find(subscription).orElseThrow());
        letters.extended(change, preview);
        events.publishEvent(new ContractExtended(subscription));
        return change.number();
    }

    /** Reminders of the new end whose day has passed already are not made up for: the confirmation says it all. */
    private void remindFromNow(SubscriptionView longer) {
        days.reminders(longer).stream()
                .filter(distance -> !longer.endsOn().minusDays(distance).isAfter(calendar.today()))
                .forEach(distance -> reminders.sent(longer.number(), longer.endsOn(), distance));
        days.plan(longer.number());
    }

    private Extension allowed(SubscriptionView contract) {
        if (rule.stepMonths(contract) == 0) {
            throw new Conflict("not-extendable", contract.number());
        }
        var step = rule.of(contract);
        if (!step.allowed()) {
            throw new Conflict(
                    "longest-term-reached",
                    contract.number(),
                    String.valueOf(rule.longestMonths(contract)),
                    contract.lastDay().toString());
        }
        return step;
    }

    private static void requireSame(Preview preview, @Nullable LocalDate endsOn) {
        if (endsOn != null && !endsOn.equals(preview.endsOn())) {
            throw new Conflict(
                    "extended-meanwhile",
                    preview.contract().number(),
                    preview.contract().lastDay().toString());
        }
    }

    private void requireNoBlock(SubscriptionView contract) {
        var unpaid = blocks.blocking(costs.payer(contract));
        if (!unpaid.isEmpty()) {
            throw new Conflict(OrderBlocks.CODE, String.join(", ", unpaid));
        }
    }
}
