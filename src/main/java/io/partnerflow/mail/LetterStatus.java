package io.partnerflow.mail;

/** What became of a letter. */
public enum LetterStatus {
    /** It has not left yet; it is tried again and again. */
    WAITING,
    /** The mail server has taken it. */
    SENT,
    /** There is no mail server: it is kept here to be read. */
    KEPT,
    /** The mail server does not want it, and never will. */
    REFUSED
}
