package io.partnerflow.billing;

import io.partnerflow.documents.Addressee;
import io.partnerflow.documents.PostalAddress;
import io.partnerflow.documents.Vendor;
import io.partnerflow.einvoice.ElectronicInvoice;
import io.partnerflow.einvoice.ElectronicInvoice.Exemption;
import io.partnerflow.einvoice.ElectronicInvoice.Kind;
import io.partnerflow.einvoice.ElectronicInvoice.PaymentMeans;
import io.partnerflow.einvoice.ElectronicInvoice.Reference;
import io.partnerflow.einvoice.TradeParty;
import io.partnerflow.parties.Organisations;
import io.partnerflow.tax.VatCategory;
import io.partnerflow.tax.VatDecision.Reason;
import io.partnerflow.tax.VatGroup;
import io.partnerflow.tax.VatTotals;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An invoice as the buyer's machine reads it: the same rows as the printed page. */
@Component
class ElectronicPaper {

    private final InvoiceRows rows;
    private final Organisations organisations;
    private final Words words;
    private final InvoiceCollection collection;

    ElectronicPaper(InvoiceRows rows, Organisations organisations, Words words, InvoiceCollection collection) {
        this.rows = rows;
        this.organisations = organisations;
        this.words = words;
        this.collection = collection;
    }

    ElectronicInvoice of(Invoice invoice) {
        var language = words.languageOf(organisations.get(invoice.billTo()));
        var credit = invoice.kind() == Invoice.Kind.CREDIT_NOTE;
        return new ElectronicInvoice(
                credit ? Kind.CREDIT_NOTE : Kind.INVOICE,
                invoice.number(),
                invoice.issueDate(),
                credit ? null : invoice.dueDate(),
                seller(invoice.seller()),
                buyer(invoice),
                invoice.poReference(),
                invoice.subscription(),
                credited(invoice),
                invoice.lines().stream().map(ElectronicPaper::line).toList(),
                new VatTotals(invoice.taxes(), invoice.net(), invoice.vat(), invoice.gross()),
                exemptions(invoice, language),
                credit ? null : payment(invoice),
                invoice.costGroup(),
                invoice.creditReason(),
                language);
    }

    private static TradeParty seller(Vendor vendor) {
        return new TradeParty(
                vendor.name(),
                vendor.registrationNumber(),
                vendor.vatId(),
                vendor.street(),
                vendor.line2(),
                vendor.postalCode(),
                vendor.city(),
                vendor.country(),
                vendor.email(),
                vendor.phone());
    }

    private TradeParty buyer(Invoice invoice) {
        var buyer = invoice.buyer();
        var place = placeOf(invoice, buyer);
        return new TradeParty(
                buyer.name(),
                buyer.registrationNumber(),
                buyer.vatId(),
                place.street(),
                place.line2(),
                place.postalCode(),
                place.city(),
                place.country(),
                buyer.email(),
                null);
    }

    /** What was issued before addresses were kept in parts names the place where the buyer is now. */
    private PostalAddress placeOf(Invoice invoice, Addressee buyer) {
        return Optional.ofNullable(buyer.place()).orElseGet(() -> Billing.placeOf(organisations.get(invoice.billTo())));
    }

    private @Nullable Reference credited(Invoice invoice) {
        return Optional.ofNullable(invoice.credits())
                .flatMap(rows::find)
                .map(credited -> new Reference(credited.number(), credited.issueDate()))
                .orElse(null);
    }

    private static ElectronicInvoice.Line line(Invoice.Line line) {
        return new ElectronicInvoice.Line(
                line.description(),
                line.formula(),
                line.quantity(),
                line.unitNet(),
                line.net(),
                line.vatCategory(),
                line.vatRate(),
                line.period());
    }

    private List<Exemption> exemptions(Invoice invoice, Locale language) {
        return invoice.taxes().stream()
                .map(VatGroup::category)
                .filter(category -> category != VatCategory.S)
                .map(category -> new Exemption(category, words.taxReason(language, reason(invoice, category))))
                .toList();
    }

    private static Reason reason(Invoice invoice, VatCategory category) {
        return invoice.lines().stream()
                .filter(line -> line.vatCategory() == category)
                .map(Invoice.Line::vatReason)
                .findFirst()
                .orElseThrow();
    }

    private PaymentMeans payment(Invoice invoice) {
        return collection
                .of(invoice.number())
                .map(debit -> PaymentMeans.byDebit(
                        debit.iban(), debit.mandate(), debit.creditorId(), invoice.paymentReference()))
                .orElseGet(() -> new PaymentMeans(
                        invoice.seller().iban(), invoice.seller().bic(), invoice.paymentReference()));
    }
}
