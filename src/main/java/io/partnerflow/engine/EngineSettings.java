package io.partnerflow.engine;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The engine settings that are a decision of this project rather than of an installation. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class EngineSettings extends AbstractProcessEnginePlugin {

    private final ApplicationContext context;

    EngineSettings(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setEnforceHistoryTimeToLive(true); // no model without an end to its history
        engine.setExpressionManager(new GuardedExpressions(context));
    }
}
