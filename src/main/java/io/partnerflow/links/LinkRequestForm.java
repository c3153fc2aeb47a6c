package io.partnerflow.links;

import io.partnerflow.access.CurrentCaller;
import io.partnerflow.documents.Vendor;
import io.partnerflow.intake.FormContext;
import io.partnerflow.intake.FormHandler;
import io.partnerflow.intake.Option;
import io.partnerflow.intake.Receipt;
import io.partnerflow.parties.LinkRole;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Countries;
import io.partnerflow.shared.Invalid;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The form with which a reseller asks an organisation to be linked. */
@Component
class LinkRequestForm implements FormHandler {

    private final LinkManagement management;
    private final CurrentCaller callers;
    private final Vendor vendor;
    private final MessageSource messages;

    LinkRequestForm(LinkManagement management, CurrentCaller callers, Vendor vendor, MessageSource messages) {
        this.management = management;
        this.callers = callers;
        this.vendor = vendor;
        this.messages = messages;
    }

    @Override
    public String form() {
        return "link-request";
    }

    @Override
    public Map<String, Object> prefill(FormContext context) {
        callers.require().mustBeAbleToOrder().reseller();
        return Map.of("country", vendor.country());
    }

    @Override
    public Map<String, List<Option>> options(FormContext context) {
        return Map.of(
                "countries",
                Countries.names(context.language()).entrySet().stream()
                        .map(entry -> new Option(entry.getKey(), entry.getValue()))
                        .toList(),
                "roles",
                Arrays.stream(LinkRole.values())
                        .map(role -> new Option(
                                role.name(),
                                messages.getMessage("link.role.%s.text".formatted(role), null, context.language())))
                        .toList());
    }

    @Override
    public Receipt accept(FormContext context, Map<String, Object> answers) {
        try {
            var number = management.ask(
                    callers.require(),
                    new LinkManagement.Wish(
                            (String) answers.get("country"),
                            (String) answers.get("registrationNumber"),
                            (String) answers.get("role"),
                            (String) answers.get("message")));
            return new Receipt(number, "/links", "link-request-form.sent");
        } catch (Conflict conflict) {
            throw Invalid.because(conflict, "registrationNumber");
        }
    }
}
