package io.partnerflow.accounts;

import org.jspecify.annotations.Nullable;

/**
 * The system has taken the request on and needs longer for it. Asking again with the same key is safe and is how one
 * learns how far it is, unless it says so itself with a call-back.
 */
public class AnswerOutstanding extends ProvisioningFailed {

    private static final long serialVersionUID = 1L;

    private final @Nullable String statusAddress;

    AnswerOutstanding(String message, @Nullable String statusAddress) {
        super("accepted", false, 202, message, null);
        this.statusAddress = statusAddress;
    }

    /** Where it says how far it is; null if it has named no such place. */
    @Nullable
    String statusAddress() {
        return statusAddress;
    }
}
