package io.partnerflow.orders;

import io.partnerflow.parties.ResellerTerms;
import io.partnerflow.programmes.ProgrammePolicy;
import io.partnerflow.shared.NamedEmail;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for and can be done.
 *
 * @param startDate   null where it was not asked for yet
 * @param signatory   null where nobody signs or nobody was asked for
 */
record CheckedOrder(
        ProgrammePolicy policy,
        ResellerTerms reseller,
        List<OrderLine> lines,
        ProgrammePolicy.Term term,
        @Nullable LocalDate startDate,
        @Nullable String poReference,
        @Nullable NamedEmail signatory) {}
