package io.partnerflow.einvoice;

import io.partnerflow.tax.VatCategory;
import io.partnerflow.tax.VatGroup;
import java.math.BigDecimal;
import java.util.List;
import org.mustangproject.ZUGFeRD.IExportableTransaction;
import org.mustangproject.ZUGFeRD.TransactionCalculator;
import org.mustangproject.ZUGFeRD.VATAmount;

/**
 * Tells the library the document's own totals where it would reckon: what takes back the last of an invoice takes back the
 * last cent of its tax (C-18), which its rate does not know of.
 */
final class IssuedTotals extends TransactionCalculator {

    private final DocumentFacts facts;

    IssuedTotals(IExportableTransaction transaction, DocumentFacts facts) {
        super(transaction);
        this.facts = facts;
    }

    @Override
    protected List<VATAmount> getVATAmountList() {
        return facts.document().totals().groups().stream().map(this::amount).toList();
    }

    private VATAmount amount(VatGroup group) {
        var amount = new VATAmount(
                group.net().amount(),
                group.vat().amount(),
                group.category().name(),
                null,
                group.rate().value());
        if (group.category() != VatCategory.S) {
            amount.setVatExemptionReasonCode(facts.exemptionCode(group.category()));
            amount.setVatExemptionReasonText(Text.plain(facts.exemptionWords(group.category())));
        }
        return amount;
    }

    @Override
    public BigDecimal getGrandTotal() {
        return facts.document().totals().gross().amount();
    }
}
