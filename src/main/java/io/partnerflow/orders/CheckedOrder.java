package io.partnerflow.orders;

import io.partnerflow.parties.ResellerTerms;
import io.partnerflow.programmes.ProgrammePolicy;
import io.partnerflow.shared.NamedEmail;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for and can be done.
 *
 * @param billTo      organisation that will be invoiced; null where nobody said yet who it is
 * @param startDate   null where it was not asked for yet
 * @param signatory   null where nobody signs or nobody was asked for
 * @param pricedOn    the day whose price list it is priced by; null for today's
 */
record CheckedOrder(
        ProgrammePolicy policy,
        ResellerTerms reseller,
        @Nullable UUID billTo,
        List<OrderLine> lines,
        ProgrammePolicy.Term term,
        @Nullable LocalDate startDate,
        @Nullable String poReference,
        @Nullable NamedEmail signatory,
        @Nullable LocalDate pricedOn) {}
