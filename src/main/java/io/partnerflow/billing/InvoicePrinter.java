package io.partnerflow.billing;

import io.partnerflow.documents.PdfPrinter;
import io.partnerflow.einvoice.ElectronicInvoices;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Prints an issued document for people, with the same for machines inside it. */
@Component
class InvoicePrinter {

    private final PdfPrinter printer;
    private final ElectronicPaper paper;
    private final ElectronicInvoices electronic;
    private final InvoiceCollection collection;

    InvoicePrinter(
            PdfPrinter printer, ElectronicPaper paper, ElectronicInvoices electronic, InvoiceCollection collection) {
        this.printer = printer;
        this.paper = paper;
        this.electronic = electronic;
        this.collection = collection;
    }

    byte[] print(Invoice invoice, String customer, Locale language) {
        var pdf =
                printer.print("invoice", InvoicePaper.of(invoice, customer, collection.of(invoice.number())), language);
        return electronic.embed(pdf, paper.of(invoice));
    }

    byte[] xml(Invoice invoice) {
        return electronic.xml(paper.of(invoice));
    }

    byte[] ubl(Invoice invoice) {
        return electronic.peppol(paper.of(invoice));
    }
}
