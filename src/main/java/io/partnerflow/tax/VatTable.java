package io.partnerflow.tax;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The decision table {@code processes/invoicing.vat.dmn}: the one place that says which VAT a supply bears.
 *
 * <p><b>Source:</b> C-17 and the table below it in calculations.md.
 */
@FunctionalInterface
public interface VatTable {

    /**
     * @param inputs by the names the table asks for
     * @return the outputs of the rule that hits, by name
     * @throws IllegalStateException if none does
     */
    Map<String, Object> decide(Map<String, Object> inputs);

    /**
     * The same table, asked for a document that is being issued: whoever keeps it can account for the answer.
     *
     * @param document what it is asked for, such as the number of an order
     * @param part which part of it; null if it is the whole
     */
    default VatTable about(String document, @Nullable String part) {
        return this;
    }
}
