package io.partnerflow.einvoice;

import io.partnerflow.tax.TaxedLine;
import io.partnerflow.tax.VatCategory;
import io.partnerflow.tax.VatGroup;
import io.partnerflow.tax.VatTotals;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;

/** What must be true of a document before it is worth writing. */
final class Sums {

    private static final Set<VatCategory> WITH_VAT_IDS = EnumSet.of(VatCategory.AE, VatCategory.K);

    private Sums() {}

    /** @throws IllegalArgumentException if the foot is not that of the lines, or a reason or a VAT id is missing */
    static void check(ElectronicInvoice document) {
        var expected = of(document);
        var totals = document.totals();
        require(
                totals.groups().size() == expected.groups().size()
                        && expected.groups().stream().allMatch(group -> isIn(totals, group))
                        && VatTotals.of(totals.groups()).equals(totals),
                document,
                "its foot %s is not that of its lines %s".formatted(totals, expected));
        totals.groups().forEach(group -> checkCategory(document, group.category()));
    }

    /** With less than one unit of currency between the two taxes, as BR-CO-17 allows it. */
    private static boolean isIn(VatTotals totals, VatGroup wanted) {
        return totals.groups().stream()
                .filter(group ->
                        group.category() == wanted.category() && group.rate().equals(wanted.rate()))
                .anyMatch(group -> group.net().equals(wanted.net())
                        && group.vat().minus(wanted.vat()).amount().abs().compareTo(BigDecimal.ONE) < 0);
    }

    private static VatTotals of(ElectronicInvoice document) {
        return VatTotals.ofLines(document.lines().stream()
                .map(line -> new TaxedLine(line.category(), line.rate(), line.net()))
                .toList());
    }

    private static void checkCategory(ElectronicInvoice document, VatCategory category) {
        require(
                category == VatCategory.S
                        || document.exemptions().stream().anyMatch(exemption -> exemption.category() == category),
                document,
                "it does not say why nothing is taxed in category " + category);
        require(
                category != VatCategory.O || document.totals().groups().size() == 1,
                document,
                "what is outside the scope of VAT needs a document of its own (BR-O-11)");
        require(
                !WITH_VAT_IDS.contains(category)
                        || document.seller().vatId() != null && document.buyer().vatId() != null,
                document,
                "category %s needs the VAT ids of both".formatted(category));
    }

    private static void require(boolean holds, ElectronicInvoice document, String why) {
        if (!holds) {
            throw new IllegalArgumentException("%s: %s".formatted(document.number(), why));
        }
    }
}
