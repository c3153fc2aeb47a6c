package io.partnerflow.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormRenderingTest {

    @Test
    void tiesEveryQuestionToItsHintAndItsProblem() {
        var html = form(EveryField.FACTS, with("poNumber", "po-1"), true);
        assertThat(html)
                .contains("for=\"f-poNumber\"")
                .contains("aria-describedby=\"f-poNumber-hint f-poNumber-problem\"")
                .contains("id=\"f-poNumber-hint\"")
                .contains("id=\"f-poNumber-problem\"")
                .containsPattern("<input[^>]*id=\"f-poNumber\"[^>]*value=\"po-1\"[^>]*aria-invalid=\"true\"");
    }

    @Test
    void listsWhatIsWrongAtTheTopWithAWayToEachField() {
        var html = form(EveryField.FACTS, Map.of("licences", "0"), true);
        assertThat(html)
                .contains("role=\"alert\"")
                .contains("Please correct 5 answers")
                .contains("<a href=\"#f-poNumber\">Purchase order number is needed.</a>")
                .contains("<a href=\"#f-decision\">Decision: choose one of the options.</a>")
                .contains("id=\"f-decision\"")
                .contains("id=\"f-plan\"");
    }

    @Test
    void complainsAboutNothingBeforeTheFormIsSent() {
        assertThat(form(EveryField.FACTS, Map.of(), false)).doesNotContain("role=\"alert\"", "aria-invalid");
    }

    @Test
    void keepsWhatWasTypedAlsoWhereItIsWrong() {
        var answers = EveryField.good();
        answers.put("licences", "many");
        answers.put("note", "two\nlines");
        answers.put("checks", java.util.List.of("dated"));
        var html = form(EveryField.FACTS, answers, true);
        assertThat(html)
                .containsPattern("id=\"f-licences\"[^>]*value=\"many\"")
                .containsPattern("<textarea[^>]*id=\"f-note\"[^>]*>two\nlines</textarea>")
                .containsPattern("value=\"approve\"[^>]*checked")
                .containsPattern("<option value=\"pro\"[^>]*selected")
                .containsPattern("value=\"dated\"[^>]*checked");
    }

    @Test
    void showsAFieldOnlyWhereItsConditionLetsIt() {
        assertThat(form(EveryField.FACTS, with("decision", "approve"), false)).doesNotContain("f-reason");
        assertThat(form(EveryField.FACTS, with("decision", "reject"), false)).contains("f-reason");
    }

    @Test
    void marksTheAnswersOtherFieldsDependOn() {
        var html = form(EveryField.FACTS, EveryField.good(), false);
        assertThat(html).containsPattern("name=\"decision\"[^>]*data-refresh").contains("name=\"_refresh\"");
        assertThat(html).doesNotContainPattern("name=\"note\"[^>]*data-refresh");
    }

    @Test
    void turnsTheFormsMarkdownIntoMarkup() {
        assertThat(Rendering.everyField(EveryField.FACTS, Map.of(), false).title())
                .isEqualTo("Order for BRF Eken");
        assertThat(form(EveryField.FACTS, Map.of(), false))
                .contains("<p>Tell us <strong>what</strong> you need.</p>")
                .contains(
                        "<ul><li><a href=\"/documents/price-list.pdf\">Price list</a></li><li>a second point</li></ul>")
                .doesNotContain("Order for BRF Eken");
    }

    @Test
    void leavesOfMarkupOnlyWhatIsHarmless() {
        assertThat(form(EveryField.FACTS, Map.of(), false))
                .contains("<p>Questions? <a href=\"/help\">Ask BRF Eken</a></p>")
                .doesNotContain("alert(1)", "onclick");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "//evil.example/x",
                "data:text/html,x",
                " JavaScript:alert(1)",
                "vbscript:x"
            })
    void followsNoLinkThatIsNoAddress(String address) {
        var facts = new HashMap<>(EveryField.FACTS);
        facts.put("priceList", address);
        assertThat(form(facts, Map.of(), false)).contains("<a href=\"#\">Price list</a>");
    }

    @Test
    void showsTableRowsByColumn() {
        assertThat(form(EveryField.FACTS, Map.of(), false))
                .contains("<td data-label=\"Article\">S-1</td>")
                .contains("<td data-label=\"Name\">Sensor</td>");
    }

    @Test
    void showsALockedFieldAsAFact() {
        assertThat(form(EveryField.FACTS, Map.of(), false))
                .contains("<p class=\"fact\">SE</p>")
                .doesNotContain("name=\"customer.country\"");
    }

    @Test
    void needsNoInlineScriptOrStyle() {
        assertThat(form(EveryField.FACTS, Map.of(), true)).doesNotContain(" style=", "<style", "<script", " onchange=");
    }

    private static Map<String, Object> with(String key, Object typed) {
        var answers = EveryField.good();
        answers.put(key, typed);
        return answers;
    }

    private static String form(Map<String, Object> facts, Map<String, Object> answers, boolean complain) {
        return Rendering.page("portal/form-alone", Map.of("view", Rendering.everyField(facts, answers, complain)));
    }
}
