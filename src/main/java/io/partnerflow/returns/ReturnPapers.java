package io.partnerflow.returns;

import io.partnerflow.documents.Addressee;
import io.partnerflow.documents.Document;
import io.partnerflow.documents.DocumentId;
import io.partnerflow.documents.Documents;
import io.partnerflow.documents.NewDocument;
import io.partnerflow.documents.PdfPrinter;
import io.partnerflow.documents.PostalAddress;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.shared.VendorCalendar;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Prints label and note of a return, and the certificate of erasure. */
@Component
class ReturnPapers {

    static final String LABEL = "return-label";
    static final String CERTIFICATE = "erasure-certificate";

    private final WipeRows wipes;
    private final Organisations organisations;
    private final PdfPrinter printer;
    private final Documents documents;
    private final VendorCalendar calendar;

    ReturnPapers(
            WipeRows wipes,
            Organisations organisations,
            PdfPrinter printer,
            Documents documents,
            VendorCalendar calendar) {
        this.wipes = wipes;
        this.organisations = organisations;
        this.printer = printer;
        this.documents = documents;
        this.calendar = calendar;
    }

    /** One for each way; the same one if asked again. */
    DocumentId label(ReturnView head, List<ReturnedDevice> devices) {
        return labelOf(head)
                .orElseGet(() -> file(head, LABEL, head.way().code(), "return-label", labelFacts(head, devices)));
    }

    Optional<DocumentId> labelOf(ReturnView head) {
        return find(head.number(), LABEL, head.way().code());
    }

    private Map<String, Object> labelFacts(ReturnView head, List<ReturnedDevice> devices) {
        var facts = facts(head);
        facts.put("viaReseller", head.way() == ReturnView.Way.VIA_RESELLER);
        facts.put("dueOn", head.dueOn());
        facts.put("devices", devices);
        facts.put("bars", Code39.of(head.number()));
        return facts;
    }

    /** Every medium of every device; nothing wiped: none is printed. */
    void certificate(ReturnView head, List<ReturnedDevice> devices) {
        var records = wipes.of(head.number());
        if (!records.isEmpty() && certificateOf(head.number()).isEmpty()) {
            var facts = facts(head);
            facts.put("records", records);
            facts.put("devices", devices);
            facts.put(
                    "products",
                    devices.stream()
                            .collect(java.util.stream.Collectors.toMap(
                                    ReturnedDevice::serial, ReturnedDevice::productName)));
            file(head, CERTIFICATE, "1", "erasure-certificate", facts);
        }
    }

    Optional<DocumentId> certificateOf(String number) {
        return find(number, CERTIFICATE, "1");
    }

    private DocumentId file(ReturnView head, String kind, String edition, String template, Map<String, Object> facts) {
        var language = Locale.forLanguageTag(organisations.get(head.customer()).language());
        var pdf = printer.print(template, facts, language, head.reseller());
        var owners = Set.of(head.customer().toString(), head.reseller().toString());
        return documents.file(NewDocument.pdf(kind, head.number(), edition, pdf, owners));
    }

    private Map<String, Object> facts(ReturnView head) {
        var facts = new HashMap<String, Object>();
        facts.put("number", head.number());
        facts.put("contract", head.subscription());
        facts.put("date", calendar.today());
        facts.put("customer", addressee(organisations.get(head.customer())));
        facts.put("reseller", addressee(organisations.get(head.reseller())));
        return facts;
    }

    private Optional<DocumentId> find(String number, String kind, String edition) {
        return documents.about(number).stream()
                .filter(document -> document.kind().equals(kind))
                .filter(document -> document.edition().equals(edition))
                .map(Document::id)
                .findFirst();
    }

    private static Addressee addressee(Party party) {
        var address = party.address();
        return Addressee.at(
                new PostalAddress(
                        address.line1(), address.line2(), address.postalCode(), address.city(), party.country()),
                Locale.forLanguageTag(party.language()),
                party.name(),
                party.registrationNumber(),
                party.vatId(),
                party.email());
    }
}
