package io.partnerflow.engine;

import io.partnerflow.database.Installation;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whether time may be moved: never on a database of one's own, unless somebody says in so many words that it may. */
@Component
class SimulationMode {

    private final boolean allowed;

    SimulationMode(
            Installation installation,
            @Value("${partnerflow.simulation.enabled:}") String enabled,
            @Value("${partnerflow.simulation.allow-external-database:false}") boolean allowExternal) {
        var wanted = enabled.isBlank() ? installation.demo() : Boolean.parseBoolean(enabled);
        if (wanted && !installation.embeddedDatabase() && !allowExternal) {
            throw new IllegalStateException(
                    "partnerflow.simulation.enabled=true on a database of your own would let anybody "
                            + "who may call the API make invoices of years to come. Leave it out, or set "
                            + "partnerflow.simulation.allow-external-database=true on a test system.");
        }
        this.allowed = wanted;
    }

    boolean allowed() {
        return allowed;
    }
}
