package io.partnerflow.offers;

import io.partnerflow.shared.NotFound;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All offers. A plain {@link Repository}, so that only what is written here can be done. */
interface OfferRecords extends Repository<Offer, String> {

    /** Writes at once, so that what the database refuses is refused here. */
    Offer saveAndFlush(Offer offer);

    /** What has been sent cannot be deleted: its versions stay, and the database holds to it. */
    void delete(Offer offer);

    Optional<Offer> findByNumber(String number);

    boolean existsByResellerId(UUID reseller);

    Optional<Offer> findByOrderNumber(String order);

    /** Nobody else changes it until the caller's transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select o from Offer o where o.number = :number")
    Optional<Offer> locked(String number);

    /** @throws NotFound if there is none, or it is another reseller's */
    default Offer lock(UUID reseller, String number) {
        return locked(number)
                .filter(offer -> offer.reseller().equals(reseller))
                .orElseThrow(() -> new NotFound("offer", number));
    }

    /** @throws NotFound if there is none */
    default Offer get(String number) {
        return findByNumber(number).orElseThrow(() -> new NotFound("offer", number));
    }

    /** @throws NotFound if there is none, or it is another reseller's */
    default Offer get(UUID reseller, String number) {
        return findByNumber(number)
                .filter(offer -> offer.reseller().equals(reseller))
                .orElseThrow(() -> new NotFound("offer", number));
    }
}
