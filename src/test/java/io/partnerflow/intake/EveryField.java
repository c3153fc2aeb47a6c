package io.partnerflow.intake;

import io.partnerflow.engine.FeelForTests;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.support.ResourceBundleMessageSource;

/** One form with every kind of field, and answers that fit it. Today is 22 November 2026 where the vendor is. */
final class EveryField {

    static final FormDefinition FORM = new FormDefinitions().named("everything").orElseThrow();
    static final FeelExpressions FEEL = FeelForTests.feel();
    static final FormCheck CHECK = new FormCheck(
            FEEL, Clock.fixed(Instant.parse("2026-11-21T23:30:00Z"), ZoneOffset.UTC), ZoneId.of("Europe/Stockholm"));
    static final Map<String, Object> FACTS = Map.of(
            "buyer", "BRF Eken",
            "customer", Map.of("name", "BRF Eken", "country", "SE"),
            "priceList", "/documents/price-list.pdf",
            "plans", List.of(new Option("basic", "Basic"), new Option("pro", "Pro")),
            "lines", List.of(Map.of("sku", "P-1", "name", "Plan"), Map.of("sku", "S-1", "name", "Sensor")));

    private EveryField() {}

    static Map<String, Object> good() {
        var answers = new LinkedHashMap<String, Object>();
        answers.put("poNumber", "PO-4711");
        answers.put("licences", "25");
        answers.put("terms", "true");
        answers.put("decision", "approve");
        answers.put("plan", "pro");
        return answers;
    }

    static CheckedForm with(String key, Object typed) {
        var answers = good();
        answers.put(key, typed);
        return CHECK.check(FORM, FormAnswers.of(answers), FACTS);
    }

    static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames(
                "messages/shared",
                "messages/forms",
                "messages/portal",
                "messages/portal-frame",
                "messages/portal-settings",
                "messages/mail");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
