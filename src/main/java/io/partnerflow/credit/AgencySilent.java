package io.partnerflow.credit;

import org.jspecify.annotations.Nullable;

/** An agency gives no usable answer now; asked later, it may. */
class AgencySilent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AgencySilent(String problem, @Nullable Throwable cause) {
        super(problem, cause);
    }
}
