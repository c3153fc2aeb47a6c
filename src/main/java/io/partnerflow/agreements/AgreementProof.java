package io.partnerflow.agreements;

import static java.util.stream.Collectors.joining;

import io.partnerflow.documents.DocumentId;
import io.partnerflow.documents.Documents;
import io.partnerflow.documents.UploadRefused;
import io.partnerflow.documents.UploadRefused.Reason;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.orders.OrderView;
import io.partnerflow.orders.Orders;
import io.partnerflow.shared.VendorLanguage;
import io.partnerflow.signatures.Comparison;
import io.partnerflow.signatures.PageComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;

/** Proves that what came back signed says what was sent. */
@ModuleService
class AgreementProof {

    private static final int LONGEST = 3900;

    private final Agreements agreements;
    private final Orders orders;
    private final Documents documents;
    private final SignatureRecords records;
    private final PageComparison comparison;
    private final Locale staff;
    private final MessageSource messages;

    AgreementProof(
            Agreements agreements,
            Orders orders,
            Documents documents,
            SignatureRecords records,
            PageComparison comparison,
            MessageSource messages,
            VendorLanguage staff) {
        this.agreements = agreements;
        this.orders = orders;
        this.documents = documents;
        this.records = records;
        this.comparison = comparison;
        this.messages = messages;
        this.staff = staff.locale();
    }

    /**
     * Compares the signed file with the paper that was sent, and keeps what differs.
     *
     * @return whether a person has to check it: not if the person we wrote to has signed on our own page, since then the
     *     document is the one we sent, byte for byte
     */
    boolean compare(String orderNumber) {
        var order = orders.get(orderNumber);
        var agreement = agreements.about(orderNumber);
        var view = agreement.view();
        agreement.compared(found(view));
        agreements.saveAndFlush(agreement);
        return !signedByWhoWasAsked(order, view);
    }

    private boolean signedByWhoWasAsked(OrderView order, AgreementView agreement) {
        return records.onPage(order.number(), agreement.round())
                .filter(signature -> signature.document().equals(agreement.document()))
                .filter(signature -> order.signatory() != null
                        && FileFindings.isNamed(
                                signature.name(), order.signatory().name()))
                .isPresent();
    }

    private String found(AgreementView agreement) {
        var signed = Objects.requireNonNull(agreement.signed());
        if (signed.equals(agreement.document())) {
            return text("agreement.comparison.same-file");
        }
        if (!"application/pdf".equals(documents.find(signed).contentType())) {
            return text("agreement.comparison.picture");
        }
        return words(agreement.document(), signed);
    }

    private String words(DocumentId sent, DocumentId signed) {
        try {
            return words(comparison.compare(documents.content(sent), documents.content(signed)));
        } catch (UploadRefused refused) {
            if (refused.reason() == Reason.BUSY) {
                throw refused; // tried again in a moment
            }
            return text("agreement.comparison.not-readable");
        }
    }

    private String words(Comparison found) {
        if (found.isSame()) {
            return text("agreement.comparison.same", found.sent());
        }
        var lines = new ArrayList<String>();
        lines.add(text("agreement.comparison.pages", found.sent(), found.received()));
        if (found.isPicture()) {
            lines.add(text("agreement.comparison.picture"));
        } else {
            pages("without-text", found.withoutText(), lines);
            pages("missing", found.missing(), lines);
            pages("added", found.added(), lines);
        }
        found.differences().forEach(difference -> lines.add(difference(difference)));
        if (found.more()) {
            lines.add(text("agreement.comparison.more"));
        }
        var all = String.join("\n", lines);
        return all.length() <= LONGEST ? all : all.substring(0, LONGEST) + " …";
    }

    private void pages(String what, List<Integer> pages, List<String> lines) {
        if (!pages.isEmpty()) {
            var numbers = pages.stream().map(String::valueOf).collect(joining(", "));
            lines.add(text("agreement.comparison." + what, numbers));
        }
    }

    private String difference(Comparison.Difference difference) {
        var kind = difference.before().isEmpty()
                ? "words-added"
                : difference.after().isEmpty() ? "words-left-out" : "words-replaced";
        return text("agreement.comparison." + kind, difference.page(), difference.before(), difference.after());
    }

    private String text(String key, Object... args) {
        return messages.getMessage(key, args, staff);
    }
}
