package io.partnerflow.commission;

import io.partnerflow.engine.Decisions;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Which share a month earns: a table that business people change. */
@Component
class KickbackRates {

    static final String TABLE = "commission-run.kickback-rate";

    private final Decisions decisions;

    KickbackRates(Decisions decisions) {
        this.decisions = decisions;
    }

    /**
     * <b>Source:</b> H-11, HA-1.
     *
     * @param monthNet what the month's documents come to without VAT, credit notes taken off
     */
    Percentage of(String programme, Money monthNet) {
        var answer = decisions.decide(TABLE, Map.of("programme", programme, "monthNet", monthNet.amount()));
        return Percentage.of((String) answer.get("ratePct"));
    }
}
