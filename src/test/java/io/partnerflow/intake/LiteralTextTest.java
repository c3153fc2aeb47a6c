package io.partnerflow.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type is shown as they typed it and never evaluated, wherever a form can show it. */
class LiteralTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass().forName('java.lang.System').getMethod('setProperty',''.getClass(),''.getClass()).invoke(null,'probe.marker','1')}",
                "__${7*7}__::.x  and  #{7*7}  and  <#assign x=7*7>${x}  and  {{constructor.constructor('alert(1)')()}}",
                "{{7*7}} [x](javascript:alert(1)) **49**",
                "[[${7*7}]] [(${7*7})] *{7*7} ~{portal/layout} @{/x}",
                "\uE0000\uE001",
                "<img src=x onerror=alert(1)>",
                "\"><script>alert(1)</script>",
                "</textarea></title><script>alert(1)</script>"
            })
    void showsItLiterally(String text) {
        var facts = new HashMap<String, Object>(EveryField.FACTS);
        facts.put("buyer", text);
        facts.put("customer", Map.of("name", text, "country", text));
        facts.put("plans", List.of(new Option(text, text)));
        facts.put("lines", List.of(Map.of("sku", text, "name", text)));
        var answers = EveryField.good();
        List.of("poNumber", "email", "note", "licences", "customer.name", "start")
                .forEach(key -> answers.put(key, text));
        answers.put("decision", "reject");
        answers.put("plan", text);

        var view = Rendering.everyField(facts, answers, true);
        var html = Rendering.page("portal/form-alone", Map.of("view", view));

        assertThat(view.title()).isEqualTo("Order for " + text);
        assertThat(html)
                .contains("<p class=\"fact\">" + escaped(text) + "</p>")
                .contains("<td data-label=\"Name\">" + escaped(text) + "</td>")
                .contains(">" + escaped(text) + "</textarea>")
                .contains("value=\"" + escaped(text) + "\"")
                .contains("Ask " + escaped(text))
                .doesNotContain("<script", "<img", "javascript:alert(1)\"");
        assertThat(html.replace(escaped(text), "")).doesNotContain(">49<", " 49 ");
        assertThat(System.getProperty("probe.marker")).isNull();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
