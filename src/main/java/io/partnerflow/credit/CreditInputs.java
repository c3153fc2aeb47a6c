package io.partnerflow.credit;

import io.partnerflow.orders.OrderView;
import io.partnerflow.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Everything a decision about one order rests on.
 *
 * @param report   null if the agency was silent
 * @param security what the reseller has offered; null if nothing
 */
record CreditInputs(
        OrderView order,
        Exposure exposure,
        CreditReports.@Nullable Report report,
        @Nullable Alternative security,
        LocalDate today) {

    private static final int MORE_THAN_ANY = 9999;
    private static final int MONTHS = 12;

    /** What the customer pays each month. */
    Money monthlyRate() {
        return Objects.requireNonNull(order.price()).annualNet().share(1, MONTHS);
    }

    /** What the table asks, by the names of its expressions. */
    Map<String, Object> forTable() {
        return Map.of(
                "scoreClass", scoreClass(),
                "insolvent", report != null && report.insolvent(),
                "exposurePct", exposurePct(),
                "companyAgeMonths", companyAgeMonths(),
                "monthlyRate", monthlyRate().amount(),
                "termMonths", order.termMonths(),
                "security", securityKind());
    }

    /** The same and what it was made from, for the log. */
    Map<String, String> forLog() {
        var inputs = new LinkedHashMap<String, String>();
        inputs.put("scoreClass", scoreClass());
        inputs.put("insolvent", String.valueOf(report != null && report.insolvent()));
        inputs.put("exposurePct", String.valueOf(exposurePct()));
        inputs.put("companyAgeMonths", String.valueOf(companyAgeMonths()));
        inputs.put("monthlyRate", monthlyRate().toString());
        inputs.put("termMonths", String.valueOf(order.termMonths()));
        inputs.put("security", securityKind());
        inputs.put("exposureContracts", exposure.contracts().toString());
        inputs.put("exposureOrders", exposure.orders().toString());
        inputs.put("exposureThisOrder", exposure.thisOrder().toString());
        if (report != null) {
            inputs.put("agency", report.agency());
            inputs.put("agencyReference", report.reference());
            inputs.put("agencyLimit", report.limit().toString());
        }
        if (security != null && security.deposit() != null) {
            inputs.put("deposit", security.deposit().toString());
        }
        if (security != null && security.guarantor() != null) {
            inputs.put("guarantor", security.guarantor().registrationNumber());
        }
        return inputs;
    }

    /** @param pct how much of what the agency would lend, in percent */
    Money limit(BigDecimal pct) {
        return report == null
                ? Money.zero(exposure.thisOrder().currency())
                : report.limit().times(pct.movePointLeft(2));
    }

    private String scoreClass() {
        if (report == null) {
            return "SILENT";
        }
        return report.scoreClass() == null ? "UNKNOWN" : report.scoreClass();
    }

    /** Rounded up, so that a limit is never exceeded by a fraction. */
    private int exposurePct() {
        if (report == null || report.limit().isZero()) {
            return MORE_THAN_ANY;
        }
        return exposure.total()
                .amount()
                .movePointRight(2)
                .divide(report.limit().amount(), 0, RoundingMode.CEILING)
                .min(BigDecimal.valueOf(MORE_THAN_ANY))
                .intValue();
    }

    /** 0 if the agency does not know. */
    private int companyAgeMonths() {
        return report == null || report.foundedOn() == null
                ? 0
                : (int) ChronoUnit.MONTHS.between(report.foundedOn(), today);
    }

    private String securityKind() {
        return security == null || !security.kind().isSecurity()
                ? "NONE"
                : security.kind().name();
    }
}
