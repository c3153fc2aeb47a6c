package io.partnerflow.billing;

import io.partnerflow.documents.Document;
import io.partnerflow.documents.DocumentId;
import io.partnerflow.documents.Documents;
import io.partnerflow.documents.NewDocument;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.mail.Letter;
import io.partnerflow.mail.Postman;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Prints an issued invoice or credit note and mails it to who pays, once. */
@ModuleService
class InvoiceMail {

    static final String KIND = "invoice";
    static final String CREDIT_NOTE = "credit-note";

    private final InvoiceRows rows;
    private final InvoicePrinter printer;
    private final Documents documents;
    private final Postman postman;
    private final Organisations organisations;
    private final Words words;
    private final InvoiceCollection collection;

    InvoiceMail(
            InvoiceRows rows,
            InvoicePrinter printer,
            Documents documents,
            Postman postman,
            Organisations organisations,
            Words words,
            InvoiceCollection collection) {
        this.rows = rows;
        this.printer = printer;
        this.documents = documents;
        this.postman = postman;
        this.organisations = organisations;
        this.words = words;
        this.collection = collection;
    }

    /** Prints and mails the invoice, once it is settled how it is collected. A second time finds the document and the letter and changes nothing. */
    void send(String number) {
        var invoice = rows.find(number).orElseThrow();
        collection.announce(invoice, rows.sourceOf(number));
        var buyer = organisations.get(invoice.billTo());
        var customer = organisations.get(invoice.customer()).name();
        var document = documents.about(number).stream()
                .filter(one -> one.kind().equals(kind(invoice)))
                .map(Document::id)
                .findFirst()
                .orElseGet(() -> print(invoice, buyer, customer));
        postman.send(new Letter(
                "invoice/" + number,
                buyer.email(),
                buyer.name(),
                kind(invoice),
                words.languageOf(buyer),
                Map.of("invoice", invoice, "customerName", customer, "debit", collection.of(number)),
                List.of(document),
                number));
    }

    private DocumentId print(Invoice invoice, Party buyer, String customer) {
        var pdf = printer.print(invoice, customer, words.languageOf(buyer));
        return documents.file(NewDocument.pdf(
                kind(invoice), invoice.number(), pdf, Set.of(invoice.billTo().toString())));
    }

    /** What the document and its letter are called. */
    static String kind(Invoice invoice) {
        return invoice.kind() == Invoice.Kind.CREDIT_NOTE ? CREDIT_NOTE : KIND;
    }
}
