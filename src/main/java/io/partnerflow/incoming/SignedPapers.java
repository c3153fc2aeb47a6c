package io.partnerflow.incoming;

import io.partnerflow.agreements.AgreementManagement;
import io.partnerflow.agreements.AgreementStatus;
import io.partnerflow.documents.Document;
import io.partnerflow.documents.DocumentId;
import io.partnerflow.documents.Documents;
import io.partnerflow.documents.UploadRefused;
import io.partnerflow.incoming.Subjects.CaseSubject;
import io.partnerflow.shared.VendorLanguage;
import io.partnerflow.signatures.SignatureCheck;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The signed agreement of an order as it comes by mail: it goes the way of every signed file, where it is compared and a
 * person checks it.
 *
 * <p><b>Source:</b> P-35.
 */
@Component
class SignedPapers {

    private static final int LONGEST_BY = 254;
    private static final int FEW_WORDS = 15;

    /** How people call it in four languages. */
    private static final Pattern SIGNED = Pattern.compile(
            "(?i)sign|agreement|contract|underteck|p.skriv|avtal|kontrakt|unterschr|unterzeich|vertrag|contrat|accord");

    private final AgreementManagement agreements;
    private final Documents documents;
    private final SignatureCheck signatures;
    private final MessageSource messages;
    private final Locale staff;

    SignedPapers(
            AgreementManagement agreements,
            Documents documents,
            SignatureCheck signatures,
            MessageSource messages,
            VendorLanguage staff) {
        this.agreements = agreements;
        this.documents = documents;
        this.signatures = signatures;
        this.messages = messages;
        this.staff = staff.locale();
    }

    /**
     * What came of it.
     *
     * @param taken   the attachment that is the signed agreement now; null for none
     * @param finding why none was taken although one is waited for; null where nothing is to be said
     */
    record Answer(@Nullable DocumentId taken, @Nullable Finding finding) {

        static final Answer NOTHING = new Answer(null, null);

        boolean isSigned() {
            return taken != null;
        }
    }

    /** Looks whether the order waits for its signed agreement and the mail brings it. */
    Answer take(IncomingMail mail, CaseSubject order, List<MailAttachment> attachments) {
        var papers = attachments.stream()
                .flatMap(file -> Optional.ofNullable(file.document()).stream())
                .map(id -> documents.find(new DocumentId(id)))
                .toList();
        if (papers.isEmpty() || !isWaitedFor(order)) {
            return Answer.NOTHING;
        }
        var paper = theOne(papers, mail);
        if (paper.isEmpty()) {
            return new Answer(null, new Finding("which-is-signed"));
        }
        return saysSo(mail, paper.get()) ? upload(mail, order, paper.get()) : Answer.NOTHING;
    }

    private boolean isWaitedFor(CaseSubject order) {
        return agreements
                .of(order.reseller(), order.number())
                .filter(agreement -> agreement.status() == AgreementStatus.SENT)
                .isPresent();
    }

    /** A PDF before pictures; of several the one that is called so. */
    private static Optional<Document> theOne(List<Document> papers, IncomingMail mail) {
        Predicate<Document> pdf = paper -> paper.contentType().equals("application/pdf");
        var best = papers.stream().anyMatch(pdf) ? papers.stream().filter(pdf).toList() : papers;
        if (best.size() == 1) {
            return Optional.of(best.get(0));
        }
        var called = best.stream().filter(paper -> isCalledSo(paper, mail)).toList();
        return called.size() == 1 ? Optional.of(called.get(0)) : Optional.empty();
    }

    private static boolean isCalledSo(Document paper, IncomingMail mail) {
        return SIGNED.matcher(paper.fileName()).find()
                || CaseNumbers.in(java.util.stream.Stream.of(paper.fileName()))
                        .contains(Objects.requireNonNullElse(mail.caseNumber(), ""));
    }

    /** A scan is often sent without a word. */
    private static boolean saysSo(IncomingMail mail, Document paper) {
        var said = mail.words()
                .replaceAll("[a-z]{2,3}[-_ ]?20[0-9]{2}[-_ ]?[0-9]{6}", "")
                .strip();
        return said.length() < FEW_WORDS && !said.contains("?")
                || SIGNED.matcher(said).find()
                || isCalledSo(paper, mail);
    }

    /** What the next step would refuse is found here, where a person can still be asked. */
    private Answer upload(IncomingMail mail, CaseSubject order, Document paper) {
        var content = documents.content(paper.id());
        try {
            if (paper.contentType().equals("application/pdf")) {
                signatures.verify(content);
            }
        } catch (UploadRefused refused) {
            if (refused.reason() == UploadRefused.Reason.BUSY) {
                throw refused;
            }
            return new Answer(null, new Finding("signed-refused", refused.code()));
        }
        agreements.upload(order.reseller(), order.number(), content, paper.fileName(), by(mail));
        return new Answer(paper.id(), null);
    }

    private String by(IncomingMail mail) {
        var by = messages.getMessage("incoming.signed.by", new Object[] {mail.sender(), mail.number()}, staff);
        return by.length() <= LONGEST_BY ? by : by.substring(0, LONGEST_BY);
    }
}
