package io.partnerflow.agreements;

import io.partnerflow.documents.DocumentId;
import io.partnerflow.documents.Documents;
import io.partnerflow.documents.Upload;
import io.partnerflow.documents.UploadCheck;
import io.partnerflow.engine.Workflow;
import io.partnerflow.orders.Milestone;
import io.partnerflow.orders.OrderView;
import io.partnerflow.orders.Orders;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.signatures.DigitalSignature;
import io.partnerflow.signatures.SignatureCheck;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Takes signed files in, whoever sends them: looked at, kept, and the process woken. */
@Component
class SignedFiles {

    private final Agreements agreements;
    private final Orders orders;
    private final UploadCheck check;
    private final SignatureCheck signatureCheck;
    private final SignatureRecords records;
    private final FileFindings findings;
    private final Documents documents;
    private final AgreementLinks links;
    private final Workflow workflow;
    private final VendorCalendar calendar;

    SignedFiles(
            Agreements agreements,
            Orders orders,
            UploadCheck check,
            SignatureCheck signatureCheck,
            SignatureRecords records,
            FileFindings findings,
            Documents documents,
            AgreementLinks links,
            Workflow workflow,
            VendorCalendar calendar) {
        this.agreements = agreements;
        this.orders = orders;
        this.check = check;
        this.signatureCheck = signatureCheck;
        this.records = records;
        this.findings = findings;
        this.documents = documents;
        this.links = links;
        this.workflow = workflow;
        this.calendar = calendar;
    }

    /**
     * A file somebody has uploaded: a scan, or a PDF with digital signatures.
     *
     * @throws io.partnerflow.documents.UploadRefused if the file cannot be taken
     */
    void upload(OrderView order, Agreement agreement, byte[] content, String fileName, String by) {
        agreement.requireSent();
        var file = check.inspect(content, fileName);
        var signatures = signaturesIn(file);
        var sha256 = Documents.sha256(content);
        var round = agreement.view().round();
        var sent = documents.find(agreement.view().document());
        var said = findings.of(file, signatures, sha256.equals(sent.sha256()), calendar.now());
        records.keep(order.number(), round, signatures, sha256);
        take(order, agreement, new SignedFile(keep(order, file, round), how(signatures), by, calendar.now(), said));
    }

    private List<DigitalSignature> signaturesIn(Upload file) {
        return FileFindings.isPdf(file) ? signatureCheck.verify(file.content()) : List.of();
    }

    private DocumentId keep(OrderView order, Upload file, int round) {
        var owners = Set.of(order.reseller().toString());
        return documents.file(file.as(AgreementPaper.SIGNED_KIND, order.number(), String.valueOf(round), owners));
    }

    /** A timestamp alone is nobody's signature. */
    private static SignedHow how(List<DigitalSignature> signatures) {
        return signatures.stream().allMatch(DigitalSignature::timestamp) ? SignedHow.SCAN : SignedHow.DIGITALLY;
    }

    /** The paper is signed, in whatever way: its links end, and it is compared and checked next. */
    void take(OrderView order, Agreement agreement, SignedFile file) {
        agreement.signed(file);
        agreements.saveAndFlush(agreement);
        links.end(order.number());
        orders.reached(order.number(), Milestone.AGREEMENT_UPLOADED);
        workflow.correlate(SignedAgreementProcess.AGREEMENT_UPLOADED, order.number());
    }
}
