package io.partnerflow.devices;

import io.partnerflow.shared.NotFound;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All cases of missing seats. A plain {@link Repository}, so that only what is written here can be done. */
interface CoverageCases extends Repository<CoverageCase, String> {

    /** Writes at once, so that a second open case is refused here and not at the end of the transaction. */
    CoverageCase saveAndFlush(CoverageCase one);

    Optional<CoverageCase> findByNumber(String number);

    /** @throws NotFound if there is none */
    default CoverageCase get(String number) {
        return findByNumber(number).orElseThrow(() -> new NotFound("coverage-case", number));
    }

    @Query("select c from CoverageCase c where c.customerId = :customer and c.status in ('WARNED', 'LIMITED')")
    Optional<CoverageCase> openOf(UUID customer);

    /** Numbers of every case of the customer. */
    @Query("select c.number from CoverageCase c where c.customerId = :customer")
    List<String> numbersOf(UUID customer);
}
