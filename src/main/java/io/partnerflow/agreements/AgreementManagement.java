package io.partnerflow.agreements;

import io.partnerflow.documents.Document;
import io.partnerflow.documents.Documents;
import io.partnerflow.documents.UploadRefused;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.engine.Workflow;
import io.partnerflow.orders.OrderRegistered;
import io.partnerflow.orders.OrderView;
import io.partnerflow.orders.Orders;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.NotFound;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.annotation.Transactional;

/** What can be done with agreements. */
@ModuleService
public class AgreementManagement {

    private final Agreements agreements;
    private final Orders orders;
    private final SignedFiles files;
    private final SignatureRecords signatures;
    private final AgreementLinks links;
    private final Documents documents;
    private final Workflow workflow;

    AgreementManagement(
            Agreements agreements,
            Orders orders,
            SignedFiles files,
            SignatureRecords signatures,
            AgreementLinks links,
            Documents documents,
            Workflow workflow) {
        this.agreements = agreements;
        this.orders = orders;
        this.files = files;
        this.signatures = signatures;
        this.links = links;
        this.documents = documents;
        this.workflow = workflow;
    }

    /**
     * Takes the signed file of an order in, a scan or a digitally signed PDF; a person checks it next.
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
        files.upload(order, agreement, content, fileName, by);
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

    /** Who signed it on the page of the link; empty if it was signed in another way, or not yet. */
    @Transactional(readOnly = true)
    public Optional<PageSignature> signedOnPage(UUID reseller, String orderNumber) {
        return of(reseller, orderNumber)
                .filter(agreement -> agreement.how() == SignedHow.ON_PAGE)
                .flatMap(agreement -> signatures.onPage(orderNumber, agreement.round()));
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
        links.end(order.number());
        workflow.correlate(SignedAgreementProcess.AGREEMENT_RENEWED, order.number());
    }
}
