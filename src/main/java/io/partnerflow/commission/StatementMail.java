package io.partnerflow.commission;

import io.partnerflow.documents.DocumentId;
import io.partnerflow.documents.Documents;
import io.partnerflow.documents.NewDocument;
import io.partnerflow.documents.PdfPrinter;
import io.partnerflow.mail.Letter;
import io.partnerflow.mail.Postman;
import io.partnerflow.parties.Organisations;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.web.PortalAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Prints a statement and writes to the reseller about it. */
@Component
class StatementMail {

    static final String KIND = "compensation-statement";

    private final PdfPrinter printer;
    private final Documents documents;
    private final Postman postman;
    private final Organisations organisations;
    private final Programmes programmes;
    private final PortalAddress portal;
    private final CommissionWords words;

    StatementMail(
            PdfPrinter printer,
            Documents documents,
            Postman postman,
            Organisations organisations,
            Programmes programmes,
            PortalAddress portal,
            CommissionWords words) {
        this.printer = printer;
        this.documents = documents;
        this.postman = postman;
        this.organisations = organisations;
        this.programmes = programmes;
        this.portal = portal;
        this.words = words;
    }

    /** The statement as drawn up, with the last day for an objection. */
    void announce(Statement statement) {
        send(statement, "statement-sent", "1");
    }

    /** What became of the objection, with the statement as it counts now. */
    void answer(Statement statement) {
        send(statement, "statement-answered", "2");
    }

    private void send(Statement statement, String letter, String edition) {
        var reseller = organisations.get(statement.reseller());
        var language = CommissionWords.languageOf(reseller);
        var facts = new HashMap<String, Object>();
        facts.put("statement", statement);
        facts.put("month", words.subject(language, statement.month(), statement.contract()));
        facts.put("programme", programmes.name(statement.programme(), language));
        facts.put("name", reseller.name());
        facts.put("page", portal.of("/statements/" + statement.number()));
        postman.send(new Letter(
                letter + "/" + statement.number(),
                reseller.email(),
                reseller.name(),
                letter,
                language,
                facts,
                List.of(print(statement, edition, facts)),
                statement.number()));
    }

    private DocumentId print(Statement statement, String edition, Map<String, Object> facts) {
        var reseller = organisations.get(statement.reseller());
        var model = new HashMap<>(facts);
        model.put("reseller", TradeParties.addressee(reseller));
        var pdf = printer.print(KIND, model, CommissionWords.languageOf(reseller));
        return documents.file(NewDocument.pdf(
                KIND,
                statement.number(),
                edition,
                pdf,
                Set.of(statement.reseller().toString())));
    }
}
