package io.partnerflow.intake;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The expression language of forms. Its words come from whoever drew the form, never from whoever fills it in. */
public interface FeelExpressions {

    /**
     * Whether a condition such as {@code =decision != "reject"} holds. One that cannot be evaluated does not.
     *
     * @param expression FEEL, with or without the leading equals sign
     * @param values     by name; a name that is absent is null to the expression
     */
    boolean holds(String expression, Map<String, Object> values);

    /** What the expression yields, in Java's own types; null where it yields nothing or cannot be evaluated. */
    @Nullable
    Object value(String expression, Map<String, Object> values);
}
