package io.partnerflow.offers;

import io.partnerflow.catalogue.Product;
import io.partnerflow.documents.Addressee;
import io.partnerflow.documents.DocumentId;
import io.partnerflow.documents.Documents;
import io.partnerflow.documents.NewDocument;
import io.partnerflow.documents.PdfPrinter;
import io.partnerflow.documents.PostalAddress;
import io.partnerflow.parties.Brandings;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.shared.VendorCalendar;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The offer as the customer gets it, in the look of the reseller. What the reseller earns with it is not in it. */
@Component
class OfferPaper {

    static final String KIND = "offer";

    private final Organisations organisations;
    private final Brandings brandings;
    private final Programmes programmes;
    private final PdfPrinter printer;
    private final Documents documents;
    private final VendorCalendar calendar;

    OfferPaper(
            Organisations organisations,
            Brandings brandings,
            Programmes programmes,
            PdfPrinter printer,
            Documents documents,
            VendorCalendar calendar) {
        this.organisations = organisations;
        this.brandings = brandings;
        this.programmes = programmes;
        this.printer = printer;
        this.documents = documents;
        this.calendar = calendar;
    }

    /** Files the paper of a version that was sent; a second one of it is never made. */
    DocumentId print(OfferView offer) {
        var customer = organisations.get(offer.customer());
        var language = Locale.forLanguageTag(customer.language());
        var pdf = printer.print("offer", facts(offer, customer, language), language);
        var owners = Set.of(offer.reseller().toString(), offer.customer().toString());
        return documents.file(NewDocument.pdf(KIND, offer.number(), String.valueOf(offer.version()), pdf, owners));
    }

    /** The paper of a version that was sent. */
    DocumentId of(OfferView offer) {
        return documents.about(offer.number()).stream()
                .filter(one -> one.kind().equals(KIND) && one.edition().equals(String.valueOf(offer.version())))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private Map<String, Object> facts(OfferView offer, Party customer, Locale language) {
        var policy = programmes.get(offer.programme(), offer.policyVersion());
        var branding = brandings.of(offer.reseller());
        var facts = new HashMap<String, Object>();
        facts.put("number", offer.number());
        facts.put("version", offer.version());
        facts.put("date", calendar.today());
        facts.put("validUntil", offer.validUntil());
        facts.put("reseller", addressee(organisations.get(offer.reseller())));
        facts.put("contact", offer.createdBy());
        facts.put("customer", addressee(customer));
        facts.put("recipient", offer.recipient().name());
        facts.put("branding", branding);
        branding.inlineLogo().ifPresent(logo -> facts.put("logo", logo));
        facts.put("service", programmes.name(policy.code(), language));
        facts.put("termsVersion", policy.termsVersion());
        facts.put("note", offer.note());
        facts.put("groups", groups(offer.components()));
        facts.put("ownServices", offer.ownServices());
        facts.put("currency", offer.currency());
        facts.put("monthlyRate", offer.monthlyRate());
        facts.put("contractValue", offer.commission().fullTermValue());
        facts.put("termMonths", offer.termMonths());
        facts.put("viaReseller", offer.delivery().way() == OfferView.Delivery.Way.VIA_RESELLER);
        facts.put("deliveredTo", offer.delivery().address().lines(language));
        facts.put("creditChecked", policy.checksCredit());
        facts.put("byDebit", policy.directDebit() != null);
        return facts;
    }

    /** What belongs together, in the order of the kinds. */
    static List<Group> groups(List<OfferView.Component> components) {
        return Arrays.stream(Product.Category.values())
                .map(kind -> new Group(
                        kind,
                        components.stream()
                                .filter(one -> one.category() == kind)
                                .toList()))
                .filter(group -> !group.components().isEmpty())
                .toList();
    }

    /** The components of one kind. */
    record Group(Product.Category category, List<OfferView.Component> components) {}

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
