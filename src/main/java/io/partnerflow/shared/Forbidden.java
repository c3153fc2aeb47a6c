package io.partnerflow.shared;

/** The caller can see it but may not do this with it. */
public class Forbidden extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param reason in kebab-case; the message's key is {@code forbidden.<reason>} */
    public Forbidden(String reason) {
        super(reason);
    }

    public String reason() {
        return getMessage();
    }
}
