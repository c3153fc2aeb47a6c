package io.partnerflow.access;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sessions of people logged in at the portal. */
@Component
class Sessions {

    private final JdbcClient database;

    Sessions(JdbcClient database) {
        this.database = database;
    }

    /** Ends every session of the user, wherever it is logged in. */
    void endOf(UUID user) {
        database.sql("DELETE FROM partnerflow.spring_session WHERE principal_name = ?")
                .param(user.toString())
                .update();
    }
}
