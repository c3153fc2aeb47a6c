package io.partnerflow.agreements;

import io.partnerflow.engine.ModuleService;
import io.partnerflow.mandates.MandateView.Status;
import io.partnerflow.mandates.Mandates;
import io.partnerflow.orders.Milestone;
import io.partnerflow.orders.OrderView;
import io.partnerflow.orders.Orders;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.shared.VendorCalendar;
import java.time.Duration;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;

/** What the steps of {@code processes/signed-agreement.bpmn} do with an agreement. */
@ModuleService
class AgreementRounds {

    private final Agreements agreements;
    private final Orders orders;
    private final Programmes programmes;
    private final AgreementPaper paper;
    private final AgreementLetters letters;
    private final AgreementLinks links;
    private final Mandates mandates;
    private final ApplicationEventPublisher events;
    private final VendorCalendar calendar;

    AgreementRounds(
            Agreements agreements,
            Orders orders,
            Programmes programmes,
            AgreementPaper paper,
            AgreementLetters letters,
            AgreementLinks links,
            Mandates mandates,
            ApplicationEventPublisher events,
            VendorCalendar calendar) {
        this.agreements = agreements;
        this.orders = orders;
        this.programmes = programmes;
        this.paper = paper;
        this.letters = letters;
        this.links = links;
        this.mandates = mandates;
        this.events = events;
        this.calendar = calendar;
    }

    /** Draws the agreement up from the order as it is now and sends it out; replaces one sent before. */
    AgreementView send(String orderNumber) {
        var order = orders.get(orderNumber);
        var known = agreements.findByOrderNumber(orderNumber);
        var round = known.map(agreement -> agreement.view().round() + 1).orElse(1);
        var dispatch = dispatch(order, round);
        var agreement = known.orElseGet(() -> Agreement.first(orderNumber, dispatch));
        if (known.isPresent()) {
            agreement.sendAgain(dispatch);
        }
        agreements.saveAndFlush(agreement);
        orders.reached(orderNumber, Milestone.AGREEMENT_SENT);
        letters.sent(order, agreement.view(), links.issue(orderNumber, dispatch.deadline()));
        return agreement.view();
    }

    private Agreement.Dispatch dispatch(OrderView order, int round) {
        var waiting = programmes.get(order.programme(), order.policyVersion()).agreement();
        var now = calendar.now();
        return new Agreement.Dispatch(
                AgreementPaper.content(order),
                paper.print(order, round),
                now,
                now.plus(Duration.ofDays(waiting.reminderDays())),
                now.plus(Duration.ofDays(waiting.deadlineDays())));
    }

    void remind(String orderNumber) {
        var agreement = agreements.about(orderNumber).view();
        letters.reminder(orders.get(orderNumber), agreement, links.issueAnother(orderNumber, agreement.deadline()));
        orders.reached(orderNumber, Milestone.AGREEMENT_REMINDED);
    }

    void conclude(String orderNumber) {
        var agreement = agreements.about(orderNumber);
        agreement.conclude();
        keep(agreement, Milestone.AGREEMENT_CONCLUDED);
        signMandate(agreement.view());
        events.publishEvent(new AgreementConcluded(
                orderNumber, Objects.requireNonNull(agreement.view().how())));
    }

    /** The mandate stands in the agreement, so who has signed the one has signed the other. */
    private void signMandate(AgreementView agreement) {
        if (mandates.of(agreement.orderNumber()).isPresent()) {
            var signedAt = Objects.requireNonNull(agreement.uploadedAt());
            mandates.sign(agreement.orderNumber(), calendar.dateOf(signedAt));
        }
    }

    /** @param reason what must be put right, in the checker's words */
    void giveBack(String orderNumber, String reason) {
        var agreement = agreements.about(orderNumber);
        agreement.giveBack(reason);
        keep(agreement, Milestone.AGREEMENT_RETURNED);
    }

    void lapse(String orderNumber) {
        var agreement = agreements.about(orderNumber);
        agreement.lapse();
        links.end(orderNumber);
        keep(agreement, Milestone.AGREEMENT_LAPSED);
    }

    /** Whatever has become of it, it counts no more. Does nothing if there is none or it does not count already. */
    void makeVoid(String orderNumber) {
        agreements.findByOrderNumber(orderNumber).filter(Agreement::makeVoid).ifPresent(this::voided);
    }

    private void voided(Agreement agreement) {
        var order = agreement.view().orderNumber();
        keep(agreement, Milestone.AGREEMENT_VOIDED);
        links.end(order);
        if (mandates.of(order)
                .filter(mandate -> mandate.status() != Status.REVOKED)
                .isPresent()) {
            mandates.revoke(order, "agreement void");
        }
        events.publishEvent(new AgreementVoided(order));
    }

    private void keep(Agreement agreement, Milestone milestone) {
        agreements.saveAndFlush(agreement);
        orders.reached(agreement.view().orderNumber(), milestone);
    }
}
