package io.partnerflow.shared;

/**
 * There is no such thing for this caller: either it does not exist, or the caller may not know that it does. The two are
 * answered alike.
 */
public class NotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String kind;
    private final String id;

    /**
     * @param kind what was looked for, in kebab-case such as {@code order}
     * @param id as the caller named it
     */
    public NotFound(String kind, Object id) {
        super("there is no %s %s".formatted(kind, id));
        this.kind = kind;
        this.id = String.valueOf(id);
    }

    public String kind() {
        return kind;
    }

    /** As the caller named it. */
    public String id() {
        return id;
    }
}
