package io.partnerflow.agreements;

import io.partnerflow.documents.Document;
import io.partnerflow.documents.Documents;
import io.partnerflow.documents.UploadCheck;
import io.partnerflow.documents.UploadRefused;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.engine.Workflow;
import io.partnerflow.orders.Milestone;
import io.partnerflow.orders.OrderRegistered;
import io.partnerflow.orders.OrderView;
import io.partnerflow.orders.Orders;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.VendorCalendar;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.annotation.Transactional;

/** What can be done with agreements. */
@ModuleService
public class AgreementManagement {

    private final Agreements agreements;
    private final Orders orders;
    private final UploadCheck check;
    private final FileFindings findings;
    private final Documents documents;
    private final Workflow workflow;
    private final VendorCalendar calendar;

    AgreementManagement(
            Agreements agreements,
            Orders orders,
            UploadCheck check,
            FileFindings findings,
            Documents documents,
            Workflow workflow,
            VendorCalendar calendar) {
        this.agreements = agreements;
        this.orders = orders;
        this.check = check;
        this.findings = findings;
        this.documents = documents;
        this.workflow = workflow;
        this.calendar = calendar;
    }

    /**
     * Takes the signed file of an order in; a person checks it next.
     *
     * @param fileName as its sender calls it
     * @param by e-mail address of the user
     * @throws NotFound if there is no such order, or it is another reseller's
     * @throws Conflict if no signed file is waited for
     * @throws UploadRefused if the file cannot be taken, with the reason
     */
    public AgreementView upload(UUID reseller, String orderNumber, byte[] content, String fileName, String by) {
        var order = orders.get(reseller, orderNumber);
        var agreement = agreements
                .findByOrderNumber(orderNumber)
                .orElseThrow(() -> new Conflict("agreement-preparing", orderNumber));
        agreement.requireSent();
        var file = check.inspect(content, fileName);
        var kept = documents.file(file.as(
                AgreementPaper.SIGNED_KIND,
                orderNumber,
                String.valueOf(agreement.view().round()),
                Set.of(order.reseller().toString())));
        agreement.uploaded(kept, by, calendar.now(), findings.of(file));
        agreements.saveAndFlush(agreement);
        orders.reached(orderNumber, Milestone.AGREEMENT_UPLOADED);
        workflow.correlate(SignedAgreementProcess.AGREEMENT_UPLOADED, orderNumber);
        return agreement.view();
    }

    /** The agreement of an order the reseller may see; empty before the first one is sent, or if none is needed. */
    @Transactional(readOnly = true)
    public Optional<AgreementView> of(UUID reseller, String orderNumber) {
        orders.get(reseller, orderNumber);
        return agreements.findByOrderNumber(orderNumber).map(Agreement::view);
    }

    /**
     * The paper to sign, as it was sent last.
     *
     * @throws NotFound if there is none the reseller may see
     */
    @Transactional(readOnly = true)
    public Document paper(UUID reseller, String orderNumber) {
        return of(reseller, orderNumber)
                .map(agreement -> documents.find(agreement.document()))
                .orElseThrow(() -> new NotFound("agreement", orderNumber));
    }

    /** The order form came in after the agreement went out: if it says something else, a new one must go out. */
    @EventListener
    void renewIfChanged(OrderRegistered registered) {
        var order = orders.get(registered.number());
        agreements
                .findByOrderNumber(order.number())
                .filter(agreement -> agreement.status() == AgreementStatus.SENT)
                .filter(agreement -> !agreement.says(AgreementPaper.content(order)))
                .ifPresent(agreement -> renew(agreement, order));
    }

    private void renew(Agreement agreement, OrderView order) {
        agreement.renew();
        agreements.saveAndFlush(agreement);
        workflow.correlate(SignedAgreementProcess.AGREEMENT_RENEWED, order.number());
    }
}
