package io.partnerflow.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field at the moment it is answered: with the options and limits that hold now.
 *
 * @param min smallest number accepted, null for none
 * @param max largest number accepted, null for none
 */
record Question(
        FormComponent field,
        List<Option> options,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        LocalDate today) {

    String key() {
        return field.key();
    }

    /** What the question is called in a sentence. */
    String label() {
        return field.label().isBlank() ? field.key() : field.label();
    }

    boolean required() {
        return field.rules().required();
    }
}
