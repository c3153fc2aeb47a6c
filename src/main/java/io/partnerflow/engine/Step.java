package io.partnerflow.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.context.Context;

/** What a delegate sees of the process it works for. */
public final class Step {

    private final DelegateExecution execution;

    Step(DelegateExecution execution) {
        this.execution = execution;
    }

    /** The number of the application, order, trial or subscription this process is about. */
    public String businessKey() {
        return execution.getProcessBusinessKey();
    }

    /** Says which number the process is about, where that is known only after it has begun. */
    public void isAbout(String businessKey) {
        execution.setProcessBusinessKey(businessKey);
    }

    /** Who has started or woken the process in this very moment; the house itself where that was no person. */
    public String person() {
        var by = Context.getCommandContext().getAuthenticatedUserId();
        return by == null ? "partnerflow" : by;
    }

    /** Names the case of a process that staff began themselves: from now on this is its business key. */
    public void beginCase(String number) {
        execution.setProcessBusinessKey(number);
    }

    /** The id of the model element that is being performed; the same for every try of the step. */
    public String element() {
        return execution.getCurrentActivityId();
    }

    /** @return the value, or null if the process has not set it */
    public <T> T get(Variable<T> variable) {
        return variable.fromEngine(execution.getVariable(variable.name()));
    }

    /** @throws IllegalArgumentException if a text is longer than its kind allows */
    public <T> void set(Variable<T> variable, T value) {
        execution.setVariable(variable.name(), variable.toEngine(value));
    }

    /**
     * Makes it known to whoever watches the house that something is wrong with what this process is about, until the
     * process ends. The process goes on.
     *
     * @param kind what sort of thing it is, in kebab-case
     * @param message what is wrong, in words a manager understands
     */
    public void report(String kind, String message) {
        execution.createIncident(kind, null, message);
    }
}
