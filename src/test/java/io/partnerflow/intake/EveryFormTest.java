package io.partnerflow.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The portal can show each form of this house, also those that only Tasklist shows today. */
class EveryFormTest {

    static List<String> names() throws IOException {
        try (var files = Files.list(Path.of("forms"))) {
            return files.map(file -> file.getFileName().toString().replaceFirst("\\.form$", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void canBeShownWithATitleAndAllItsQuestions(String name) {
        var form = new FormDefinitions().named(name).orElseThrow();
        var views = new FormViews(new FormTexts(EveryField.messages()), EveryField.FEEL);
        var copy = new FormCopy(null, form, FormContext.anybody("", Locale.ENGLISH), Map.of());
        var checked = EveryField.CHECK.checkTask(form, Map.of());
        var view = views.fresh(copy, FormAnswers.of(Map.of()), checked);
        var html = Rendering.page("portal/form-alone", Map.of("view", view));
        assertThat(view.title()).isNotBlank();
        form.fields()
                .filter(FormComponent::asks)
                .filter(field -> !checked.hidden().contains(field.key()))
                .filter(field -> !field.type().single() && !field.type().multiple())
                .forEach(field -> assertThat(html).contains("name=\"" + field.key() + "\""));
        assertThat(html).doesNotContain("??");
    }
}
