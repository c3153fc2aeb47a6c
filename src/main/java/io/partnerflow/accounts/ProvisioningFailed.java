package io.partnerflow.accounts;

import org.jspecify.annotations.Nullable;

/** The system that keeps the accounts has not done what it was asked for. The message is for a manager. */
public class ProvisioningFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String kind;
    private final boolean permanent;
    private final @Nullable Integer status;

    ProvisioningFailed(
            String kind, boolean permanent, @Nullable Integer status, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.permanent = permanent;
        this.status = status;
    }

    /** What went wrong as a kebab-case fact, such as {@code address-taken} or {@code too-slow}. */
    public String kind() {
        return kind;
    }

    /** Whether asking again would change nothing until a person has done something about it. */
    public boolean permanent() {
        return permanent;
    }

    /** The HTTP status of the answer; null where none came. */
    public @Nullable Integer status() {
        return status;
    }
}
