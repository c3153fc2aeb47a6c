package io.partnerflow.engine;

import java.time.Duration;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps a simulated clock over restarts. */
@Component
class StoredOffset implements InitializingBean {

    private final JdbcClient database;
    private final SimulationMode mode;
    private final BusinessClock clock;

    StoredOffset(JdbcClient database, SimulationMode mode, BusinessClock clock) {
        this.database = database;
        this.mode = mode;
        this.clock = clock;
    }

    @Override
    public void afterPropertiesSet() {
        if (mode.allowed()) {
            database.sql("SELECT offset_millis FROM partnerflow.simulation_clock")
                    .query(Long.class)
                    .optional()
                    .ifPresent(millis -> clock.setOffset(Duration.ofMillis(millis)));
        }
    }

    void store() {
        database.sql("""
                        INSERT INTO partnerflow.simulation_clock (offset_millis) VALUES (?)
                        ON CONFLICT (id) DO UPDATE SET offset_millis = excluded.offset_millis""").param(clock.offset().toMillis()).update();
    }
}
