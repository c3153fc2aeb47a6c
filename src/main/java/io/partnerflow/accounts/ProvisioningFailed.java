package io.partnerflow.accounts;

import org.jspecify.annotations.Nullable;

/** The system that keeps the accounts has not done what it was asked for. The message is for a manager. */
public class ProvisioningFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ProvisioningFailed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
