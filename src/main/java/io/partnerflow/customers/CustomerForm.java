package io.partnerflow.customers;

import io.partnerflow.access.CurrentCaller;
import io.partnerflow.documents.Vendor;
import io.partnerflow.intake.FormContext;
import io.partnerflow.intake.FormHandler;
import io.partnerflow.intake.Option;
import io.partnerflow.intake.Receipt;
import io.partnerflow.parties.Address;
import io.partnerflow.parties.NewParty;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Countries;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.Languages;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The form with which a reseller prepares a customer. */
@Component
class CustomerForm implements FormHandler {

    private static final Map<String, String> FIELDS = Map.of(
            "name", "customerName",
            "address.line1", "addressLine1",
            "address.line2", "addressLine2",
            "address.postalCode", "postalCode",
            "address.city", "city");

    private final CustomerPreparation preparation;
    private final CurrentCaller callers;
    private final Vendor vendor;

    CustomerForm(CustomerPreparation preparation, CurrentCaller callers, Vendor vendor) {
        this.preparation = preparation;
        this.callers = callers;
        this.vendor = vendor;
    }

    @Override
    public String form() {
        return "customer";
    }

    @Override
    public Map<String, Object> prefill(FormContext context) {
        callers.require().mustBeAbleToOrder().reseller();
        var language = context.language().getLanguage();
        return Map.of("country", vendor.country(), "language", Languages.isOffered(language) ? language : "en");
    }

    @Override
    public Map<String, List<Option>> options(FormContext context) {
        return Map.of(
                "countries", options(Countries.names(context.language())), "languages", options(Languages.names()));
    }

    @Override
    public Receipt accept(FormContext context, Map<String, Object> answers) {
        try {
            var id = preparation.prepare(callers.require().reseller(), party(answers));
            return new Receipt((String) answers.get("customerName"), "/customers/" + id, "customer-form.prepared");
        } catch (Conflict conflict) {
            throw Invalid.because(conflict, "registrationNumber");
        } catch (Invalid invalid) {
            throw invalid.renamed(FIELDS);
        }
    }

    private static NewParty party(Map<String, Object> answers) {
        return new NewParty(
                (String) answers.get("customerName"),
                (String) answers.get("country"),
                (String) answers.get("registrationNumber"),
                (String) answers.get("vatId"),
                (String) answers.get("email"),
                (String) answers.get("language"),
                new Address(
                        (String) answers.get("addressLine1"),
                        (String) answers.get("addressLine2"),
                        (String) answers.get("postalCode"),
                        (String) answers.get("city")));
    }

    private static List<Option> options(Map<String, String> names) {
        return names.entrySet().stream()
                .map(entry -> new Option(entry.getKey(), entry.getValue()))
                .toList();
    }
}
