package io.partnerflow.intake;

import io.partnerflow.shared.Invalid;
import java.util.List;
import java.util.Map;

/** What one form means: with what it opens, what it offers, what happens once it is sent. */
public interface FormHandler {

    /** Name of the form, which is also the file {@code forms/<name>.form} and the last part of its address. */
    String form();

    /**
     * Values the fields start with and facts the form shows, by key; a group's as a map.
     *
     * <p>Asked when the form opens and again when it is sent, so it also decides here whether the caller may use the
     * form at all: throw what the module throws for what does not exist or is forbidden.
     */
    default Map<String, Object> prefill(FormContext context) {
        return Map.of();
    }

    /** Options of fields with a {@code valuesKey}, by that key. What is not among them is refused. */
    default Map<String, List<Option>> options(FormContext context) {
        return Map.of();
    }

    /**
     * Runs in a transaction: throw, and nothing has happened.
     *
     * @param answers by field key, of fields that are visible and were answered, checked against the form; text,
     *                Integer (Long where it is larger), BigDecimal, Boolean, LocalDate or a list of texts
     * @throws io.partnerflow.shared.Conflict if things are not so that it can be done; the form comes back with it
     * @throws Invalid with one entry per field that does not hold after all; the form comes back with it
     */
    Receipt accept(FormContext context, Map<String, Object> answers);
}
