package io.partnerflow.engine;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.slf4j.MDC;

/**
 * One service task of a model. A subclass reads the business key, calls one method of its module, and writes what the
 * next gateway or timer asks for. It decides nothing itself.
 *
 * <p>Any exception but {@link BusinessError} takes the process back to its save point, and the engine tries again later;
 * after the last try it is an incident in Cockpit that shows the exception's message, so write it for a manager. What
 * the step changed in our database is undone with it. What it told the outside world is not, so every call to the
 * outside carries a key the other side recognises.
 */
public abstract class ProcessDelegate implements JavaDelegate {

    @Override
    public final void execute(DelegateExecution execution) {
        try (var key = MDC.putCloseable("businessKey", execution.getProcessBusinessKey());
                var task = MDC.putCloseable("element", execution.getCurrentActivityId())) {
            perform(new Step(execution));
        } catch (BusinessError error) {
            throw new BpmnError(error.code(), error.getMessage(), error);
        }
    }

    /** @throws BusinessError if the model has a boundary event for what went wrong */
    protected abstract void perform(Step step);
}
