package io.partnerflow.commission;

import io.partnerflow.documents.Addressee;
import io.partnerflow.documents.Document;
import io.partnerflow.documents.DocumentId;
import io.partnerflow.documents.Documents;
import io.partnerflow.documents.NewDocument;
import io.partnerflow.documents.PdfPrinter;
import io.partnerflow.documents.PostalAddress;
import io.partnerflow.einvoice.ElectronicInvoices;
import io.partnerflow.einvoice.TradeParty;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.mail.Letter;
import io.partnerflow.mail.Postman;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.payouts.BankAccount;
import io.partnerflow.payouts.BankAccounts;
import io.partnerflow.payouts.Claims;
import io.partnerflow.web.PortalAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Prints self-billed documents, with the machine-readable document in them, and mails them to the reseller, once. */
@ModuleService
class CompensationMail {

    private final SelfBilling billing;
    private final DocumentRows rows;
    private final Claims claims;
    private final BankAccounts accounts;
    private final PdfPrinter printer;
    private final ElectronicInvoices electronic;
    private final Documents documents;
    private final Postman postman;
    private final Organisations organisations;
    private final PortalAddress portal;
    private final CommissionWords words;

    CompensationMail(
            SelfBilling billing,
            DocumentRows rows,
            Claims claims,
            BankAccounts accounts,
            PdfPrinter printer,
            ElectronicInvoices electronic,
            Documents documents,
            Postman postman,
            Organisations organisations,
            PortalAddress portal,
            CommissionWords words) {
        this.billing = billing;
        this.rows = rows;
        this.claims = claims;
        this.accounts = accounts;
        this.printer = printer;
        this.electronic = electronic;
        this.documents = documents;
        this.postman = postman;
        this.organisations = organisations;
        this.portal = portal;
        this.words = words;
    }

    /** The document that bills the statement, and how it is paid. */
    void sendBill(String statement) {
        send(billing.current(statement));
    }

    /** The document that takes the last one back, and why. */
    void sendCredit(String statement) {
        send(billing.lastCredit(statement));
    }

    private void send(CompensationDocument document) {
        var reseller = organisations.get(document.reseller());
        var language = CommissionWords.languageOf(reseller);
        var account = accounts.of(reseller.id());
        var facts = new HashMap<String, Object>();
        facts.put("document", document);
        facts.put("name", reseller.name());
        facts.put("setOffs", rows.setOffs(document));
        claims.of(document.number()).ifPresent(claim -> facts.put("rest", claim.amount()));
        account.ifPresent(known -> facts.put("ending", known.ending()));
        facts.put("page", portal.of("/statements/" + document.statement()));
        facts.put("accountPage", portal.of("/statements/bank-account"));
        var pdf = filed(document, reseller, account.map(BankAccount::iban).orElse(null), language);
        var letter = document.kind().archive();
        postman.send(new Letter(
                letter + "/" + document.number(),
                reseller.email(),
                reseller.name(),
                letter,
                language,
                facts,
                List.of(pdf),
                document.number()));
    }

    private DocumentId filed(CompensationDocument document, Party reseller, @Nullable String iban, Locale language) {
        return documents.about(document.number()).stream()
                .filter(one -> one.kind().equals(document.kind().archive()))
                .map(Document::id)
                .findFirst()
                .orElseGet(() -> print(document, reseller, iban, language));
    }

    private DocumentId print(CompensationDocument document, Party reseller, @Nullable String iban, Locale language) {
        var reason = words.say(language, "tax.reason." + document.vatReason());
        var model = paper(document, iban, language);
        model.put("vatReason", reason);
        var credited = document.credits() == null
                ? null
                : rows.find(document.credits()).orElseThrow().issueDate();
        var pdf = electronic.embed(
                printer.print("compensation-document", model, language),
                CompensationInvoice.of(document, credited, reason, iban, language));
        return documents.file(NewDocument.pdf(
                document.kind().archive(),
                document.number(),
                pdf,
                Set.of(reseller.id().toString())));
    }

    private static Map<String, Object> paper(CompensationDocument document, @Nullable String iban, Locale language) {
        var model = new HashMap<String, Object>();
        model.put("document", document);
        model.put("seller", addressee(document.seller(), language));
        model.put("buyer", addressee(document.buyer(), language));
        if (iban != null) {
            model.put("iban", iban);
        }
        return model;
    }

    private static Addressee addressee(TradeParty party, Locale language) {
        return Addressee.at(
                new PostalAddress(
                        Objects.requireNonNullElse(party.street(), ""),
                        party.line2(),
                        Objects.requireNonNullElse(party.postalCode(), ""),
                        Objects.requireNonNullElse(party.city(), ""),
                        party.country()),
                language,
                party.name(),
                party.registrationNumber(),
                party.vatId(),
                party.email());
    }
}
