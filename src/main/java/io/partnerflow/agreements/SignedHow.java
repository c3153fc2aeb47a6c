package io.partnerflow.agreements;

/** In which way an agreement was signed. */
public enum SignedHow {
    /** By hand; a scan or photo of it came in. */
    SCAN,
    /** With a digital signature inside the PDF. */
    DIGITALLY,
    /** On the page behind the link in our letter. */
    ON_PAGE
}
