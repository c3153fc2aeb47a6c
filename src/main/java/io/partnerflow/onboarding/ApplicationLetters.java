package io.partnerflow.onboarding;

import io.partnerflow.documents.DocumentId;
import io.partnerflow.documents.Vendor;
import io.partnerflow.mail.Letter;
import io.partnerflow.mail.Postman;
import io.partnerflow.parties.ResellerTerms;
import io.partnerflow.shared.Formats;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.shared.VendorLanguage;
import io.partnerflow.web.PortalAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The letters about applications, in the applicant's language. */
@Component
class ApplicationLetters {

    private final Postman postman;
    private final ApplicationLinks links;
    private final WelcomePack welcomePack;
    private final PortalAddress portal;
    private final Vendor vendor;
    private final Locale staff;
    private final VendorCalendar calendar;

    ApplicationLetters(
            Postman postman,
            ApplicationLinks links,
            WelcomePack welcomePack,
            PortalAddress portal,
            Vendor vendor,
            VendorCalendar calendar,
            VendorLanguage staff) {
        this.postman = postman;
        this.links = links;
        this.welcomePack = welcomePack;
        this.portal = portal;
        this.vendor = vendor;
        this.calendar = calendar;
        this.staff = staff.locale();
    }

    String vendorName() {
        return vendor.name();
    }

    void received(ResellerApplication application, String token) {
        send(application, "application-received", "", Map.of("link", page(token)));
    }

    void question(ResellerApplication application, String question) {
        send(application, "application-question", occasion(application), asked(application, question));
    }

    void reminder(ResellerApplication application, String question) {
        send(application, "application-reminder", occasion(application), asked(application, question));
    }

    private Map<String, Object> asked(ResellerApplication application, String question) {
        return Map.of(
                "question", question,
                "lastDay", calendar.dateOf(application.answerDeadline().minusMillis(1)),
                "link", page(links.issue(application.number())));
    }

    /** The same question may be asked twice; each round has its own deadline. */
    private static String occasion(ResellerApplication application) {
        return "/" + application.answerDeadline().getEpochSecond();
    }

    void expired(ResellerApplication application) {
        send(application, "application-expired", "", Map.of("link", portal.of("/apply")));
    }

    void rejected(ResellerApplication application) {
        send(application, "application-rejected", "", Map.of("reason", application.rejectionReason()));
    }

    /** To the applicant, and to whoever was about to decide. */
    void withdrawn(ResellerApplication application) {
        send(application, "application-withdrawn", "", Map.of("link", portal.of("/apply")));
        postman.send(new Letter(
                "application-withdrawn-vendor/" + application.number(),
                vendor.email(),
                vendor.name(),
                "application-withdrawn-vendor",
                staff,
                facts(application, Map.of()),
                application.number()));
    }

    /** With the welcome pack as a PDF. */
    void welcome(ResellerApplication application, ResellerTerms terms) {
        var pack = welcomePack.print(application, terms);
        var formats = new Formats(application.language(), vendor.timeZone());
        send(
                application,
                "reseller-welcome",
                "",
                Map.of(
                        "email", application.contact().email(),
                        "discount", terms.partnerDiscount().isZero() ? "" : formats.percent(terms.partnerDiscount()),
                        "link", portal.of("/login")),
                List.of(pack));
    }

    private String page(String token) {
        return portal.of("/link/application/" + token);
    }

    private void send(ResellerApplication application, String letter, String occasion, Map<String, Object> model) {
        send(application, letter, occasion, model, List.of());
    }

    private void send(
            ResellerApplication application,
            String letter,
            String occasion,
            Map<String, Object> model,
            List<DocumentId> attachments) {
        postman.send(new Letter(
                "%s/%s%s".formatted(letter, application.number(), occasion),
                application.contact().email(),
                application.contact().name(),
                letter,
                application.language(),
                facts(application, model),
                attachments,
                application.number()));
    }

    private static Map<String, Object> facts(ResellerApplication application, Map<String, Object> model) {
        var facts = new HashMap<>(model);
        facts.put("number", application.number());
        facts.put("organisation", application.applicant().name());
        facts.put("name", application.contact().name());
        return facts;
    }
}
