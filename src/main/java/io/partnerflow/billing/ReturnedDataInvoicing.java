package io.partnerflow.billing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import io.partnerflow.engine.ModuleService;
import io.partnerflow.parties.Organisations;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.trials.DataReturn;
import io.partnerflow.trials.DataReturns;
import io.partnerflow.trials.TrialOrders;
import io.partnerflow.trials.TrialView;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Invoices what a reseller has taken back from a trial, property by property, at the price it accepted.
 *
 * <p><b>Source:</b> P-42.
 */
@ModuleService
class ReturnedDataInvoicing {

    private final DataReturns returns;
    private final TrialOrders trials;
    private final Billing billing;
    private final InvoiceMail mail;
    private final Programmes programmes;
    private final Organisations organisations;
    private final ReturnedDataWords words;

    ReturnedDataInvoicing(
            DataReturns returns,
            TrialOrders trials,
            Billing billing,
            InvoiceMail mail,
            Programmes programmes,
            Organisations organisations,
            ReturnedDataWords words) {
        this.returns = returns;
        this.trials = trials;
        this.billing = billing;
        this.mail = mail;
        this.programmes = programmes;
        this.organisations = organisations;
        this.words = words;
    }

    /** Issues and mails one invoice for everything that was moved and stands on none. Nothing there: no invoice. */
    void invoice(String trial) {
        var moved = returns.toInvoice(trial);
        if (moved.isEmpty()) {
            return;
        }
        var number = billing.issue(charge(trials.get(trial), moved));
        returns.invoiced(trial, moved.stream().map(DataReturn::property).toList(), number);
        mail.send(number);
    }

    private Charge charge(TrialView trial, List<DataReturn> moved) {
        var language = Locale.forLanguageTag(organisations.get(trial.reseller()).language());
        return new Charge(
                "%s/%s".formatted(trial.number(), fingerprint(moved)),
                trial.reseller(),
                trial.reseller(),
                trial.customer(),
                trial.programme(),
                null,
                null,
                null,
                null,
                null,
                programmes
                        .get(trial.programme(), trial.policyVersion())
                        .deadlines()
                        .paymentDays(),
                moved.stream().map(one -> words.line(language, one)).toList());
    }

    /** The same properties have the same one, in whatever order they are found. */
    private static UUID fingerprint(List<DataReturn> moved) {
        return UUID.nameUUIDFromBytes(moved.stream()
                .map(DataReturn::property)
                .sorted()
                .collect(joining("/"))
                .getBytes(UTF_8));
    }
}
