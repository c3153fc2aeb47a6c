package io.partnerflow.debits;

import io.partnerflow.debits.DebitCollection.Presentation;
import io.partnerflow.documents.Addressee;
import io.partnerflow.documents.DocumentId;
import io.partnerflow.documents.Documents;
import io.partnerflow.documents.NewDocument;
import io.partnerflow.documents.PdfPrinter;
import io.partnerflow.documents.PostalAddress;
import io.partnerflow.mail.Letter;
import io.partnerflow.mail.Postman;
import io.partnerflow.mandates.Creditor;
import io.partnerflow.mandates.DebitAccount;
import io.partnerflow.mandates.MandateView;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.subscriptions.SubscriptionView;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What customers and their resellers are told about debits, each once. */
@Component
class DebitLetters {

    private static final String SCHEDULE = "debit-schedule";
    private static final String RETURNED = "debit-returned";

    private final Postman postman;
    private final PdfPrinter printer;
    private final Documents documents;
    private final Organisations organisations;
    private final Creditor creditor;
    private final VendorCalendar calendar;

    DebitLetters(
            Postman postman,
            PdfPrinter printer,
            Documents documents,
            Organisations organisations,
            Creditor creditor,
            VendorCalendar calendar) {
        this.postman = postman;
        this.printer = printer;
        this.documents = documents;
        this.organisations = organisations;
        this.creditor = creditor;
        this.calendar = calendar;
    }

    /** The pre-notification (WA-11): every debit that is to come, with its day and amount. */
    void schedule(MandateView mandate, SubscriptionView contract, int revision, List<Debit> debits) {
        var debtor = organisations.get(mandate.debtor());
        var language = Locale.forLanguageTag(debtor.language());
        var model = new HashMap<String, Object>();
        model.put("contract", contract.number());
        model.put("mandate", mandate.reference());
        model.put("signedOn", mandate.signedOn());
        model.put("accountHolder", mandate.accountHolder());
        model.put("account", mandate.maskedIban());
        model.put("creditor", creditor);
        model.put("debits", debits);
        model.put("total", sum(debits));
        model.put("again", revision > 1);
        model.put("date", calendar.today());
        model.put("customer", addressee(debtor, language));
        var paper = file(contract, revision, printer.print(SCHEDULE, model, language, contract.reseller()));
        postman.send(new Letter(
                        "%s/%s/%d".formatted(SCHEDULE, contract.number(), revision),
                        debtor.email(),
                        debtor.name(),
                        SCHEDULE,
                        language,
                        model,
                        List.of(paper),
                        contract.number())
                .inTheNameOf(contract.reseller()));
    }

    private static Money sum(List<Debit> debits) {
        var amounts = debits.stream().map(Debit::amount).toList();
        return Money.sum(amounts.get(0).currency(), amounts);
    }

    private DocumentId file(SubscriptionView contract, int revision, byte[] pdf) {
        return documents.file(NewDocument.pdf(
                SCHEDULE,
                contract.number(),
                Integer.toString(revision),
                pdf,
                Set.of(contract.customer().toString(), contract.reseller().toString())));
    }

    /** @param nextDay null if it is not presented again */
    void returned(Presentation presentation, Debit debit, ReturnReason reason, @Nullable LocalDate nextDay) {
        tell(debit.debtor(), false, presentation, debit, reason, nextDay);
        tell(debit.reseller(), true, presentation, debit, reason, nextDay);
    }

    private void tell(
            UUID organisation,
            boolean reseller,
            Presentation presentation,
            Debit debit,
            ReturnReason reason,
            @Nullable LocalDate nextDay) {
        var reader = organisations.get(organisation);
        var facts = new HashMap<String, Object>();
        facts.put("reseller", reseller);
        facts.put("customer", organisations.get(debit.debtor()).name());
        facts.put("subject", subject(debit));
        facts.put("amount", presentation.amount());
        facts.put("account", new DebitAccount(presentation.holder(), presentation.iban(), presentation.bic()).masked());
        facts.put("reason", reason.name());
        facts.put("newMandate", reason.next() == ReturnReason.Next.NEW_MANDATE);
        facts.put("creditor", creditor);
        facts.put("mandate", presentation.mandate());
        if (nextDay != null) {
            facts.put("nextDay", nextDay);
        }
        postman.send(new Letter(
                "%s/%s/%s".formatted(RETURNED, presentation.endToEnd(), reseller ? "reseller" : "customer"),
                reader.email(),
                reader.name(),
                RETURNED,
                Locale.forLanguageTag(reader.language()),
                Map.copyOf(facts),
                subject(debit)));
    }

    private static String subject(Debit debit) {
        if (debit.invoice() != null) {
            return debit.invoice();
        }
        return debit.subscription() == null ? debit.order() : debit.subscription();
    }

    private static Addressee addressee(Party party, Locale language) {
        var address = party.address();
        return Addressee.at(
                new PostalAddress(
                        address.line1(), address.line2(), address.postalCode(), address.city(), party.country()),
                language,
                party.name(),
                party.registrationNumber(),
                party.vatId(),
                party.email());
    }
}
