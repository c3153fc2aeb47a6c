package io.partnerflow.onboarding;

import io.partnerflow.shared.NotFound;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All applications. A plain {@link Repository}, so that only what is written here can be done. */
interface Applications extends Repository<ResellerApplication, String> {

    /** At once, so that a second open application of the same organisation is noticed here. */
    ResellerApplication saveAndFlush(ResellerApplication application);

    Optional<ResellerApplication> findByNumber(String number);

    /** @throws NotFound if there is none */
    default ResellerApplication numbered(String number) {
        return findByNumber(number).orElseThrow(() -> new NotFound("reseller-application", number));
    }

    /** Every application of an organisation, latest first. */
    @Query("""
            select a from ResellerApplication a
            where a.applicant.country = :country and a.applicant.registrationNumber = :registrationNumber
            order by a.submittedAt desc""")
    List<ResellerApplication> of(String country, String registrationNumber);

    /** @return how many of these states the organisation has for the programme */
    @Query("""
            select count(a) from ResellerApplication a
            where a.programme = :programme and a.applicant.country = :country
            and a.applicant.registrationNumber = :registrationNumber and a.status in :states and a.number <> :except""")
    long count(
            String programme,
            String country,
            String registrationNumber,
            Collection<ApplicationStatus> states,
            String except);
}
