package io.partnerflow.intake;

import io.partnerflow.intake.FormComponent.Choices;
import io.partnerflow.intake.FormComponent.Look;
import io.partnerflow.shared.Invalid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What a form says, in the reader's language. The file's own words are used where the bundles have no {@code
 * form.<form>.<key>.label}, {@code .description}, {@code .text}, {@code .option.<value>}, {@code .column.<key>},
 * {@code .prefix}, {@code .suffix}, {@code .pattern}. Of what asks nothing the key is its id.
 */
@Component
class FormTexts {

    private final MessageSource messages;

    FormTexts(MessageSource messages) {
        this.messages = messages;
    }

    /** A text about the form as a whole, such as what its {@code submit} button says; empty where the bundles have none. */
    String about(String form, String what, Locale language) {
        return text("form." + form + "." + what, text("forms." + what, "", language), language);
    }

    /** The sentence that goes with a bad field. */
    String sentence(Invalid.Field problem, Locale language) {
        return messages.getMessage(problem.text(), problem.args().toArray(), language);
    }

    FormDefinition translated(FormDefinition form, Locale language) {
        return new FormDefinition(form.name(), translated(form.name(), form.components(), language));
    }

    private List<FormComponent> translated(String form, List<FormComponent> components, Locale language) {
        return components.stream()
                .map(component -> translated(form, component, language))
                .toList();
    }

    private FormComponent translated(String form, FormComponent component, Locale language) {
        var key = "form." + form + "." + component.key();
        return new FormComponent(
                component.type(),
                component.key(),
                text(key + ".label", component.label(), language),
                text(key + ".description", component.description(), language),
                text(key + ".text", component.text(), language),
                component.hide(),
                component.locked(),
                component.rules(),
                translated(key, component.choices(), language),
                translated(key, component.look(), language),
                translated(key, component.properties(), language),
                translated(form, component.components(), language));
    }

    private Choices translated(String key, Choices choices, Locale language) {
        var fixed = choices.fixed().stream()
                .map(option ->
                        new Option(option.value(), text(key + ".option." + option.value(), option.label(), language)))
                .toList();
        return new Choices(fixed, choices.key(), choices.expression());
    }

    private Look translated(String key, Look look, Locale language) {
        var columns = new LinkedHashMap<>(look.columns());
        columns.replaceAll((column, heading) -> text(key + ".column." + column, heading, language));
        return new Look(
                text(key + ".prefix", look.prefix(), language),
                text(key + ".suffix", look.suffix(), language),
                look.span(),
                look.newRow(),
                columns);
    }

    /** Of a form's remarks only the one about the accepted pattern is read by people. */
    private Map<String, String> translated(String key, Map<String, String> remarks, Locale language) {
        var translated = new LinkedHashMap<>(remarks);
        translated.computeIfPresent("pattern", (name, sentence) -> text(key + ".pattern", sentence, language));
        return translated;
    }

    String text(String key, String otherwise, Locale language) {
        return messages.getMessage(key, null, otherwise, language);
    }
}
