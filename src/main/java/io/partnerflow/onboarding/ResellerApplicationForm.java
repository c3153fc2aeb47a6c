package io.partnerflow.onboarding;

import io.partnerflow.documents.Vendor;
import io.partnerflow.intake.FormContext;
import io.partnerflow.intake.FormHandler;
import io.partnerflow.intake.Option;
import io.partnerflow.intake.Receipt;
import io.partnerflow.parties.Address;
import io.partnerflow.parties.NewParty;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Countries;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.Languages;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The form with which an organisation applies, open to everybody. */
@Component
class ResellerApplicationForm implements FormHandler {

    static final String NAME = "reseller-application";

    /** What the module calls a field, and what the form calls it. */
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("organisation.name", "organisationName"),
            Map.entry("organisation.registrationNumber", "registrationNumber"),
            Map.entry("organisation.vatId", "vatId"),
            Map.entry("organisation.country", "country"),
            Map.entry("organisation.address.line1", "addressLine1"),
            Map.entry("organisation.address.line2", "addressLine2"),
            Map.entry("organisation.address.postalCode", "postalCode"),
            Map.entry("organisation.address.city", "city"),
            Map.entry("organisation.email", "organisationEmail"),
            Map.entry("organisation.language", "language"),
            Map.entry("contact.name", "contactName"),
            Map.entry("contact.email", "contactEmail"),
            Map.entry("contact.phone", "contactPhone"));

    private final ResellerApplications applications;
    private final Programmes programmes;
    private final Vendor vendor;

    ResellerApplicationForm(ResellerApplications applications, Programmes programmes, Vendor vendor) {
        this.applications = applications;
        this.programmes = programmes;
        this.vendor = vendor;
    }

    @Override
    public String form() {
        return NAME;
    }

    @Override
    public Map<String, Object> prefill(FormContext context) {
        var start = new HashMap<String, Object>();
        start.put("country", vendor.country());
        start.put(
                "language",
                Languages.isOffered(context.language().getLanguage())
                        ? context.language().getLanguage()
                        : "en");
        if (programmes.all().size() == 1) {
            start.put("programme", programmes.all().iterator().next().code());
        }
        return start;
    }

    @Override
    public Map<String, List<Option>> options(FormContext context) {
        return Map.of(
                "programmes",
                options(programmes.names(context.language())),
                "countries",
                options(Countries.names(context.language())),
                "languages",
                options(Languages.names()));
    }

    private static List<Option> options(Map<String, String> names) {
        return names.entrySet().stream()
                .map(entry -> new Option(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Override
    public Receipt accept(FormContext context, Map<String, Object> answers) {
        try {
            var number = applications.submit(application(answers)).number();
            return new Receipt(number, "/apply/" + number, "onboarding.received");
        } catch (Conflict conflict) {
            throw new Invalid(List.of(FormProblems.of("registrationNumber", conflict)));
        } catch (Invalid invalid) {
            throw FormProblems.renamed(invalid, FIELDS);
        }
    }

    private static NewApplication application(Map<String, Object> answers) {
        return new NewApplication(
                text(answers, "programme"),
                organisation(answers),
                new Contact(text(answers, "contactName"), text(answers, "contactEmail"), text(answers, "contactPhone")),
                text(answers, "preconditionReference"),
                text(answers, "motivation"));
    }

    private static NewParty organisation(Map<String, Object> answers) {
        var address = new Address(
                text(answers, "addressLine1"),
                text(answers, "addressLine2"),
                text(answers, "postalCode"),
                text(answers, "city"));
        return new NewParty(
                text(answers, "organisationName"),
                text(answers, "country"),
                text(answers, "registrationNumber"),
                text(answers, "vatId"),
                text(answers, "organisationEmail"),
                text(answers, "language"),
                address);
    }

    private static String text(Map<String, Object> answers, String key) {
        return (String) answers.get(key);
    }
}
