package io.partnerflow.credit;

import io.partnerflow.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything about one credit check, for the credit desk and who manages; never for resellers.
 *
 * @param problem   what came instead of the agency's answer the last time; null if it answered at once
 * @param tries     how often the agency did not answer
 * @param report    null if the agency has not answered
 * @param decisions the log, oldest first
 */
public record CreditFile(
        CreditCheckView check,
        String customer,
        @Nullable String problem,
        int tries,
        @Nullable AgencyReport report,
        List<CreditDecision> decisions) {

    /** @param scoreClass A to E; null if the agency does not know the company */
    public record AgencyReport(
            String agency,
            String reference,
            @Nullable String scoreClass,
            @Nullable LocalDate foundedOn,
            boolean insolvent,
            Money limit,
            Instant obtainedAt) {}
}
