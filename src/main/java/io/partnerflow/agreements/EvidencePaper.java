package io.partnerflow.agreements;

import io.partnerflow.documents.Document;
import io.partnerflow.documents.DocumentId;
import io.partnerflow.documents.Documents;
import io.partnerflow.documents.NewDocument;
import io.partnerflow.documents.PdfPrinter;
import io.partnerflow.orders.OrderView;
import io.partnerflow.orders.OrderWords;
import io.partnerflow.parties.Organisations;
import io.partnerflow.shared.NamedEmail;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Prints the evidence of a signature given on the page: a paper of its own beside the one that was signed, so that the
 * signed file stays byte for byte the one that was sent and its fingerprint proves it.
 */
@Component
class EvidencePaper {

    static final String KIND = "signature-evidence";

    private final Organisations organisations;
    private final OrderWords words;
    private final PdfPrinter printer;
    private final Documents documents;

    EvidencePaper(Organisations organisations, OrderWords words, PdfPrinter printer, Documents documents) {
        this.organisations = organisations;
        this.words = words;
        this.printer = printer;
        this.documents = documents;
    }

    /**
     * @param name      as it was typed
     * @param asked     to whom the link was sent
     * @param at        the moment of the signature
     * @param address   of the network it came from
     * @param userAgent as the browser names itself; may be empty
     * @param signed    the document
     * @param pages     how many it has
     */
    record Facts(
            String name, NamedEmail asked, Instant at, String address, String userAgent, Document signed, int pages) {}

    DocumentId print(OrderView order, int round, Facts facts) {
        var customer = organisations.get(order.customer());
        var language = Locale.forLanguageTag(customer.language());
        var model = new HashMap<String, Object>();
        model.put("orderNumber", order.number());
        model.put("version", round);
        model.put("customer", customer.name());
        model.put("reseller", words.name(order.reseller()));
        model.put("goods", words.goods(order, language));
        model.put("name", facts.name());
        model.put("asked", facts.asked());
        model.put("at", facts.at());
        model.put("address", facts.address());
        model.put("userAgent", facts.userAgent());
        model.put("fileName", facts.signed().fileName());
        model.put("sha256", facts.signed().sha256());
        model.put("pages", facts.pages());
        var pdf = printer.print("signature-evidence", model, language);
        var owners = Set.of(order.reseller().toString());
        return documents.file(NewDocument.pdf(KIND, order.number(), String.valueOf(round), pdf, owners));
    }
}
