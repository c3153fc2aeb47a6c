package io.partnerflow.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The engine settings that are a decision of this project rather than of an installation. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class EngineSettings extends AbstractProcessEnginePlugin {

    private final ApplicationContext context;
    private final PasswordEncryptor passwordHash;

    EngineSettings(ApplicationContext context, ObjectProvider<PasswordEncryptor> otherHash) {
        this.context = context;
        this.passwordHash = otherHash.getIfAvailable(StaffPasswordHash::new);
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setEnforceHistoryTimeToLive(true); // no model without an end to its history
        engine.setExpressionManager(new GuardedExpressions(context));
        engine.setPasswordEncryptor(passwordHash);
        engine.setPasswordPolicy(new StaffPasswordPolicy());
        engine.setEnablePasswordPolicy(true);
        engine.setGroupResourceWhitelistPattern("[a-zA-Z0-9-]+"); // the default forbids partner-managers
        engine.setUserResourceWhitelistPattern("[a-zA-Z0-9._@-]+"); // and log-in names that are mail addresses
    }

    PasswordEncryptor passwordHash() {
        return passwordHash;
    }

    /** The engine orders due jobs by their date, and brings no index for it. */
    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        var database = JdbcClient.create(engine.getProcessEngineConfiguration().getDataSource());
        var missing = database.sql("SELECT to_regclass('public.pf_job_due') IS NULL")
                .query(Boolean.class)
                .single();
        if (missing) {
            database.sql("CREATE INDEX IF NOT EXISTS pf_job_due ON public.act_ru_job (duedate_)")
                    .update();
        }
    }
}
