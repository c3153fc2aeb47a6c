package io.partnerflow.incoming;

/** What sort of mail it is. */
public enum MailKind {
    /** Somebody has written it. */
    ORDINARY,
    /** A machine has written it: an absence, a list, our own mail come back. Nobody answers it. */
    AUTOMATIC,
    /** It says that a letter of ours did not arrive. */
    BOUNCE,
    /** Its sender has written more mails within an hour than anybody would. */
    FLOOD,
    /** It is larger than what is fetched; only its head is here. */
    OVERSIZED,
    /** Only who has the key can read it. */
    ENCRYPTED,
    /** It is not made as mails are made. */
    UNREADABLE
}
