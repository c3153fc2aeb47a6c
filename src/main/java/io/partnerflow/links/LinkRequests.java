package io.partnerflow.links;

import io.partnerflow.shared.NotFound;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All requests. A plain {@link Repository}, so that only what is written here can be done. */
interface LinkRequests extends Repository<LinkRequest, String> {

    /** At once, so that a second open request of the same two is noticed here. */
    LinkRequest saveAndFlush(LinkRequest request);

    Optional<LinkRequest> findByNumber(String number);

    /** @throws NotFound if there is none */
    default LinkRequest numbered(String number) {
        return findByNumber(number).orElseThrow(() -> new NotFound("link", number));
    }

    @Query(
            "select r from LinkRequest r where r.resellerId = :reseller and r.customerId = :customer and r.status = 'OPEN'")
    Optional<LinkRequest> open(UUID reseller, UUID customer);

    /** Those the organisation got or made, latest first. */
    @Query("""
            select r from LinkRequest r where r.customerId = :organisation or r.resellerId = :organisation
            order by r.askedAt desc limit 100""")
    List<LinkRequest> of(UUID organisation);
}
