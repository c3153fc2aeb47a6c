package io.partnerflow.intake;

import static java.util.stream.Collectors.joining;

/** The heading a form begins with. The page has it as its title, so the form does not say it again. */
final class Heading {

    private static final String MARK = "# ";

    private Heading() {}

    /** Empty if the form begins with something else. */
    static String of(FormDefinition form) {
        return form.components().stream()
                .limit(1)
                .filter(first ->
                        first.type() == ComponentType.TEXT && first.text().startsWith(MARK))
                .flatMap(first -> first.text().lines().limit(1))
                .map(line -> line.substring(MARK.length()))
                .findFirst()
                .orElse("");
    }

    /** What a text says apart from the form's heading. */
    static String without(FormDefinition form, FormComponent text) {
        var begins = !of(form).isEmpty() && text == form.components().get(0);
        return begins ? text.text().lines().skip(1).collect(joining("\n")) : text.text();
    }
}
