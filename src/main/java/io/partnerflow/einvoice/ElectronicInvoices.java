package io.partnerflow.einvoice;

import io.partnerflow.shared.Conflict;
import java.time.Clock;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;

/** Writes documents so that the buyer's machine can read them. Every figure is the document's own. */
@Service
public class ElectronicInvoices {

    private final MessageSource messages;
    private final Clock clock;

    ElectronicInvoices(MessageSource messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * The document as UN/CEFACT Cross Industry Invoice in the profile EN 16931.
     *
     * <p><b>Source:</b> C-17; EN 16931-1, Factur-X 1.0 profile EN 16931.
     *
     * @throws IllegalArgumentException if it does not add up, or could not be valid as it is
     */
    public byte[] xml(ElectronicInvoice document) {
        return new CrossIndustryInvoice(facts(document)).write();
    }

    /**
     * A PDF/A-3 with the document's XML inside it: Factur-X, also called ZUGFeRD. The same PDF and document at the same
     * time give the same bytes.
     *
     * @param pdf the printed document, PDF/A-3; its level and its tags stay
     * @throws IllegalArgumentException as {@link #xml}
     */
    public byte[] embed(byte[] pdf, ElectronicInvoice document) {
        return FacturX.of(pdf, xml(document), clock.instant());
    }

    /**
     * The document as Peppol BIS Billing 3 (UBL 2.1), a self-billed one in the self-billing profile.
     *
     * @throws IllegalArgumentException as {@link #xml}
     * @throws Conflict if the network knows no address for one of the two ({@code no-peppol-address})
     */
    public byte[] peppol(ElectronicInvoice document) {
        return new PeppolInvoice(facts(document)).write();
    }

    private DocumentFacts facts(ElectronicInvoice document) {
        Sums.check(document);
        var notes = Stream.of(document.kind().isSelfBilled() ? say(document, "self-billed") : null, document.note())
                .filter(Objects::nonNull)
                .toList();
        return new DocumentFacts(document, notes, terms(document));
    }

    /** An invoice says when it is to be paid, or that it was agreed (BR-CO-25). */
    private String terms(ElectronicInvoice document) {
        if (document.dueDate() != null) {
            return say(document, "terms", document.dueDate());
        }
        return document.kind().isCredit() ? "" : say(document, "terms.agreed");
    }

    private String say(ElectronicInvoice document, String key, Object... args) {
        return messages.getMessage("einvoice." + key, args, document.language());
    }
}
