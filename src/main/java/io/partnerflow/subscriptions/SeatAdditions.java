package io.partnerflow.subscriptions;

import io.partnerflow.devices.CoverageWatch;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.engine.Workflow;
import io.partnerflow.parties.OrderBlocks;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.subscriptions.SubscriptionChange.Details;
import io.partnerflow.subscriptions.SubscriptionChange.Kind;
import io.partnerflow.subscriptions.SubscriptionChange.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.transaction.annotation.Transactional;

/**
 * Seats that are added to a running contract: at the contract's own prices (AA-7), paid for from the day they are added,
 * on invoices of the days the contract has anyway.
 */
@ModuleService
public class SeatAdditions {

    private static final String NUMBERS = "CH-";

    private final SubscriptionRows rows;
    private final ChangeRows changes;
    private final ChangeDesk desk;
    private final SeatsCheck check;
    private final Renewal renewal;
    private final Costs costs;
    private final AddedSeats added;
    private final CoverageWatch coverage;
    private final OrderBlocks blocks;
    private final Workflow workflow;
    private final VendorCalendar calendar;

    SeatAdditions(
            SubscriptionRows rows,
            ChangeRows changes,
            ChangeDesk desk,
            SeatsCheck check,
            Renewal renewal,
            Costs costs,
            AddedSeats added,
            CoverageWatch coverage,
            OrderBlocks blocks,
            Workflow workflow,
            VendorCalendar calendar) {
        this.rows = rows;
        this.changes = changes;
        this.desk = desk;
        this.check = check;
        this.renewal = renewal;
        this.costs = costs;
        this.added = added;
        this.coverage = coverage;
        this.blocks = blocks;
        this.workflow = workflow;
        this.calendar = calendar;
    }

    /** Whether a charge is for seats that were added, and so is for {@link #cost}. */
    public static boolean isOne(String charge) {
        return charge.startsWith(NUMBERS);
    }

    /**
     * What adding seats today would mean.
     *
     * @param from first day with them
     * @param lines what is invoiced at once, until the end of the running billing period; empty for a contract that has
     *     not begun, whose first invoice has them
     * @param now sum of the lines
     * @param annualNet what they cost a year from then on
     * @param termsVersion the terms to accept
     */
    public record Preview(
            SubscriptionView contract,
            LocalDate from,
            List<PeriodToInvoice.Line> lines,
            Money now,
            Money annualNet,
            String termsVersion) {}

    /**
     * What seats would cost, to the cent what {@link #add} will invoice.
     *
     * @throws io.partnerflow.shared.Invalid if they cannot be added
     * @throws NotFound if the subscription is not the reseller's
     */
    @Transactional(readOnly = true)
    public Preview preview(UUID reseller, String subscription, List<Seats> seats) {
        var contract = desk.look(reseller, subscription);
        ChangeDesk.requireOpenTerms(contract);
        check.addable(contract, seats);
        var term = rows.term(subscription, calendar.today());
        var lines = added.lines(contract, term, seats, "preview");
        var charged = added.parts(contract, term, lines);
        var currency = lines.get(0).listPerYear().currency();
        return new Preview(
                contract,
                added.first(contract),
                charged,
                Money.sum(
                        currency,
                        charged.stream().map(PeriodToInvoice.Line::net).toList()),
                Money.sum(
                        currency,
                        lines.stream()
                                .map(line -> line.priced(term.term().months()).annualNet())
                                .toList()),
                check.termsVersion(contract));
    }

    /**
     * Adds seats from today on. They are the customer's once the provisioning system has them, and invoiced then.
     *
     * @param acceptedTerms version the reseller has accepted
     * @return number of the change
     * @throws io.partnerflow.shared.Invalid if they cannot be added
     * @throws NotFound if the subscription is not the reseller's
     * @throws io.partnerflow.shared.Forbidden if the reseller may not order for the customer
     * @throws Conflict if it has ended, ends by itself (W-28), or the payer owes too much to order
     */
    public String add(
            UUID reseller, String subscription, List<Seats> seats, String acceptedTerms, Requester requester) {
        var contract = desk.openToOrder(reseller, subscription);
        ChangeDesk.requireOpenTerms(contract);
        check.addable(contract, seats, acceptedTerms);
        requireNoBlock(contract);
        renewal.renewUntil(subscription, calendar.today());
        var change = desk.write(
                subscription,
                Kind.ADD_SEATS,
                Status.DONE,
                added.first(contract),
                requester,
                Details.accepting(acceptedTerms),
                seats);
        var term = rows.term(subscription, calendar.today());
        rows.addLines(subscription, term, added.lines(contract, term, seats, change.number()));
        coverage.seatsChanged(contract.customer());
        workflow.start(ChangeProcess.REQUESTED, change.number(), answers(change, added.hasBegun(contract)));
        return change.number();
    }

    private static Workflow.Answers answers(SubscriptionChange change, boolean chargeDue) {
        return Workflow.Answers.none()
                .with(ChangeProcess.DECISION_REQUIRED, false)
                .with(ChangeProcess.SUBSCRIPTION_NUMBER, change.subscription())
                .with(ChangeProcess.CHARGE, change.number())
                .with(ChangeProcess.CHARGE_DUE, chargeDue);
    }

    /**
     * What the seats of a change cost until the end of the billing period they were added in (C-04).
     *
     * @param change CH-…
     * @throws NotFound if no seats were added by it
     */
    public PeriodToInvoice cost(String change) {
        var asked = changes.get(change);
        var lines = rows.addedBy(change);
        var contract = rows.find(asked.subscription()).orElseThrow();
        var parts = added.parts(contract, rows.term(contract.number(), asked.effectiveOn()), lines);
        if (parts.isEmpty()) {
            throw new NotFound("seat addition to invoice", change);
        }
        return costs.of(change, contract, parts);
    }

    private void requireNoBlock(SubscriptionView contract) {
        var unpaid = blocks.blocking(costs.payer(contract));
        if (!unpaid.isEmpty()) {
            throw new Conflict(OrderBlocks.CODE, String.join(", ", unpaid));
        }
    }
}
