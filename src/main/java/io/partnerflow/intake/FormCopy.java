package io.partnerflow.intake;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A form in somebody's hands, in their language. */
record FormCopy(FormHandler handler, FormDefinition form, FormContext context, Map<String, Object> facts) {

    @Nullable
    Object fact(String key) {
        return new FormData(facts).get(key);
    }
}
