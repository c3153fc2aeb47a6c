package io.partnerflow.vectors;

import static io.partnerflow.vectors.VectorRow.answer;

import io.partnerflow.pricing.DebitDates;
import io.partnerflow.shared.Percentage;
import io.partnerflow.tax.CreditNote;
import io.partnerflow.tax.RecurringCharge;
import io.partnerflow.tax.SelfBill;
import io.partnerflow.tax.TaxedLine;
import io.partnerflow.tax.VatCase;
import io.partnerflow.tax.VatCase.Supply;
import io.partnerflow.tax.VatCase.VatIdStatus;
import io.partnerflow.tax.VatCategory;
import io.partnerflow.tax.VatDecision;
import io.partnerflow.tax.VatGroup;
import io.partnerflow.tax.VatModel;
import io.partnerflow.tax.VatRates;
import io.partnerflow.tax.VatTotals;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Value added tax and debits. */
final class TaxOps {

    private static final VatRates RATES = VatRates.published();
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    static final Map<String, Function<VectorRow, Map<String, @Nullable Object>>> ALL = Map.of(
            "vat", TaxOps::vat,
            "vatGroups", TaxOps::vatGroups,
            "creditNote", TaxOps::creditNote,
            "selfBill", TaxOps::selfBill,
            "monthlyRate", TaxOps::monthlyRate,
            "sepaCollection", TaxOps::sepaCollection);

    private TaxOps() {}

    /**
     * The seller's rate is data. A row may tell of another time or a made-up rate (its taxed result then shows it), else
     * the product's own table holds.
     */
    private static Percentage domesticRate(VectorRow row, String seller) {
        var expected = row.expected();
        return expected.get("category").equals("S")
                ? Percentage.of(expected.get("ratePct"))
                : RATES.standard(row.text(seller), DAY).orElse(Percentage.HUNDRED);
    }

    private static Map<String, @Nullable Object> vat(VectorRow row) {
        var supply = new VatCase(
                row.text("seller"),
                row.text("buyer"),
                VatIdStatus.valueOf(row.text("buyerVatId")),
                row.text("supply").equals("SERVICE") ? Supply.SERVICE : Supply.GOODS);
        var decision = VatDecision.of(VatModel.TABLE, supply, domesticRate(row, "seller"));
        var lines = row.moneys("lineNets").stream()
                .map(net -> TaxedLine.of(decision, net))
                .toList();
        var totals = VatTotals.ofLines(lines);
        return answer(
                "category", decision.category(),
                "ratePct", decision.rate(),
                "net", totals.net(),
                "vat", totals.vat(),
                "gross", totals.gross(),
                "reason", decision.reason());
    }

    private static Map<String, @Nullable Object> vatGroups(VectorRow row) {
        var groups = row.records("groups").stream()
                .map(group -> VatGroup.of(
                        VatCategory.valueOf(group.get(0)),
                        Percentage.of(group.get(1)),
                        List.of(VectorRow.money("groups", group.get(2)))))
                .toList();
        var totals = VatTotals.of(groups);
        return answer(
                "taxes", groups.stream().map(VatGroup::vat).toList(),
                "net", totals.net(),
                "vat", totals.vat(),
                "gross", totals.gross());
    }

    private static Map<String, @Nullable Object> creditNote(VectorRow row) {
        var lines = row.moneys("lineNets").stream()
                .map(net -> new TaxedLine(VatCategory.S, row.percent("ratePct"), net))
                .toList();
        var share = row.text("share").split("/");
        var note = CreditNote.of(lines, Integer.parseInt(share[0]), Integer.parseInt(share[1]));
        return answer(
                "invoiceGross", note.invoiced().gross(),
                "creditNet", note.credited().net(),
                "creditVat", note.credited().vat(),
                "creditGross", note.credited().gross(),
                "openAfter", note.openAfter());
    }

    private static Map<String, @Nullable Object> selfBill(VectorRow row) {
        var bill = SelfBill.of(
                VatModel.TABLE,
                row.text("reseller"),
                row.text("vendor"),
                VatIdStatus.valueOf(row.text("resellerVatId")),
                domesticRate(row, "reseller"),
                row.moneys("lineNets"));
        return answer(
                "documentType", SelfBill.documentType(bill.totals().gross().isNegative()),
                "category", bill.decision().category(),
                "ratePct", bill.decision().rate(),
                "net", bill.totals().net(),
                "vat", bill.totals().vat(),
                "payout", bill.totals().gross());
    }

    private static Map<String, @Nullable Object> monthlyRate(VectorRow row) {
        var charge = RecurringCharge.of(
                row.money("monthlyNetPerUnit"), row.number("quantity"), row.number("months"), row.percent("ratePct"));
        return answer(
                "net", charge.each().net(),
                "vat", charge.each().vat(),
                "gross", charge.each().gross(),
                "totalGross", charge.totalGross());
    }

    private static Map<String, @Nullable Object> sepaCollection(VectorRow row) {
        var dates = DebitDates.of(row.day("dueDate"), row.number("preNotificationDays"));
        return answer("collectionDate", dates.collectionDate(), "latestPreNotification", dates.latestPreNotification());
    }
}
