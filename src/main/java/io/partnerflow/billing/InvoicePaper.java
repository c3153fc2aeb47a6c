package io.partnerflow.billing;

import io.partnerflow.documents.PaperLine;
import io.partnerflow.documents.PaperTax;
import io.partnerflow.shared.Money;
import io.partnerflow.tax.VatDecision.Reason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An invoice as its printed page wants it. */
final class InvoicePaper {

    private InvoicePaper() {}

    static Map<String, Object> of(Invoice invoice, String customer, Optional<InvoiceCollection.Notice> debit) {
        var model = new HashMap<String, Object>();
        model.put("number", invoice.number());
        model.put("issueDate", invoice.issueDate());
        model.put("dueDate", invoice.dueDate());
        model.put("currency", invoice.net().currencyCode());
        model.put("net", invoice.net());
        model.put("tax", invoice.vat());
        model.put("gross", invoice.gross());
        model.put("paymentReference", invoice.paymentReference());
        model.put("seller", invoice.seller());
        model.put("buyer", invoice.buyer());
        model.put("lines", invoice.lines().stream().map(InvoicePaper::line).toList());
        model.put(
                "taxes",
                invoice.taxes().stream()
                        .map(tax -> new PaperTax(tax.rate(), tax.net(), tax.vat()))
                        .toList());
        model.put("debit", debit.orElse(null));
        model.put("creditNote", invoice.kind() == Invoice.Kind.CREDIT_NOTE);
        model.put("credits", invoice.credits());
        model.put("creditReason", invoice.creditReason());
        model.put("replaces", invoice.replaces());
        model.put("taxReasons", reasons(invoice));
        model.put("noVatIds", invoice.showsNoVatIds());
        model.put("costGroup", invoice.costGroup());
        model.put("poReference", invoice.poReference());
        model.put("orderNumber", invoice.orderNumber());
        model.put("subscriptionNumber", invoice.subscription());
        model.put("customerName", customer);
        var period = invoice.lines().get(0).period();
        if (period != null) {
            model.put("periodFrom", period.from());
            model.put("periodTo", period.lastDay());
        }
        return model;
    }

    /** Nobody needs to be told why tax at home is what it is. */
    private static List<Reason> reasons(Invoice invoice) {
        return invoice.lines().stream()
                .map(Invoice.Line::vatReason)
                .distinct()
                .filter(reason -> reason != Reason.DOMESTIC)
                .toList();
    }

    private static PaperLine line(Invoice.Line line) {
        return new PaperLine(
                line.description(),
                line.formula(),
                line.quantity(),
                Money.rounded(line.unitNet(), line.net().currency()),
                line.net());
    }
}
