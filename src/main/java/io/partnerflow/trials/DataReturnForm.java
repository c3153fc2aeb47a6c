package io.partnerflow.trials;

import io.partnerflow.access.CurrentCaller;
import io.partnerflow.documents.Vendor;
import io.partnerflow.intake.FormContext;
import io.partnerflow.intake.FormHandler;
import io.partnerflow.intake.Option;
import io.partnerflow.intake.Receipt;
import io.partnerflow.parties.Organisations;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Formats;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The form with which a reseller takes properties of an ended trial back, at the price it shows (P-42). */
@Component
class DataReturnForm implements FormHandler {

    private final DataReturns returns;
    private final TrialManagement trials;
    private final Organisations organisations;
    private final CurrentCaller callers;
    private final Vendor vendor;
    private final MessageSource messages;

    DataReturnForm(
            DataReturns returns,
            TrialManagement trials,
            Organisations organisations,
            CurrentCaller callers,
            Vendor vendor,
            MessageSource messages) {
        this.returns = returns;
        this.trials = trials;
        this.organisations = organisations;
        this.callers = callers;
        this.vendor = vendor;
        this.messages = messages;
    }

    @Override
    public String form() {
        return "data-return";
    }

    @Override
    public Map<String, Object> prefill(FormContext context) {
        var trial = trials.get(reseller(), context.about());
        if (returns.offer(reseller(), trial.number()).properties().isEmpty()) {
            throw new Conflict("nothing-to-return", trial.number());
        }
        return Map.of(
                "trialNumber",
                trial.number(),
                "customer",
                organisations.get(trial.customer()).name());
    }

    @Override
    public Map<String, List<Option>> options(FormContext context) {
        var offer = returns.offer(reseller(), context.about());
        var price = new Formats(context.language(), vendor.timeZone())
                .money(offer.price().price());
        return Map.of(
                "returnableProperties",
                offer.properties().stream()
                        .map(property -> new Option(
                                property.id(),
                                messages.getMessage(
                                        "data-return-form.property",
                                        new Object[] {property.name(), price},
                                        context.language())))
                        .toList());
    }

    @Override
    public Receipt accept(FormContext context, Map<String, Object> answers) {
        var wanted = ((List<?>) answers.get("properties"))
                .stream().map(Object::toString).toList();
        returns.request(reseller(), context.about(), wanted, callers.require().email());
        return new Receipt(context.about(), "/trials/" + context.about(), "data-return-form.requested");
    }

    private UUID reseller() {
        return callers.require().mustBeAbleToOrder().reseller();
    }
}
