package io.partnerflow.onboarding;

import io.partnerflow.documents.DocumentId;
import io.partnerflow.documents.Documents;
import io.partnerflow.documents.NewDocument;
import io.partnerflow.documents.PdfPrinter;
import io.partnerflow.parties.ResellerTerms;
import io.partnerflow.programmes.ProgrammePolicy.BillTo;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.web.PortalAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Everything a new reseller needs to start, on paper (P-20). */
@Component
class WelcomePack {

    /** The steps of the first deal, as the texts name them: trial and agreement, or a subscription with a click. */
    private static final List<String> BY_AGREEMENT = List.of("1", "2", "3", "4", "5", "6");

    private static final List<String> AT_ONCE = List.of("1", "prepare", "create", "review", "running");

    private final PdfPrinter printer;
    private final Documents documents;
    private final Programmes programmes;
    private final PortalAddress portal;
    private final VendorCalendar calendar;
    private final MessageSource messages;

    WelcomePack(
            PdfPrinter printer,
            Documents documents,
            Programmes programmes,
            PortalAddress portal,
            VendorCalendar calendar,
            MessageSource messages) {
        this.printer = printer;
        this.documents = documents;
        this.programmes = programmes;
        this.portal = portal;
        this.calendar = calendar;
        this.messages = messages;
    }

    DocumentId print(ResellerApplication application, ResellerTerms terms) {
        var policy = programmes.get(application.programme());
        var tier = messages.getMessage("tier." + terms.tier(), null, terms.tier(), application.language());
        var facts = new HashMap<String, Object>(Map.of(
                "resellerName", application.applicant().name(),
                "contactName", application.contact().name(),
                "date", calendar.dateOf(terms.since()),
                "applicationNumber", application.number(),
                "tier", tier,
                "discount", terms.partnerDiscount(),
                "paymentDays", policy.deadlines().paymentDays(),
                "portalUrl", portal.of("/"),
                "termsVersion", policy.termsVersion()));
        facts.put("steps", policy.needsSignedAgreement() ? BY_AGREEMENT : AT_ONCE);
        facts.put("invoicesReseller", policy.billTo() == BillTo.RESELLER);
        facts.put("rhythm", policy.rhythm().name());
        var pdf = printer.print("welcome-pack", facts, application.language());
        return documents.file(NewDocument.pdf(
                "welcome-pack",
                application.number(),
                pdf,
                Set.of(application.organisationId().toString())));
    }
}
