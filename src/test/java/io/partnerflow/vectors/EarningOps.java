package io.partnerflow.vectors;

import static io.partnerflow.vectors.VectorRow.answer;

import io.partnerflow.pricing.Kickback;
import io.partnerflow.pricing.RentalTerm;
import io.partnerflow.pricing.UpfrontCommission;
import io.partnerflow.pricing.UpfrontCommission.Component;
import io.partnerflow.pricing.UpfrontCommission.Supplier;
import io.partnerflow.programmes.ProgrammePolicy;
import io.partnerflow.programmes.ReadPolicy;
import io.partnerflow.shared.Percentage;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What resellers earn, what rentals do at their end, and who is invoiced. */
final class EarningOps {

    /** The rows' names of the four programmes and the policies that stand for them. */
    private static final Map<String, ProgrammePolicy> MODELS = Map.of(
            "PLANIMA", ReadPolicy.from("programmes/licence.yaml"),
            "AIRTHINGS", ReadPolicy.from("vectors/programmes/airthings.yaml"),
            "HOSTING", ReadPolicy.from("vectors/programmes/hosting.yaml"),
            "WAAS", ReadPolicy.from("vectors/programmes/waas.yaml"));

    private static final Map<ProgrammePolicy.Rhythm, String> RHYTHMS = Map.of(
            ProgrammePolicy.Rhythm.ANNUAL, "ANNUAL",
            ProgrammePolicy.Rhythm.QUARTERLY, "CONFIGURED",
            ProgrammePolicy.Rhythm.MONTHLY, "MONTHLY_DEBIT");

    private static final Map<ProgrammePolicy.ResellerBills, String> RESELLER_BILLS = Map.of(
            ProgrammePolicy.ResellerBills.EVERYTHING, "true",
            ProgrammePolicy.ResellerBills.OWN_SERVICES, "OWN_SERVICES_ONLY",
            ProgrammePolicy.ResellerBills.NOTHING, "false");

    private static final int EXTENSION_MONTHS = 3;
    private static final int LONGEST_RENTAL = 36;

    static final Map<String, Function<VectorRow, Map<String, @Nullable Object>>> ALL = Map.of(
            "upfrontCommission", EarningOps::upfrontCommission,
            "waasExtension", EarningOps::waasExtension,
            "waasDates", EarningOps::waasDates,
            "kickback", EarningOps::kickback,
            "kickbackTier", EarningOps::kickbackTier,
            "billTo", EarningOps::billTo);

    private EarningOps() {}

    private static Map<String, @Nullable Object> upfrontCommission(VectorRow row) {
        var components =
                row.records("lines").stream().map(EarningOps::component).toList();
        var commission = UpfrontCommission.of(row.number("termMonths"), components);
        return answer(
                "fullTermValue", commission.fullTermValue(),
                "commissionLines", commission.lines(),
                "commission", commission.commission(),
                "payable", "ON_DELIVERY_CONFIRMED",
                "clawback", commission.clawbackOnDefault());
    }

    /** {@code HW:10.10:1:1.25}: kind, monthly net, quantity, rate; the reseller's own services begin with OWN. */
    private static Component component(List<String> parts) {
        return new Component(
                parts.get(0).startsWith("OWN") ? Supplier.RESELLER : Supplier.VENDOR,
                VectorRow.money("lines", parts.get(1)),
                Integer.parseInt(parts.get(2)),
                Percentage.of(parts.get(3)));
    }

    private static Map<String, @Nullable Object> waasExtension(VectorRow row) {
        var extension = RentalTerm.Extension.of(
                row.number("contractMonths"), row.number("alreadyExtendedMonths"), EXTENSION_MONTHS, LONGEST_RENTAL);
        return answer(
                "allowed", extension.allowed(),
                "monthsAfter", extension.monthsAfter(),
                "remainingSteps", extension.remainingSteps(),
                "commission", extension.commission(Currency.getInstance(VectorRow.CURRENCY)));
    }

    private static Map<String, @Nullable Object> waasDates(VectorRow row) {
        var rental = RentalTerm.of(row.day("start"), row.number("months"));
        return answer(
                "contractEnd", rental.contractEnd(),
                "lastDay", rental.term().lastServiceDay(),
                "followUpOfferOn", rental.followUpOfferOn(row.number("followUpMonthsBefore")),
                "returnDue", rental.returnDue(row.number("returnDays")),
                "autoRenews", MODELS.get("WAAS").endOfTerm() == ProgrammePolicy.EndOfTerm.RENEWS);
    }

    private static Map<String, @Nullable Object> kickback(VectorRow row) {
        var documents = row.records("docs").stream().map(EarningOps::document).toList();
        var kickback = Kickback.of(
                YearMonth.parse(row.text("month")), row.percent("ratePct"), documents, row.money("carryIn"));
        return answer(
                "lines", kickback.lines(),
                "monthTotal", kickback.monthTotal(),
                "payable", kickback.payable(),
                "carryOut", kickback.carryOut());
    }

    /** {@code INV:2026-03-01:1000.00} or {@code CN:…}. */
    private static Kickback.Document document(List<String> parts) {
        var net = VectorRow.money("docs", parts.get(2));
        return new Kickback.Document(LocalDate.parse(parts.get(1)), parts.get(0).equals("CN") ? net.negate() : net);
    }

    private static Map<String, @Nullable Object> kickbackTier(VectorRow row) {
        var tiers = row.records("tiers").stream()
                .map(tier -> new Kickback.Tier(VectorRow.money("tiers", tier.get(0)), Percentage.of(tier.get(1))))
                .toList();
        var rate = Kickback.rate(tiers, row.money("monthNet"));
        return answer("ratePct", rate, "payable", rate.of(row.money("monthNet")));
    }

    private static Map<String, @Nullable Object> billTo(VectorRow row) {
        var policy = MODELS.get(row.text("model"));
        return answer(
                "invoiceTo", policy.billTo(),
                "rhythm", RHYTHMS.get(policy.rhythm()),
                "compensation", policy.compensation(),
                "creditRisk", policy.risk(),
                "resellerBillsCustomer", RESELLER_BILLS.get(policy.resellerBills()));
    }
}
