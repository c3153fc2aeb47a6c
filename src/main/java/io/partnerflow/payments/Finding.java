package io.partnerflow.payments;

/** What the matching found about a movement of the account. */
public enum Finding {
    /** It pays the invoice it names, to the end. */
    EXACT(Kind.DONE),
    /** It pays a part of the invoice it names. */
    PARTIAL(Kind.DONE),
    /** It pays several invoices it names, the one due first before the others. */
    SEVERAL(Kind.DONE),
    /** It names no invoice, but its payer owes exactly this amount on one. */
    BY_PAYER(Kind.DONE),
    /** It is a direct debit of ours, or one that came back. */
    COLLECTED(Kind.DONE),
    /** It takes back what had come in. */
    RETURNED(Kind.DONE),
    /** It is more than what was open of the invoices it names. */
    OVERPAID(Kind.QUESTION),
    /** What it names is paid already. */
    ALREADY_PAID(Kind.QUESTION),
    /** What it names was credited. */
    CREDITED(Kind.QUESTION),
    /** What it names is in another currency. */
    OTHER_CURRENCY(Kind.QUESTION),
    /** Its payer owes this amount on more than one invoice. */
    AMBIGUOUS(Kind.QUESTION),
    /** Nothing in it leads to an invoice. */
    UNKNOWN(Kind.QUESTION),
    /** It takes back something, and it is not clear what. */
    RETURN_UNKNOWN(Kind.QUESTION),
    /** It has come in with an earlier file. */
    KNOWN(Kind.LEFT_OUT),
    /** It is no payer's. */
    PAID_OUT(Kind.LEFT_OUT);

    /** What becomes of such a movement. */
    public enum Kind {
        DONE,
        QUESTION,
        LEFT_OUT
    }

    private final Kind kind;

    Finding(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
