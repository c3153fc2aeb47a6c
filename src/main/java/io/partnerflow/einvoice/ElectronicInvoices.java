package io.partnerflow.einvoice;

import org.springframework.stereotype.Service;

/** Writes documents so that the buyer's machine can read them. Every figure is the document's own. */
@Service
public class ElectronicInvoices {

    /**
     * The document as UN/CEFACT Cross Industry Invoice in the profile EN 16931.
     *
     * @throws IllegalArgumentException if it does not add up, or could not be valid as it is
     */
    public byte[] xml(ElectronicInvoice document) {
        throw new UnsupportedOperationException(document.number());
    }

    /**
     * A PDF/A-3 with the document's XML inside it: Factur-X, also called ZUGFeRD.
     *
     * @param pdf the printed document, PDF/A-3; its tagging stays
     * @throws IllegalArgumentException as {@link #xml}
     */
    public byte[] embed(byte[] pdf, ElectronicInvoice document) {
        throw new UnsupportedOperationException(document.number());
    }

    /**
     * The document as Peppol BIS Billing 3 (UBL 2.1), a self-billed one in the self-billing profile.
     *
     * @throws IllegalArgumentException as {@link #xml}
     */
    public byte[] peppol(ElectronicInvoice document) {
        throw new UnsupportedOperationException(document.number());
    }
}
