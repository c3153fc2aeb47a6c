package io.partnerflow.offers;

import static java.time.temporal.ChronoUnit.DAYS;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.shared.VendorCalendar;
import java.util.Objects;

/** What the steps of an offer's process do. */
@ModuleService
class OfferSteps {

    private final OfferRecords records;
    private final Offers offers;
    private final OfferQuestions questions;
    private final OfferPaper paper;
    private final OfferLetters letters;
    private final VendorCalendar calendar;
    private final AuditTrail audit;

    OfferSteps(
            OfferRecords records,
            Offers offers,
            OfferQuestions questions,
            OfferPaper paper,
            OfferLetters letters,
            VendorCalendar calendar,
            AuditTrail audit) {
        this.records = records;
        this.offers = offers;
        this.questions = questions;
        this.paper = paper;
        this.letters = letters;
        this.calendar = calendar;
        this.audit = audit;
    }

    void send(String number) {
        var offer = offers.get(number);
        letters.sent(offer, paper.print(offer));
    }

    /** Does nothing on the last day any more, nor once the offer has ended. */
    void remind(String number) {
        var offer = offers.get(number);
        var days = DAYS.between(calendar.today(), Objects.requireNonNull(offer.validUntil()));
        if (offer.status() == OfferStatus.SENT && days > 0) {
            letters.reminder(offer, paper.of(offer), days);
        }
    }

    void forwardQuestions(String number) {
        questions.of(number).forEach(question -> letters.question(offers.get(number), question));
    }

    void sendAnswers(String number) {
        questions.of(number).stream()
                .filter(question -> !question.isOpen())
                .forEach(question -> letters.answer(offers.get(number), question));
    }

    void expire(String number) {
        var offer = records.get(number);
        offer.expire(calendar.now());
        records.saveAndFlush(offer);
        letters.expired(offers.get(number));
        audit.record("offer-expired", number, null);
    }

    void reportDecline(String number) {
        letters.declined(offers.get(number));
    }

    void reportWithdrawal(String number) {
        letters.withdrawn(offers.get(number));
    }

    void confirmAcceptance(String number) {
        var offer = offers.get(number);
        letters.accepted(offer, paper.of(offer));
    }
}
