package io.partnerflow.documents;

import java.util.List;
import java.util.Locale;

/**
 * A file that is not taken in. Nothing of it has been stored. The sentence for people is {@code upload.<code>} in the
 * message bundles.
 */
public class UploadRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final transient List<Object> args;

    /** Why a file is refused, and what HTTP calls that. */
    public enum Reason {
        /** There are no bytes. */
        EMPTY(422),
        /** More bytes than we take. */
        TOO_LARGE(413),
        /** Neither PDF nor JPEG nor PNG, or not what its name says. */
        NOT_A_PDF(415),
        /** A PDF or picture that ends early or is broken inside. */
        DOCUMENT_DAMAGED(422),
        /** Nobody could read it without a password. */
        DOCUMENT_ENCRYPTED(422),
        /** It would run, send or open something: JavaScript, launch actions, embedded files, forms that send. */
        DOCUMENT_ACTIVE_CONTENT(422),
        /** It could not be checked within the time and memory one file may cost. */
        DOCUMENT_TOO_COMPLEX(422),
        /** It was signed digitally, and something in it is not what was signed. */
        DOCUMENT_CHANGED(422),
        /** It was signed digitally in a way that cannot be verified. */
        SIGNATURE_UNREADABLE(422),
        /** Too many files are being checked; the same file may be taken in a moment. */
        BUSY(503);

        private final int status;

        Reason(int status) {
            this.status = status;
        }
    }

    public UploadRefused(Reason reason, Object... args) {
        super(reason + " " + List.of(args));
        this.reason = reason;
        this.args = List.of(args);
    }

    public Reason reason() {
        return reason;
    }

    /** Kebab-case, as the API names it: {@code document-active-content}. */
    public String code() {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Of the HTTP answer. */
    public int status() {
        return reason.status;
    }

    /** What the sentence for people names, such as the number of megabytes that are taken. */
    public List<Object> args() {
        return args;
    }
}
