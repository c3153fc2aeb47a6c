package io.partnerflow.einvoice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.Date;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mustangproject.BankDetails;
import org.mustangproject.Contact;
import org.mustangproject.DirectDebit;
import org.mustangproject.Invoice;
import org.mustangproject.Item;
import org.mustangproject.LegalOrganisation;
import org.mustangproject.Product;
import org.mustangproject.ReferencedDocument;
import org.mustangproject.SchemedID;
import org.mustangproject.ZUGFeRD.IExportableTransaction;
import org.mustangproject.ZUGFeRD.Profiles;
import org.mustangproject.ZUGFeRD.TransactionCalculator;
import org.mustangproject.ZUGFeRD.ZUGFeRD2PullProvider;

/** A document in the words of the library that writes UN/CEFACT Cross Industry Invoices. */
final class CrossIndustryInvoice {

    private final ElectronicInvoice document;
    private final DocumentFacts facts;

    CrossIndustryInvoice(DocumentFacts facts) {
        this.document = facts.document();
        this.facts = facts;
    }

    /** What the library writes for every tax group, also for one that has no rate (BR-48). */
    private static final Pattern NO_RATE =
            Pattern.compile("\\s*<ram:RateApplicablePercent>0.00</ram:RateApplicablePercent>");

    byte[] write() {
        var writer = new ZUGFeRD2PullProvider() {
            @Override
            protected TransactionCalculator createCalculator(IExportableTransaction transaction) {
                return new IssuedTotals(transaction, facts);
            }
        };
        writer.setProfile(Profiles.getByName("EN16931"));
        writer.generateXML(invoice());
        var xml = facts.isOutsideVat() ? withoutRate(writer.getXML()) : writer.getXML();
        WrittenAmounts.read(xml).mustBe(document);
        return xml;
    }

    private static byte[] withoutRate(byte[] xml) {
        return NO_RATE.matcher(new String(xml, UTF_8)).replaceAll("").getBytes(UTF_8);
    }

    private Invoice invoice() {
        var invoice = new Invoice()
                .setNumber(Text.plain(document.number()))
                .setDocumentCode(document.kind().code())
                .setIssueDate(day(document.issueDate()))
                .setCurrency(document.currency())
                .setReferenceNumber(Text.plain(facts.buyerReference()))
                .setSender(party(facts.seller()))
                .setRecipient(party(facts.buyer()));
        refer(invoice);
        payment(invoice);
        delivery(invoice);
        facts.notes().forEach(note -> invoice.addNote(Text.plain(note)));
        document.lines().forEach(line -> invoice.addItem(item(line)));
        return invoice;
    }

    private void refer(Invoice invoice) {
        if (document.purchaseOrder() != null) {
            invoice.setBuyerOrderReferencedDocumentID(Text.plain(document.purchaseOrder()));
        }
        if (document.contract() != null) {
            invoice.setContractReferencedDocument(new ReferencedDocument(Text.plain(document.contract())));
        }
        if (document.preceding() != null) {
            invoice.addInvoiceReferencedDocument(new ReferencedDocument(
                    document.preceding().number(), day(document.preceding().date())));
        }
    }

    private void payment(Invoice invoice) {
        if (!facts.terms().isEmpty()) {
            invoice.setPaymentTermDescription(Text.plain(facts.terms()));
        }
        if (document.dueDate() != null) {
            invoice.setDueDate(day(document.dueDate()));
        }
        var means = document.payment();
        if (means != null) {
            invoice.setPaymentReference(Text.plain(means.reference()));
            var debit = means.debit();
            if (debit != null) {
                invoice.setCreditorReferenceID(debit.creditorId());
                invoice.getSender()
                        .addDebitDetails(new DirectDebit(means.iban(), debit.mandate())
                                .setPaymentMeansCode(facts.paymentMeansCode())
                                .setPaymentMeansInformation("SEPA direct debit"));
                return;
            }
            invoice.getSender()
                    .addBankDetails(new BankDetails(means.iban(), means.bic())
                            .setAccountName(Text.plain(document.seller().name()))
                            .setPaymentMeansCode(facts.paymentMeansCode())
                            .setPaymentMeansInformation("Credit transfer"));
        }
    }

    private void delivery(Invoice invoice) {
        invoice.setDeliveryDate(day(facts.supplied()));
        facts.period()
                .ifPresent(period -> invoice.setDetailedDeliveryPeriod(day(period.from()), day(period.lastDay())));
        if (facts.deliversGoods()) {
            invoice.setDeliveryAddress(address(facts.buyer()));
        }
    }

    private Item item(ElectronicInvoice.Line line) {
        var price = LinePrice.of(line);
        var product = new Product(
                        Text.plain(line.description()),
                        null,
                        DocumentFacts.UNIT,
                        line.rate().value())
                .setTaxCategoryCode(line.category().name());
        var item = new Item(product, price.price(), price.quantity())
                .setBasisQuantity(price.basis())
                .setAccountingReference(Text.plainOrNull(document.costGroup()));
        if (line.note() != null) {
            item.addNote(Text.plain(line.note()));
        }
        var period = line.period();
        return period == null ? item : item.setDetailedDeliveryPeriod(day(period.from()), day(period.lastDay()));
    }

    private static org.mustangproject.TradeParty party(TradeParty party) {
        var written = address(party);
        if (party.vatId() != null) {
            written.setVATID(Identifiers.plain(party.vatId()));
        }
        Identifiers.registration(party)
                .map(id -> new LegalOrganisation(id.value(), id.scheme()))
                .or(() -> Optional.ofNullable(party.registrationNumber())
                        .map(number -> new LegalOrganisation(new SchemedID("", Text.plain(number)), null)))
                .ifPresent(written::setLegalOrganisation);
        Identifiers.address(party, party.vatId())
                .map(id -> new SchemedID(id.scheme(), id.value()))
                .or(() -> Optional.ofNullable(party.email()).map(email -> new SchemedID("EM", email)))
                .ifPresent(written::addUriUniversalCommunicationID);
        if (party.email() != null || party.phone() != null) {
            written.setContact(new Contact(Text.plain(party.name()), party.phone(), party.email()));
        }
        return written;
    }

    private static org.mustangproject.TradeParty address(TradeParty party) {
        return new org.mustangproject.TradeParty()
                .setName(Text.plain(party.name()))
                .setStreet(Text.plainOrNull(party.street()))
                .setAdditionalAddress(Text.plainOrNull(party.line2()))
                .setZIP(Text.plainOrNull(party.postalCode()))
                .setLocation(Text.plainOrNull(party.city()))
                .setCountry(party.country());
    }

    /** The library turns it into a day again in the same time zone. */
    private static Date day(LocalDate day) {
        return java.sql.Date.valueOf(day);
    }
}
