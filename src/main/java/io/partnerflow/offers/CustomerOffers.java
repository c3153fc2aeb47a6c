package io.partnerflow.offers;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.documents.Documents;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.engine.Workflow;
import io.partnerflow.offers.CustomerOffer.Standing;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.Typed;
import io.partnerflow.shared.VendorCalendar;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a customer does about an offer, by the secret of the link in its letter and without a log-in. A secret that is none
 * of ours, or too old, is a {@link NotFound}; what is too late for the offer is a {@link Conflict} that says why.
 */
@ModuleService
public class CustomerOffers {

    private static final int LONGEST_TEXT = 2000;
    private static final int LONGEST_NAME = 100;

    private final OfferRecords offers;
    private final OfferVersions versions;
    private final OfferLinks links;
    private final OfferQuestions questions;
    private final OfferAcceptances acceptances;
    private final CustomerView views;
    private final OfferOrder order;
    private final OfferPaper paper;
    private final Documents documents;
    private final Programmes programmes;
    private final Workflow workflow;
    private final VendorCalendar calendar;
    private final AuditTrail audit;

    CustomerOffers(
            OfferRecords offers,
            OfferVersions versions,
            OfferLinks links,
            OfferQuestions questions,
            OfferAcceptances acceptances,
            CustomerView views,
            OfferOrder order,
            OfferPaper paper,
            Documents documents,
            Programmes programmes,
            Workflow workflow,
            VendorCalendar calendar,
            AuditTrail audit) {
        this.offers = offers;
        this.versions = versions;
        this.links = links;
        this.questions = questions;
        this.acceptances = acceptances;
        this.views = views;
        this.order = order;
        this.paper = paper;
        this.documents = documents;
        this.programmes = programmes;
        this.workflow = workflow;
        this.calendar = calendar;
        this.audit = audit;
    }

    /** Looks; changes nothing, since mail scanners look too. */
    @Transactional(readOnly = true)
    public CustomerOffer look(String secret) {
        var link = links.read(secret);
        return seen(offers.get(link.offer()), link.version());
    }

    /** The paper of the version the link is about. */
    @Transactional(readOnly = true)
    public byte[] paper(String secret) {
        var link = links.read(secret);
        var offer = offers.get(link.offer());
        return documents.content(paper.of(offer.view(versions.get(offer.number(), link.version()))));
    }

    /**
     * Accepts: the order and the mandate are made with it, in one transaction. A second time changes nothing.
     *
     * @return number of the order
     * @throws Invalid naming every bad field of the acceptance
     */
    public String accept(String secret, Acceptance acceptance) {
        var link = links.read(secret);
        var offer = locked(link);
        if (offer.status() == OfferStatus.ACCEPTED && Objects.equals(offer.sentVersion(), link.version())) {
            return Objects.requireNonNull(offer.orderNumber());
        }
        requireOpen(offer, link);
        var view = offer.view(versions.get(offer.number(), link.version()));
        var policy = programmes.get(view.programme());
        order.check(acceptance, policy);
        var number = order.place(view, acceptance, policy);
        offer.accept(link.version(), number, calendar.now());
        offers.saveAndFlush(offer);
        acceptances.keep(offer.number(), link.version(), acceptance);
        workflow.correlate(OfferProcess.OFFER_ACCEPTED, offer.number());
        audit.record("offer-accepted", offer.number(), "by %s, order %s".formatted(acceptance.email(), number));
        return number;
    }

    /**
     * Asks the reseller something.
     *
     * @param name of who asks
     * @throws Invalid naming {@code name} and {@code question}
     */
    public void ask(String secret, @Nullable String name, @Nullable String question) {
        var link = links.read(secret);
        var offer = locked(link);
        requireOpen(offer, link);
        var problems = new Invalid.Collector();
        var who = Typed.line("name", name, LONGEST_NAME, problems);
        var text = Typed.optionalText("question", question, LONGEST_TEXT, problems);
        if (text == null && !problems.rejects("question")) {
            problems.reject("question", "required", null);
        }
        problems.throwIfAny();
        questions.ask(offer.number(), link.version(), who, Objects.requireNonNull(text));
        workflow.correlate(OfferProcess.OFFER_QUESTION_ASKED, offer.number());
        audit.record("offer-question-asked", offer.number(), text);
    }

    /**
     * Says no. A second time changes nothing.
     *
     * @param reason for the reseller; null to give none
     */
    public void decline(String secret, @Nullable String reason) {
        var link = links.read(secret);
        var offer = locked(link);
        if (offer.status() == OfferStatus.DECLINED) {
            return;
        }
        requireOpen(offer, link);
        var problems = new Invalid.Collector();
        var why = Typed.optionalText("reason", reason, LONGEST_TEXT, problems);
        problems.throwIfAny();
        offer.decline(link.version(), why, calendar.now());
        offers.saveAndFlush(offer);
        workflow.correlate(OfferProcess.OFFER_DECLINED, offer.number());
        audit.record("offer-declined", offer.number(), why);
    }

    private Offer locked(OfferLinks.Subject link) {
        return offers.locked(link.offer()).orElseThrow(() -> new NotFound("offer", link.offer()));
    }

    private void requireOpen(Offer offer, OfferLinks.Subject link) {
        offer.requireAnswerable(link.version());
        if (seen(offer, link.version()).standing() == Standing.EXPIRED) {
            throw new Conflict("offer-expired", offer.number());
        }
    }

    private CustomerOffer seen(Offer offer, int version) {
        var view = offer.view(versions.get(offer.number(), version));
        return views.of(
                view,
                Objects.requireNonNull(offer.sentVersion()),
                questions.of(offer.number()).stream()
                        .filter(question -> question.version() == version)
                        .toList());
    }
}
