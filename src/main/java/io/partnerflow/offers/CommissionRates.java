package io.partnerflow.offers;

import io.partnerflow.catalogue.Product;
import io.partnerflow.engine.Decisions;
import io.partnerflow.shared.Percentage;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What share of a component's rent a reseller earns: a table that business people change. */
@Component
class CommissionRates {

    static final String TABLE = "offer.commission-rate";

    private final Decisions decisions;

    CommissionRates(Decisions decisions) {
        this.decisions = decisions;
    }

    /** <b>Source:</b> C-14, W-15. */
    Percentage of(Product.Category category, int termMonths) {
        var answer = decisions.decide(TABLE, Map.of("category", category.name(), "termMonths", termMonths));
        return Percentage.of((String) answer.get("ratePct"));
    }
}
