package io.partnerflow.offers;

import io.partnerflow.shared.NotFound;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What has been offered to whom. */
@Service
@Transactional(readOnly = true)
public class Offers {

    private final OfferRecords offers;
    private final OfferVersions versions;
    private final OfferQuestions questions;

    Offers(OfferRecords offers, OfferVersions versions, OfferQuestions questions) {
        this.offers = offers;
        this.versions = versions;
        this.questions = questions;
    }

    /**
     * For the steps of processes, which act for the house.
     *
     * @throws NotFound if there is none
     */
    public OfferView get(String number) {
        return shown(offers.get(number));
    }

    /**
     * For people: only what the reseller has offered itself.
     *
     * @throws NotFound if there is none, or it is another reseller's
     */
    public OfferView get(UUID reseller, String number) {
        return shown(offers.get(reseller, number));
    }

    /** The offer an order has come from: the version that was accepted. */
    public Optional<OfferView> ofOrder(String orderNumber) {
        return offers.findByOrderNumber(orderNumber).map(this::shown);
    }

    /** Whether the reseller has ever begun an offer. */
    public boolean any(UUID reseller) {
        return offers.existsByResellerId(reseller);
    }

    /** What is being put together; what was sent last where nothing is. */
    public OfferView draft(UUID reseller, String number) {
        var offer = offers.get(reseller, number);
        return view(offer, Objects.requireNonNullElse(offer.draftVersion(), offer.shownVersion()));
    }

    /** Every version that was sent, latest first. */
    public List<OfferView> sentVersions(UUID reseller, String number) {
        var offer = offers.get(reseller, number);
        return versions.sentOf(number).stream()
                .map(version -> view(offer, version))
                .toList();
    }

    /** What the customer has asked and the reseller has answered, oldest first. */
    public List<OfferQuestion> questions(UUID reseller, String number) {
        return questions.of(offers.get(reseller, number).number());
    }

    private OfferView shown(Offer offer) {
        return view(offer, offer.shownVersion());
    }

    private OfferView view(Offer offer, int version) {
        return offer.view(versions.get(offer.number(), version));
    }
}
