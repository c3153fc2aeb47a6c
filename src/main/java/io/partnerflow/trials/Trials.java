package io.partnerflow.trials;

import io.partnerflow.shared.NotFound;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All trials. A plain {@link Repository}, so that only what is written here can be done. */
interface Trials extends Repository<Trial, String> {

    /** Writes at once, so that a second open trial is refused here and not at the end of the transaction. */
    Trial saveAndFlush(Trial trial);

    Optional<Trial> findByNumber(String number);

    /** @throws NotFound if there is none */
    default Trial get(String number) {
        return findByNumber(number).orElseThrow(() -> new NotFound("trial", number));
    }

    /** @throws NotFound if there is none, it is another reseller's, or the customer is not linked to it any more */
    default Trial get(UUID reseller, String number) {
        return linked(reseller, number).orElseThrow(() -> new NotFound("trial", number));
    }

    @Query(nativeQuery = true, value = """
                    select t.* from trial t where t.number = :number and t.reseller_id = :reseller and exists (
                        select 1 from reseller_link l
                        where l.reseller_id = t.reseller_id and l.customer_id = t.customer_id and l.until is null)""")
    Optional<Trial> linked(UUID reseller, String number);

    /** Latest first. */
    @Query(
            "select t from Trial t where t.resellerId = :reseller and t.customerId = :customer order by t.startedAt desc")
    List<Trial> of(UUID reseller, UUID customer);

    /** The one the customer has now, whoever gave it. */
    @Query("""
            select t from Trial t where t.customerId = :customer and t.programme = :programme
            and t.status in ('STARTING', 'IN_USE', 'INACTIVE')""")
    Optional<Trial> openOf(UUID customer, String programme);

    /** Customers whose trial under the programme is open or has become a contract. */
    @Query("""
            select t.customerId from Trial t where t.resellerId = :reseller and t.programme = :programme
            and t.status <> 'PURGED'""")
    List<UUID> customersWithTrial(UUID reseller, String programme);
}
