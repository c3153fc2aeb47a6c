package io.partnerflow.trials;

import io.partnerflow.access.CurrentCaller;
import io.partnerflow.intake.FormContext;
import io.partnerflow.intake.FormHandler;
import io.partnerflow.intake.Option;
import io.partnerflow.intake.Receipt;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Resellers;
import io.partnerflow.programmes.ProgrammePolicy;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The form with which a reseller gives a customer a trial (P-28 to P-31); it can be about one customer. */
@Component
class TrialForm implements FormHandler {

    private final TrialManagement management;
    private final TrialCheck check;
    private final Trials trials;
    private final Resellers resellers;
    private final Organisations organisations;
    private final CurrentCaller callers;
    private final MessageSource messages;

    TrialForm(
            TrialManagement management,
            TrialCheck check,
            Trials trials,
            Resellers resellers,
            Organisations organisations,
            CurrentCaller callers,
            MessageSource messages) {
        this.management = management;
        this.check = check;
        this.trials = trials;
        this.resellers = resellers;
        this.organisations = organisations;
        this.callers = callers;
        this.messages = messages;
    }

    @Override
    public String form() {
        return "trial";
    }

    @Override
    public Map<String, Object> prefill(FormContext context) {
        var programmes = check.programmesOf(reseller());
        var start = new HashMap<String, Object>();
        if (programmes.size() == 1) {
            start.put("programme", programmes.get(0).code());
        }
        if (!context.about().isEmpty()) {
            start.put("customer", context.about());
        }
        return start;
    }

    @Override
    public Map<String, List<Option>> options(FormContext context) {
        var programmes = check.programmesOf(reseller());
        return Map.of(
                "programmes",
                programmes.stream()
                        .map(policy -> new Option(
                                policy.code(),
                                messages.getMessage(
                                        "programme." + policy.code(), null, policy.name(), context.language())))
                        .toList(),
                "preparedCustomers",
                preparedCustomers(programmes),
                "customerTypes",
                programmes.stream()
                        .flatMap(policy -> policy.trial().customerTypes().stream())
                        .distinct()
                        .map(type -> new Option(
                                type, messages.getMessage("customer-type." + type, null, type, context.language())))
                        .toList());
    }

    /** Customers that could get a trial under at least one of the programmes. */
    private List<Option> preparedCustomers(List<ProgrammePolicy> programmes) {
        var taken = new HashSet<>(resellers.orderableCustomersOf(reseller()));
        programmes.forEach(policy -> taken.retainAll(trials.customersWithTrial(reseller(), policy.code())));
        var free = resellers.orderableCustomersOf(reseller()).stream()
                .filter(customer -> !taken.contains(customer))
                .toList();
        return organisations.get(free).stream()
                .map(party -> new Option(
                        party.id().toString(), "%s (%s)".formatted(party.name(), party.registrationNumber())))
                .toList();
    }

    @Override
    public Receipt accept(FormContext context, Map<String, Object> answers) {
        var caller = callers.require();
        var customer = UUID.fromString((String) answers.get("customer"));
        var people = People.typed("users", answers, organisations.get(customer).language());
        try {
            var number = management.start(
                    new TrialWish(
                            (String) answers.get("programme"),
                            reseller(),
                            customer,
                            (String) answers.get("customerType"),
                            people,
                            People.named(caller.name(), caller.email())),
                    TrialFields.FORM);
            return new Receipt(number, "/trials/" + number, "trial-form.started");
        } catch (Conflict conflict) {
            throw Invalid.because(conflict, "customer");
        }
    }

    private UUID reseller() {
        return callers.require().mustBeAbleToOrder().reseller();
    }
}
