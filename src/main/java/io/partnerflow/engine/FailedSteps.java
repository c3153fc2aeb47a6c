package io.partnerflow.engine;

import io.partnerflow.shared.VendorLanguage;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.runtime.Incident;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * When a step has used up its tries: says so in words a manager understands, in Cockpit and to the house. The words name
 * the step, what its last try ended with, and what to do.
 */
@Component
class FailedSteps extends AbstractProcessEnginePlugin {

    private static final int LONGEST_CAUSE = 1500;

    private final ApplicationEventPublisher events;
    private final Locale staff;
    private final MessageSource texts;

    FailedSteps(ApplicationEventPublisher events, MessageSource texts, VendorLanguage staff) {
        this.events = events;
        this.texts = texts;
        this.staff = staff.locale();
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomIncidentHandlers(List.of(new DefaultIncidentHandler(Incident.FAILED_JOB_HANDLER_TYPE) {
            @Override
            public Incident handleIncident(IncidentContext context, String cause) {
                var process = processOf(context);
                var step = stepOf(process, context.getActivityId());
                var message = inWords(step, cause);
                var incident = createIncident(context, message);
                events.publishEvent(
                        new IncidentOpened(incident.getId(), nameOf(process), step, businessKeyOf(context), message));
                return incident;
            }
        }));
    }

    private String inWords(String step, String cause) {
        var text = Objects.requireNonNullElse(cause, texts.getMessage("engine.incident.no-cause", null, staff));
        var cut = text.length() > LONGEST_CAUSE ? text.substring(0, LONGEST_CAUSE) + "…" : text;
        return texts.getMessage("engine.incident.message", new Object[] {step, cut}, staff);
    }

    private static ProcessDefinitionEntity processOf(IncidentContext context) {
        return context.getProcessDefinitionId() == null
                ? null
                : Context.getProcessEngineConfiguration()
                        .getDeploymentCache()
                        .findDeployedProcessDefinitionById(context.getProcessDefinitionId());
    }

    private String nameOf(ProcessDefinitionEntity process) {
        return process == null ? housekeeping() : Objects.requireNonNullElse(process.getName(), process.getKey());
    }

    private String housekeeping() {
        return texts.getMessage("engine.housekeeping", null, staff);
    }

    private String stepOf(ProcessDefinitionEntity process, String element) {
        if (element == null) {
            return housekeeping();
        }
        var activity = process == null ? null : process.findActivity(element);
        return activity == null || activity.getName() == null ? element : activity.getName();
    }

    private static String businessKeyOf(IncidentContext context) {
        var execution = context.getExecutionId() == null
                ? null
                : Context.getCommandContext().getExecutionManager().findExecutionById(context.getExecutionId());
        return execution == null ? null : execution.getProcessBusinessKey();
    }
}
