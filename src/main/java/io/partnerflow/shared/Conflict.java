package io.partnerflow.shared;

import java.util.List;

/** The request is well formed, but things are not (or no longer) so that it can be done. Nothing has been done. */
public class Conflict extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<Object> args;

    /**
     * @param code what stands in the way, in kebab-case such as {@code trial-has-order}; the message's key is {@code
     *     conflict.<code>}
     * @param args for the message
     */
    public Conflict(String code, Object... args) {
        super(code + " " + List.of(args));
        this.code = code;
        this.args = List.of(args);
    }

    public String code() {
        return code;
    }

    public List<Object> args() {
        return args;
    }
}
