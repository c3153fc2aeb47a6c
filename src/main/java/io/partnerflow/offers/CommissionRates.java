package io.partnerflow.offers;

import io.partnerflow.catalogue.Product;
import io.partnerflow.engine.Decisions;
import io.partnerflow.shared.Percentage;
import java.util.List;
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
        var answer = decisions.consider(TABLE, inputs(category, termMonths));
        return Percentage.of((String) answer.get("ratePct"));
    }

    /** Keeps what an offer that is being sent has its rates from. */
    void settle(String offer, int termMonths, List<OfferView.Component> components) {
        components.forEach(one ->
                decisions.decide(TABLE, new Decisions.About(offer, one.product()), inputs(one.category(), termMonths)));
    }

    private static Map<String, Object> inputs(Product.Category category, int termMonths) {
        return Map.of("category", category.name(), "termMonths", termMonths);
    }
}
