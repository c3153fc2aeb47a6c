package io.partnerflow.imports;

import io.partnerflow.shared.Invalid;

/** Sentences of the checks that forms use too, said about a cell: what they call a field is the heading of its column here. */
final class Problems {

    private Problems() {}

    static void note(Line line, String field, Invalid.Field bad, Findings findings) {
        var args = bad.args().toArray();
        if (bad.text().startsWith("forms.") && args.length > 0) {
            args[0] = new ImportFile.Heading(field);
        }
        findings.error(line, field, bad.text(), args);
    }
}
