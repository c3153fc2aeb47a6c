package io.partnerflow.subscriptions;

import io.partnerflow.engine.ModuleService;
import io.partnerflow.engine.Workflow;
import io.partnerflow.pricing.Cancellation;
import io.partnerflow.pricing.Term;
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
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Notices: what one would mean, and taking it. The day it came counts, not the day somebody decides on it (C-10). */
@ModuleService
public class Cancellations {

    private final ChangeRows changes;
    private final ChangeDesk desk;
    private final Terms terms;
    private final ComingInvoices invoices;
    private final Workflow workflow;
    private final VendorCalendar calendar;

    Cancellations(
            ChangeRows changes,
            ChangeDesk desk,
            Terms terms,
            ComingInvoices invoices,
            Workflow workflow,
            VendorCalendar calendar) {
        this.changes = changes;
        this.desk = desk;
        this.terms = terms;
        this.invoices = invoices;
        this.workflow = workflow;
        this.calendar = calendar;
    }

    /**
     * What a notice received today means.
     *
     * @param inTime whether it ends the contract with the running term
     * @param lastDayForNotice for the coming renewal
     * @param renewalDate the coming one
     * @param endsOn first day without the contract
     * @param toPay the invoices that still come; those of a term that has not begun by today's prices
     * @param stillToPay their sum, without VAT
     * @param refund always zero
     */
    public record Preview(
            SubscriptionView contract,
            boolean inTime,
            LocalDate lastDayForNotice,
            LocalDate renewalDate,
            LocalDate endsOn,
            List<ComingInvoices.Coming> toPay,
            Money stillToPay,
            Money refund) {

        public LocalDate lastServiceDay() {
            return endsOn.minusDays(1);
        }

        /** Whether part of what is still to pay is for a term whose prices are not fixed. */
        public boolean estimated() {
            return toPay.stream().anyMatch(ComingInvoices.Coming::estimated);
        }
    }

    /**
     * @throws NotFound if the subscription is not the reseller's
     * @throws Conflict if it ends by itself and cannot be ended before (W-28)
     */
    @Transactional(readOnly = true)
    public Preview preview(UUID reseller, String subscription) {
        return preview(desk.look(reseller, subscription));
    }

    private Preview preview(SubscriptionView contract) {
        ChangeDesk.requireOpenTerms(contract);
        var running = terms.running(contract);
        var coming = terms.deadlines(contract, running);
        var end = end(contract, running);
        var toPay = invoices.until(contract, end);
        var currency = contract.annualNet().currency();
        var sum = Money.sum(
                currency, toPay.stream().map(ComingInvoices.Coming::net).toList());
        return new Preview(
                contract,
                end.equals(coming.renewalDate()),
                coming.lastDayForNotice(),
                coming.renewalDate(),
                end,
                toPay,
                sum,
                Money.zero(currency));
    }

    /** The first end a notice of today can still bring about. */
    private LocalDate end(SubscriptionView contract, Term running) {
        var renewed = terms.next(contract, running);
        var answer = answer(contract, renewed);
        while (!answer.inTime()) {
            renewed = terms.next(contract, renewed);
            answer = answer(contract, renewed);
        }
        return answer.contractEnds();
    }

    private Cancellation answer(SubscriptionView contract, Term renewed) {
        return Cancellation.of(renewed, calendar.today(), contract.agreed().noticeDays());
    }

    /**
     * Takes a notice. The contracts desk confirms it.
     *
     * @param reseller null for the vendor, who was given notice some other way
     * @param endsOn first day without the contract, as the preview says; null for the first that is possible
     * @return number of the change
     * @throws NotFound if the subscription is not the reseller's
     * @throws Conflict if it is too late for that day, notice has been given already, or the contract ends by itself
     */
    public String request(
            @Nullable UUID reseller,
            String subscription,
            @Nullable LocalDate endsOn,
            @Nullable String reason,
            Requester requester) {
        var contract = desk.open(reseller, subscription);
        requireNone(contract);
        var preview = preview(contract);
        if (endsOn != null && !endsOn.equals(preview.endsOn())) {
            throw new Conflict(
                    "notice-too-late",
                    preview.renewalDate().toString(),
                    preview.lastDayForNotice().toString(),
                    preview.endsOn().toString());
        }
        var change = desk.write(
                subscription,
                Kind.CANCEL,
                Status.REQUESTED,
                preview.endsOn(),
                requester,
                Details.because(reason),
                List.of());
        workflow.start(ChangeProcess.REQUESTED, change.number(), toDecide(change));
        return change.number();
    }

    private Workflow.Answers toDecide(SubscriptionChange change) {
        return Workflow.Answers.none()
                .with(ChangeProcess.DECISION_REQUIRED, true)
                .with(ChangeProcess.SUBSCRIPTION_NUMBER, change.subscription())
                .with(
                        ChangeProcess.DECISION_DEADLINE,
                        calendar.startOfDay(change.effectiveOn().minusDays(1)));
    }

    private void requireNone(SubscriptionView contract) {
        changes.open(contract.number()).stream()
                .filter(change -> change.kind() == Kind.CANCEL)
                .findFirst()
                .ifPresent(change -> {
                    throw new Conflict(
                            "notice-given",
                            contract.number(),
                            change.effectiveOn().minusDays(1).toString());
                });
    }
}
