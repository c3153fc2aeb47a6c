package io.partnerflow.onboarding;

import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import java.util.Map;

/** Says what the module refuses in the words of a form. */
final class FormProblems {

    private FormProblems() {}

    /** The same problems at the form's own fields. */
    static Invalid renamed(Invalid invalid, Map<String, String> names) {
        return new Invalid(invalid.fields().stream()
                .map(bad -> new Invalid.Field(
                        names.getOrDefault(bad.field(), bad.field()),
                        bad.code(),
                        bad.text(),
                        bad.args(),
                        bad.rejected()))
                .toList());
    }

    /** What stands in the way, said at the field it is about. */
    static Invalid.Field of(String field, Conflict conflict) {
        return Invalid.Field.of(
                field,
                conflict.code(),
                "conflict." + conflict.code(),
                conflict.args().toArray());
    }
}
