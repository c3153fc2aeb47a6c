package io.partnerflow.database;

import java.util.List;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Refuses to start on a server that answers "committed" before the disk has it: an acknowledged order must not get lost. */
@Component
class DurabilityCheck implements InitializingBean {

    private static final List<String> MUST_BE_ON = List.of("fsync", "synchronous_commit");

    private final JdbcClient database;
    private final boolean required;

    DurabilityCheck(JdbcClient database, @Value("${partnerflow.database.durable:true}") boolean required) {
        this.database = database;
        this.required = required;
    }

    @Override
    public void afterPropertiesSet() {
        if (required) {
            MUST_BE_ON.forEach(this::check);
        }
    }

    private void check(String setting) {
        var value = database.sql("SHOW " + setting).query(String.class).single();
        if (!"on".equals(value)) {
            throw new IllegalStateException(
                    "PostgreSQL runs with %s=%s: what it has committed can be lost. Set it to on, "
                                    .formatted(setting, value)
                            + "or partnerflow.database.durable=false where losing data does not matter.");
        }
    }
}
