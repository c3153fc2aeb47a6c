package io.partnerflow.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Has the database note every process that begins or ends, in the transaction in which it does, so that managers find it
 * when the engine has forgotten it. The engine makes its own tables, so what watches them is put up once they are there.
 */
@Component
@Order
class ProcessRunRecord extends AbstractProcessEnginePlugin {

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        JdbcClient.create(engine.getProcessEngineConfiguration().getDataSource())
                .sql("SELECT partnerflow.keep_process_runs()")
                .query((row, number) -> true)
                .list();
    }
}
