package io.partnerflow.originals;

import io.partnerflow.agreements.AgreementConcluded;
import io.partnerflow.agreements.AgreementVoided;
import io.partnerflow.agreements.SignedHow;
import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.engine.TaskCompleted;
import io.partnerflow.engine.Workflow;
import io.partnerflow.orders.Orders;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.VendorCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Limit;
import org.springframework.transaction.annotation.Transactional;

/** What is known about originals, and what wakes or begins the wait for one. */
@ModuleService
public class Originals {

    private final OriginalAgreements originals;
    private final Orders orders;
    private final Programmes programmes;
    private final Workflow workflow;
    private final AuditTrail audit;
    private final VendorCalendar calendar;

    Originals(
            OriginalAgreements originals,
            Orders orders,
            Programmes programmes,
            Workflow workflow,
            AuditTrail audit,
            VendorCalendar calendar) {
        this.originals = originals;
        this.orders = orders;
        this.programmes = programmes;
        this.workflow = workflow;
        this.audit = audit;
        this.calendar = calendar;
    }

    /** The original of an order's agreement; empty where none has to follow. */
    @Transactional(readOnly = true)
    public Optional<OriginalView> of(String orderNumber) {
        return originals.findByOrderNumber(orderNumber).map(OriginalAgreement::view);
    }

    /** What is missing, the longest overdue first. */
    @Transactional(readOnly = true)
    public List<OriginalView> missing(int most) {
        return originals.findByStatusOrderByDueAtAsc(OriginalStatus.MISSING, Limit.of(most)).stream()
                .map(OriginalAgreement::view)
                .toList();
    }

    /**
     * The original lies on the contracts desk.
     *
     * @param on the day it arrived, not after today
     * @param by user id of the member of staff
     * @throws NotFound if none was ever waited for
     * @throws Conflict if none is waited for any more
     * @throws Invalid naming {@code receivedOn}
     */
    public void received(String orderNumber, @Nullable LocalDate on, String by) {
        var original = originals.about(orderNumber);
        if (on == null || on.isAfter(calendar.today())) {
            throw Invalid.field("receivedOn", on == null ? "required" : "in-future", "invalid.original-received-on");
        }
        original.receive(on, by);
        originals.saveAndFlush(original);
        audit.record("original-received", orderNumber, on.toString());
        workflow.correlate(OriginalProcess.ORIGINAL_RECEIVED, orderNumber);
    }

    /** A scan was good enough to conclude the agreement; where the programme says so, its original has to follow. */
    @EventListener
    void expect(AgreementConcluded concluded) {
        var order = orders.get(concluded.orderNumber());
        var terms = programmes.get(order.programme(), order.policyVersion()).agreement();
        if (concluded.how() == SignedHow.SCAN && terms != null && terms.original() != null) {
            originals.saveAndFlush(new OriginalAgreement(order.number(), calendar.now()));
            workflow.start(OriginalProcess.ORIGINAL_EXPECTED, order.number());
        }
    }

    @EventListener
    void drop(AgreementVoided voided) {
        originals
                .findByOrderNumber(voided.orderNumber())
                .filter(OriginalAgreement::drop)
                .ifPresent(original -> {
                    originals.saveAndFlush(original);
                    workflow.correlate(OriginalProcess.AGREEMENT_VOIDED, voided.orderNumber());
                });
    }

    @EventListener(condition = "#completed.task() == 'original-agreement.see-to-missing-original'")
    void decided(TaskCompleted completed) {
        if (completed.by() != null) {
            var original = originals.about(completed.businessKey());
            original.seenToBy(completed.by());
            originals.saveAndFlush(original);
        }
    }
}
