package io.partnerflow.commission;

import io.partnerflow.einvoice.ElectronicInvoice;
import io.partnerflow.shared.Money;
import io.partnerflow.tax.VatCategory;
import io.partnerflow.tax.VatGroup;
import io.partnerflow.tax.VatTotals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A self-billed document as a machine reads it. */
final class CompensationInvoice {

    private CompensationInvoice() {}

    /**
     * @param credited when the document it takes back was issued; null if it takes none back
     * @param exemption why it bears no VAT, in words
     * @param iban where it is paid to; null if that is not known
     */
    static ElectronicInvoice of(
            CompensationDocument document,
            @Nullable LocalDate credited,
            String exemption,
            @Nullable String iban,
            Locale language) {
        var isCredit = document.kind() == CompensationDocument.Kind.SELF_BILLED_CREDIT;
        return new ElectronicInvoice(
                isCredit ? ElectronicInvoice.Kind.SELF_BILLED_CREDIT : ElectronicInvoice.Kind.SELF_BILLED,
                document.number(),
                document.issueDate(),
                null,
                document.seller(),
                document.buyer(),
                null,
                document.statement(),
                credited == null ? null : new ElectronicInvoice.Reference(document.credits(), credited),
                document.lines().stream().map(line -> line(document, line)).toList(),
                VatTotals.of(List.of(
                        new VatGroup(document.vatCategory(), document.vatRate(), document.net(), document.vat()))),
                document.vatCategory() == VatCategory.S
                        ? List.of()
                        : List.of(new ElectronicInvoice.Exemption(document.vatCategory(), exemption)),
                iban == null || isCredit ? null : new ElectronicInvoice.PaymentMeans(iban, null, document.number()),
                language);
    }

    /** BR-27: a price is never negative, so what is taken off is so many pieces less. */
    private static ElectronicInvoice.Line line(CompensationDocument document, CompensationDocument.Line line) {
        return new ElectronicInvoice.Line(
                line.description(),
                line.formula(),
                line.net().isNegative() ? BigDecimal.ONE.negate() : BigDecimal.ONE,
                absolute(line.net()).amount(),
                line.net(),
                document.vatCategory(),
                document.vatRate(),
                null);
    }

    private static Money absolute(Money money) {
        return money.isNegative() ? money.negate() : money;
    }
}
