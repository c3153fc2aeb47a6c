package io.partnerflow.engine;

/**
 * Something went wrong that the business has an answer to, drawn as an error boundary event with the same code. Throw
 * one only where a model has the event: the engine refuses to end a process on an error that nobody catches.
 */
public class BusinessError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * @param code a fact in camelCase, the same as the error code in the model
     * @param message what happened, in words a manager understands
     */
    public BusinessError(String code, String message) {
        super(message);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
