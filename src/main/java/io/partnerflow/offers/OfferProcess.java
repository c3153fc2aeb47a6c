package io.partnerflow.offers;

import io.partnerflow.engine.Variable;
import java.time.Instant;

/** The names {@code processes/offer.bpmn} and this module agree on. */
final class OfferProcess {

    static final String OFFER_SENT = "offer.sent";
    static final String OFFER_ACCEPTED = "offer.accepted";
    static final String OFFER_DECLINED = "offer.declined";
    static final String OFFER_WITHDRAWN = "offer.withdrawn";
    static final String OFFER_REPLACED = "offer.replaced";
    static final String OFFER_QUESTION_ASKED = "offer.question-asked";
    static final String OFFER_QUESTION_ANSWERED = "offer.question-answered";

    static final Variable<Instant> FIRST_REMINDER_AT = Variable.moment("firstReminderAt");
    static final Variable<Instant> LAST_REMINDER_AT = Variable.moment("lastReminderAt");
    static final Variable<Instant> OFFER_DEADLINE = Variable.moment("offerDeadline");

    private OfferProcess() {}
}
