package io.partnerflow.offers;

import io.partnerflow.shared.Conflict;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One offer to one customer: which version is out, which is being put together, and what became of it. */
@Entity
@Table(name = "offer")
class Offer {

    @Id
    private String number = "";

    private String programme = "";
    private int policyVersion;
    private UUID resellerId = new UUID(0, 0);
    private UUID customerId = new UUID(0, 0);

    @Enumerated(EnumType.STRING)
    private OfferStatus status = OfferStatus.DRAFT;

    private @Nullable Integer draftVersion;
    private @Nullable Integer sentVersion;
    private @Nullable String follows;
    private @Nullable String alternativeTo;
    private @Nullable String orderNumber;
    private @Nullable String reason;
    private String createdBy = "";
    private Instant createdAt = Instant.EPOCH;
    private @Nullable Instant endedAt;

    @Version
    private long version;

    protected Offer() {} // for JPA

    static Offer begin(String number, CheckedOffer checked, Instant now) {
        var offer = new Offer();
        offer.number = number;
        offer.programme = checked.policy().code();
        offer.policyVersion = checked.policy().version();
        offer.resellerId = checked.reseller();
        offer.customerId = checked.customer();
        offer.draftVersion = 1;
        offer.follows = checked.origin().follows();
        offer.alternativeTo = checked.origin().alternativeTo();
        offer.createdBy = checked.savedBy();
        offer.createdAt = now;
        return offer;
    }

    /**
     * The version to work on; a new one where the last was sent, which stays as it is.
     *
     * @throws Conflict if the offer has ended
     */
    int toDraft() {
        require(status.isOpen());
        if (draftVersion == null) {
            draftVersion = Objects.requireNonNull(sentVersion) + 1;
        }
        return draftVersion;
    }

    /** The draft is given up; what was sent before stays as it is. */
    void dropDraft() {
        require(status == OfferStatus.SENT && draftVersion != null);
        draftVersion = null;
    }

    /**
     * The only version there is.
     *
     * @throws Conflict if it has been sent
     */
    int toDiscard() {
        require(status == OfferStatus.DRAFT);
        return Objects.requireNonNull(draftVersion);
    }

    /**
     * The draft goes out and takes the place of what was sent before.
     *
     * @return whether there was something before
     * @throws Conflict if there is nothing to send
     */
    boolean send() {
        require(status.isOpen());
        if (draftVersion == null) {
            throw new Conflict("offer-already-sent", number);
        }
        var replaces = sentVersion != null;
        sentVersion = draftVersion;
        draftVersion = null;
        status = OfferStatus.SENT;
        return replaces;
    }

    /** @param answered version the customer has seen */
    void accept(int answered, String order, Instant now) {
        requireAnswerable(answered);
        orderNumber = order;
        end(OfferStatus.ACCEPTED, now);
    }

    void decline(int answered, @Nullable String why, Instant now) {
        requireAnswerable(answered);
        reason = why;
        end(OfferStatus.DECLINED, now);
    }

    void withdraw(@Nullable String why, Instant now) {
        require(status == OfferStatus.SENT);
        reason = why;
        end(OfferStatus.WITHDRAWN, now);
    }

    void expire(Instant now) {
        require(status == OfferStatus.SENT);
        end(OfferStatus.EXPIRED, now);
    }

    /** @throws Conflict if the offer has ended, or a later version is out */
    void requireAnswerable(int answered) {
        require(status == OfferStatus.SENT);
        if (!Objects.equals(sentVersion, answered)) {
            throw new Conflict("offer-replaced", number);
        }
    }

    private void end(OfferStatus how, Instant now) {
        status = how;
        draftVersion = null;
        endedAt = now;
    }

    private void require(boolean possible) {
        if (!possible) {
            throw new Conflict("offer-" + status.name().toLowerCase(Locale.ROOT), number);
        }
    }

    String programme() {
        return programme;
    }

    String number() {
        return number;
    }

    OfferStatus status() {
        return status;
    }

    UUID reseller() {
        return resellerId;
    }

    UUID customer() {
        return customerId;
    }

    @Nullable
    Integer draftVersion() {
        return draftVersion;
    }

    @Nullable
    Integer sentVersion() {
        return sentVersion;
    }

    /** The one that was sent last; the draft where none was. */
    int shownVersion() {
        return Objects.requireNonNull(sentVersion == null ? draftVersion : sentVersion);
    }

    @Nullable
    String orderNumber() {
        return orderNumber;
    }

    OfferView view(SavedVersion saved) {
        return new OfferView(
                number,
                saved.number(),
                status,
                resellerId,
                customerId,
                programme,
                policyVersion,
                saved.price().termMonths(),
                saved.price().currency(),
                saved.price().pricedOn(),
                saved.validUntil(),
                saved.price().components(),
                saved.ownServices(),
                saved.delivery(),
                saved.price().monthlyRate(),
                saved.price().commission(),
                saved.recipient(),
                saved.note(),
                orderNumber,
                follows,
                alternativeTo,
                reason,
                createdBy,
                createdAt,
                saved.sentAt(),
                endedAt,
                draftVersion);
    }
}
