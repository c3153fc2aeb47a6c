package io.partnerflow.offers;

import static java.time.temporal.ChronoUnit.MICROS;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.engine.Workflow;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.Typed;
import io.partnerflow.shared.VendorCalendar;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How resellers send their offers, answer what is asked about them and take them back. */
@ModuleService
public class OfferDispatch {

    private static final int LONGEST_TEXT = 2000;

    private final OfferRecords offers;
    private final OfferVersions versions;
    private final OfferCheck check;
    private final OfferQuestions questions;
    private final Programmes programmes;
    private final Workflow workflow;
    private final CommissionRates rates;
    private final VendorCalendar calendar;
    private final AuditTrail audit;

    OfferDispatch(
            OfferRecords offers,
            OfferVersions versions,
            OfferCheck check,
            OfferQuestions questions,
            Programmes programmes,
            Workflow workflow,
            CommissionRates rates,
            VendorCalendar calendar,
            AuditTrail audit) {
        this.offers = offers;
        this.versions = versions;
        this.check = check;
        this.questions = questions;
        this.programmes = programmes;
        this.workflow = workflow;
        this.rates = rates;
        this.calendar = calendar;
        this.audit = audit;
    }

    /**
     * Sends the draft to the customer (W-04), exactly as it was shown (W-16); a version sent before is replaced by it.
     *
     * @throws NotFound if there is none, or it is another reseller's
     * @throws Conflict {@code offer-price-changed} if the bundle costs or earns something else today than when it was saved,
     *     {@code offer-already-sent} if nothing is being put together, or the offer has ended
     * @throws Invalid if the reseller may not offer it any more
     */
    public void send(UUID reseller, String number) {
        var offer = offers.lock(reseller, number);
        var version = offer.draftVersion();
        var replaces = offer.send();
        var draft = offer.view(versions.get(number, Objects.requireNonNull(version)));
        if (!check.again(draft).isAsGoodAs(versions.get(number, version).price())) {
            throw new Conflict("offer-price-changed", number);
        }
        var policy = programmes.get(draft.programme()).offer();
        var moments = OfferMoments.of(Objects.requireNonNull(policy), calendar);
        offers.saveAndFlush(offer);
        rates.settle(number, draft.termMonths(), draft.components());
        versions.sent(
                number,
                version,
                calendar.today(),
                moments.validUntil(),
                calendar.now().truncatedTo(MICROS));
        if (replaces) {
            workflow.correlate(OfferProcess.OFFER_REPLACED, number);
        }
        workflow.start(OfferProcess.OFFER_SENT, number, answers(moments));
        audit.record("offer-sent", number, "version " + version);
    }

    private static Workflow.Answers answers(OfferMoments moments) {
        return Workflow.Answers.none()
                .with(OfferProcess.FIRST_REMINDER_AT, moments.firstReminderAt())
                .with(OfferProcess.LAST_REMINDER_AT, moments.lastReminderAt())
                .with(OfferProcess.OFFER_DEADLINE, moments.deadline());
    }

    /**
     * Takes an offer back that was sent.
     *
     * @param reason for the customer; null to give none
     * @throws Conflict if it is not waiting for the customer
     */
    public void withdraw(UUID reseller, String number, @Nullable String reason) {
        var offer = offers.lock(reseller, number);
        var problems = new Invalid.Collector();
        var why = Typed.optionalText("reason", reason, LONGEST_TEXT, problems);
        problems.throwIfAny();
        offer.withdraw(why, calendar.now());
        offers.saveAndFlush(offer);
        workflow.correlate(OfferProcess.OFFER_WITHDRAWN, number);
        audit.record("offer-withdrawn", number, why);
    }

    /**
     * Answers what the customer has asked.
     *
     * @param question its position, from 1
     * @param by       e-mail address of the user
     * @throws NotFound if there is no such question
     * @throws Conflict {@code question-answered}, or if the offer is not waiting for the customer
     */
    public void answer(UUID reseller, String number, int question, @Nullable String answer, String by) {
        var offer = offers.lock(reseller, number);
        offer.requireAnswerable(offer.shownVersion());
        var problems = new Invalid.Collector();
        var text = Typed.optionalText("answer", answer, LONGEST_TEXT, problems);
        if (text == null && problems.isEmpty()) {
            problems.reject("answer", "required", null);
        }
        problems.throwIfAny();
        questions.answer(number, question, Objects.requireNonNull(text), by);
        workflow.correlate(OfferProcess.OFFER_QUESTION_ANSWERED, number);
        audit.record("offer-question-answered", number, text);
    }
}
