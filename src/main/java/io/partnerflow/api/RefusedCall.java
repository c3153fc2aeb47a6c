package io.partnerflow.api;

import java.util.List;

/** A call that cannot be served for reasons of HTTP, not of business. */
class RefusedCall extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String problem;
    private final transient List<Object> args;

    /** @param problem name of the problem; its texts are {@code problem.<name>.title} and {@code .detail} */
    RefusedCall(int status, String problem, Object... args) {
        super(problem);
        this.status = status;
        this.problem = problem;
        this.args = List.of(args);
    }

    int status() {
        return status;
    }

    String problem() {
        return problem;
    }

    List<Object> args() {
        return args;
    }
}
