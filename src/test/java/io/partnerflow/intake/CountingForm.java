package io.partnerflow.intake;

import io.partnerflow.shared.Invalid;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Takes the form with every kind of field and counts. */
public class CountingForm implements FormHandler {

    public final AtomicInteger accepted = new AtomicInteger();

    @Override
    public String form() {
        return "everything";
    }

    @Override
    public Map<String, Object> prefill(FormContext context) {
        return Map.of("poNumber", "PO-1", "customer", Map.of("country", "SE"));
    }

    @Override
    public Map<String, List<Option>> options(FormContext context) {
        return Map.of("plans", List.of(new Option("basic", "Basic"), new Option("pro", "Pro")));
    }

    @Override
    public Receipt accept(FormContext context, Map<String, Object> answers) {
        if ("TAKEN".equals(answers.get("poNumber"))) {
            throw Invalid.field("poNumber", "taken", "forms.required", "Another purchase order number");
        }
        accepted.incrementAndGet();
        return new Receipt(UUID.randomUUID().toString(), "/customers", "forms.submit");
    }
}
