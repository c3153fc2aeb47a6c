package io.partnerflow.billing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import io.partnerflow.engine.BusinessError;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.engine.Workflow;
import io.partnerflow.engine.Workflow.Answers;
import io.partnerflow.parties.Organisations;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.trials.DataReturn;
import io.partnerflow.trials.DataReturns;
import io.partnerflow.trials.TrialOrders;
import io.partnerflow.trials.TrialView;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

/**
 * Invoices what a reseller has taken back from a trial, property by property, at the price it accepted.
 *
 * <p><b>Source:</b> P-42.
 */
@ModuleService
class ReturnedDataInvoicing {

    private static final String NUMBERS = "TR-";

    private final DataReturns returns;
    private final TrialOrders trials;
    private final Billing billing;
    private final InvoiceMail mail;
    private final Workflow workflow;
    private final Programmes programmes;
    private final Organisations organisations;
    private final ReturnedDataWords words;

    ReturnedDataInvoicing(
            DataReturns returns,
            TrialOrders trials,
            Billing billing,
            InvoiceMail mail,
            Workflow workflow,
            Programmes programmes,
            Organisations organisations,
            ReturnedDataWords words) {
        this.returns = returns;
        this.trials = trials;
        this.billing = billing;
        this.mail = mail;
        this.workflow = workflow;
        this.programmes = programmes;
        this.organisations = organisations;
        this.words = words;
    }

    /** Whether a charge is for data that went back, and so is for {@link #invoiceHeld}. */
    boolean isOne(String charge) {
        return charge.startsWith(NUMBERS);
    }

    /** Who is to be invoiced for it. */
    UUID payer(String charge) {
        return trials.get(trialOf(charge)).reseller();
    }

    /**
     * Issues and mails one invoice for everything that was moved and stands on none. Nothing there: no invoice. If somebody
     * should look at its VAT first, that goes its own way and the trial goes on.
     */
    void invoice(String trial) {
        var moved = returns.toInvoice(trial);
        if (moved.isEmpty()) {
            return;
        }
        var charge = charge(trials.get(trial), moved);
        if (billing.isSettled(charge)) {
            mail.send(issue(trial, charge, moved));
        } else {
            workflow.start(
                    InvoicingProcess.INVOICE_HELD,
                    charge.source(),
                    Answers.none().with(InvoicingProcess.CHARGE, charge.source()));
        }
    }

    /**
     * Issues the invoice for everything that was moved and stands on none; if an invoice that waited as well has taken it
     * along, finds that one.
     *
     * @return the invoice's number
     * @throws BusinessError {@code vatUnclear} if somebody should look at its VAT first
     */
    String invoiceHeld(String source) {
        var trial = trialOf(source);
        var moved = returns.toInvoice(trial);
        return moved.isEmpty()
                ? returns.of(trial).stream()
                        .map(DataReturn::invoice)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElseThrow()
                : issue(trial, charge(trials.get(trial), moved), moved);
    }

    private String issue(String trial, Charge charge, List<DataReturn> moved) {
        var number = billing.issue(charge);
        returns.invoiced(trial, moved.stream().map(DataReturn::property).toList(), number);
        return number;
    }

    private static String trialOf(String charge) {
        return charge.split("/")[0];
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
