package io.partnerflow.modelrules;

import io.partnerflow.shared.Invalid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Something in a model that does not keep to a rule.
 *
 * @param error   whether the model is refused for it; otherwise it is worth a look
 * @param file    name of the file
 * @param element the name people read at the element, its id where it has none; empty for the file as a whole
 * @param rule    in kebab-case; its sentence is {@code modelchanges.rule.<rule>}, with the element as {0} and the details
 *     after it
 */
public record Finding(boolean error, String file, String element, String rule, List<String> details) {

    public static Finding error(String file, String element, String rule, Object... details) {
        return new Finding(true, file, element, rule, strings(details));
    }

    public static Finding remark(String file, String element, String rule, Object... details) {
        return new Finding(false, file, element, rule, strings(details));
    }

    /** Key of its sentence. */
    public String text() {
        return "modelchanges.rule." + rule;
    }

    /** What the sentence names. */
    public List<Object> args() {
        var all = new ArrayList<Object>();
        all.add(element);
        all.addAll(details);
        return all;
    }

    /** The same for whoever sent the file. */
    public Invalid.Field asField() {
        return new Invalid.Field(file, rule, text(), args(), null);
    }

    private static List<String> strings(Object... details) {
        return Arrays.stream(details).map(String::valueOf).toList();
    }
}
