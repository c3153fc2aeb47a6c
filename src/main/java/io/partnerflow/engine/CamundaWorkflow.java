package io.partnerflow.engine;

import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class CamundaWorkflow implements Workflow {

    private final RuntimeService runtime;
    private final OnBehalfOfTheHouse house;

    CamundaWorkflow(RuntimeService runtime, OnBehalfOfTheHouse house) {
        this.runtime = runtime;
        this.house = house;
    }

    @Override
    public void start(String message, String businessKey, Answers answers) {
        try {
            house.run(() -> runtime.createMessageCorrelation(message)
                    .processInstanceBusinessKey(businessKey)
                    .setVariables(answers.values())
                    .correlateStartMessage());
        } catch (MismatchingMessageCorrelationException e) {
            throw new IllegalStateException("no process begins with message " + message, e);
        }
    }

    @Override
    public void correlate(String message, String businessKey) {
        try {
            house.run(() -> runtime.createMessageCorrelation(message)
                    .processInstanceBusinessKey(businessKey)
                    .correlate());
        } catch (MismatchingMessageCorrelationException e) {
            throw new NobodyWaits(message, businessKey, e);
        } catch (OptimisticLockingException e) {
            throw new OptimisticLockingFailureException("%s has just moved on".formatted(businessKey), e);
        }
    }

    @Override
    @Transactional(readOnly = true)
    public boolean waitsFor(String message, String businessKey) {
        return runtime.createExecutionQuery()
                        .processInstanceBusinessKey(businessKey)
                        .messageEventSubscriptionName(message)
                        .count()
                > 0;
    }
}
