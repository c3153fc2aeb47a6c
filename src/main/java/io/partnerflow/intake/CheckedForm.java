package io.partnerflow.intake;

import io.partnerflow.shared.Invalid;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A form after the check.
 *
 * @param values  what was answered, by field key: text, Integer (Long where it is larger), BigDecimal, Boolean,
 *                LocalDate, or a list of texts; nothing for what was left empty or is hidden
 * @param errors  every bad field; empty means the form is accepted
 * @param hidden  keys and ids of the components whose condition hides them
 * @param data    facts and answers as the form's expressions see them
 */
public record CheckedForm(
        Map<String, Object> values, List<Invalid.Field> errors, Set<String> hidden, Map<String, Object> data) {

    public boolean accepted() {
        return errors.isEmpty();
    }

    /** @throws Invalid with every bad field, if there is one */
    public CheckedForm orThrow() {
        if (!accepted()) {
            throw new Invalid(errors);
        }
        return this;
    }
}
