package io.partnerflow.dunning;

import io.partnerflow.documents.Document;
import io.partnerflow.documents.DocumentId;
import io.partnerflow.documents.Documents;
import io.partnerflow.mail.Letter;
import io.partnerflow.mail.Postman;
import io.partnerflow.mandates.IncomingAccounts;
import io.partnerflow.parties.Organisations;
import io.partnerflow.payments.Receivable;
import io.partnerflow.payments.Receivables;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.web.PortalAddress;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The letters to who pays late, each once per dunning, with the invoice. */
@Component
class DunningLetters {

    private final Postman postman;
    private final Organisations organisations;
    private final Receivables receivables;
    private final Documents documents;
    private final PortalAddress portal;
    private final IncomingAccounts accounts;
    private final VendorCalendar calendar;

    DunningLetters(
            Postman postman,
            Organisations organisations,
            Receivables receivables,
            Documents documents,
            PortalAddress portal,
            IncomingAccounts accounts,
            VendorCalendar calendar) {
        this.postman = postman;
        this.organisations = organisations;
        this.receivables = receivables;
        this.documents = documents;
        this.portal = portal;
        this.accounts = accounts;
        this.calendar = calendar;
    }

    /** Written once; not at all if nothing is open any more. */
    void write(String letter, DunningView dunning) {
        receivables
                .of(dunning.invoice())
                .filter(receivable -> receivable.open().isPositive())
                .ifPresent(receivable -> write(letter, dunning, receivable));
    }

    private void write(String letter, DunningView dunning, Receivable receivable) {
        var payer = organisations.get(dunning.payer());
        postman.send(new Letter(
                "%s/%s".formatted(letter, dunning.number()),
                payer.email(),
                payer.name(),
                letter,
                Locale.forLanguageTag(payer.language()),
                facts(dunning, receivable),
                papers(dunning.invoice()),
                dunning.number()));
    }

    private Map<String, Object> facts(DunningView dunning, Receivable receivable) {
        var facts = new HashMap<String, Object>();
        facts.put("invoice", dunning.invoice());
        facts.put("receivable", receivable);
        facts.put(
                "partlyPaid",
                receivable.paid().isPositive() || receivable.credited().isPositive());
        facts.put("daysLate", ChronoUnit.DAYS.between(receivable.dueDate(), calendar.today()));
        facts.put("account", accounts.of(receivable.open().currency()));
        facts.put("blockOn", dunning.blockOn());
        facts.put("invoicePage", portal.of("/invoices/" + dunning.invoice()));
        return facts;
    }

    private List<DocumentId> papers(String invoice) {
        return documents.about(invoice).stream()
                .filter(document -> document.kind().equals("invoice"))
                .map(Document::id)
                .limit(1)
                .toList();
    }
}
