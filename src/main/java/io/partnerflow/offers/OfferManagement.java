package io.partnerflow.offers;

import static java.time.temporal.ChronoUnit.MICROS;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.numbering.NumberSeries;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.VendorCalendar;
import java.util.UUID;

/** What resellers put together for their customers. An offer of another reseller does not exist for them. */
@ModuleService
public class OfferManagement {

    private final OfferRecords offers;
    private final OfferVersions versions;
    private final OfferCheck check;
    private final OfferOrigins origins;
    private final NumberSeries numbers;
    private final VendorCalendar calendar;
    private final AuditTrail audit;

    OfferManagement(
            OfferRecords offers,
            OfferVersions versions,
            OfferCheck check,
            OfferOrigins origins,
            NumberSeries numbers,
            VendorCalendar calendar,
            AuditTrail audit) {
        this.offers = offers;
        this.versions = versions;
        this.check = check;
        this.origins = origins;
        this.numbers = numbers;
        this.calendar = calendar;
        this.audit = audit;
    }

    /**
     * What a bundle costs and earns; nothing is stored.
     *
     * @throws Invalid naming every field a price cannot be said for
     */
    public OfferPrice price(WantedOffer wanted) {
        return check.price(wanted);
    }

    /**
     * Begins an offer as a draft (W-02, W-03).
     *
     * @return its number
     * @throws NotFound if the customer, the contract or the order it comes from is none of the reseller's
     * @throws Invalid naming every bad field
     */
    public String create(WantedOffer wanted) {
        origins.require(wanted);
        var checked = check.check(wanted);
        var number = numbers.next("OF");
        var now = calendar.now().truncatedTo(MICROS);
        var offer = offers.saveAndFlush(Offer.begin(number, checked, now));
        versions.save(number, offer.toDraft(), checked, now);
        audit.record("offer-begun", number, null);
        return number;
    }

    /**
     * Changes the draft; where a version has been sent, this begins the next one and the sent one stays what it is.
     *
     * @param wanted its programme, customer and origin are the offer's own
     * @throws Conflict if the offer has ended
     */
    public void change(String number, WantedOffer wanted) {
        var offer = offers.get(wanted.reseller(), number);
        var version = offer.toDraft();
        var checked = check.check(origins.ofItsOwn(offer, wanted));
        offers.saveAndFlush(offer);
        versions.save(number, version, checked, calendar.now().truncatedTo(MICROS));
    }

    /** Gives the draft of a next version up; the sent one stays as it is. */
    public void dropDraft(UUID reseller, String number) {
        var offer = offers.get(reseller, number);
        offer.dropDraft();
        offers.saveAndFlush(offer);
    }

    /**
     * Throws an offer away that nobody but its reseller has ever seen.
     *
     * @throws Conflict if it has been sent
     */
    public void discard(UUID reseller, String number) {
        var offer = offers.lock(reseller, number);
        versions.delete(number, offer.toDiscard());
        offers.delete(offer);
        audit.record("offer-discarded", number, null);
    }
}
