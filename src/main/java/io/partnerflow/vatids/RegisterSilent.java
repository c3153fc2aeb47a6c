package io.partnerflow.vatids;

import org.jspecify.annotations.Nullable;

/** A register gives no answer now; asked later, it may. */
class RegisterSilent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RegisterSilent(String problem, @Nullable Throwable cause) {
        super(problem, cause);
    }
}
