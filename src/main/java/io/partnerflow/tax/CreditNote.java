package io.partnerflow.tax;

import io.partnerflow.shared.Money;
import java.util.List;

/**
 * An invoice and what is taken back of it, in positive numbers.
 *
 * @param invoiced foot of the invoice
 * @param credited foot of the credit note
 */
public record CreditNote(VatTotals invoiced, VatTotals credited) {

    /**
     * <b>Source:</b> C-18: the invoice's own arithmetic on a share of each line.
     *
     * @param part  0 or more
     * @param whole 1 or more; a whole of a whole closes the invoice to zero
     */
    public static CreditNote of(List<TaxedLine> lines, int part, int whole) {
        var left = Remainder.of(lines);
        var credited = left.credit(
                lines.stream().map(line -> line.net().share(part, whole)).toList());
        return new CreditNote(VatTotals.ofLines(lines), credited);
    }

    /** What is still to be paid. */
    public Money openAfter() {
        return invoiced.gross().minus(credited.gross());
    }
}
