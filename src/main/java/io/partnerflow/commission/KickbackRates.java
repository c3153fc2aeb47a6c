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
     * @param statement number of the statement that is drawn up
     * @param monthNet what the month's documents come to without VAT, credit notes taken off
     */
    Percentage of(String statement, String programme, Money monthNet) {
        var inputs = Map.<String, Object>of(
                "programme", programme, "monthNet", monthNet.amount(), "currency", monthNet.currencyCode());
        var answer = decisions.decide(TABLE, Decisions.About.of(statement), inputs);
        return Percentage.of((String) answer.get("ratePct"));
    }
}
