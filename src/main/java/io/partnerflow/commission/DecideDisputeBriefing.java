package io.partnerflow.commission;

import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.joining;

import io.partnerflow.documents.Document;
import io.partnerflow.documents.Documents;
import io.partnerflow.engine.TaskBriefing;
import io.partnerflow.parties.Organisations;
import io.partnerflow.shared.Formats;
import io.partnerflow.shared.VendorLanguage;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the billing desk sees of an objection: what the reseller says beside what the statement says. */
@Component
class DecideDisputeBriefing implements TaskBriefing {

    private static final int LISTED = 40;

    private final StatementRows statements;
    private final Organisations organisations;
    private final Documents documents;
    private final Locale staff;
    private final CommissionWords words;

    DecideDisputeBriefing(
            StatementRows statements,
            Organisations organisations,
            Documents documents,
            CommissionWords words,
            VendorLanguage staff) {
        this.statements = statements;
        this.organisations = organisations;
        this.documents = documents;
        this.words = words;
        this.staff = staff.locale();
    }

    @Override
    public String task() {
        return "statement.decide-dispute";
    }

    @Override
    public Map<String, String> facts(String businessKey) {
        var statement = statements.find(businessKey).orElseThrow();
        var formats = words.formats(staff);
        var facts = new LinkedHashMap<String, String>();
        facts.put("statementNumber", statement.number());
        facts.put("month", words.subject(staff, statement.month(), statement.contract()));
        facts.put("resellerName", organisations.get(statement.reseller()).name());
        facts.put("payable", formats.money(statement.payable()));
        facts.put("lines", lines(statement, formats));
        facts.put("statementUrl", file(businessKey));
        addObjection(statement, formats, facts);
        return facts;
    }

    private static void addObjection(Statement statement, Formats formats, Map<String, String> facts) {
        var dispute = statement.dispute();
        facts.put("disputedOn", dispute == null ? "" : formats.time(dispute.at()));
        facts.put("disputedBy", dispute == null ? "" : dispute.by());
        facts.put("reason", dispute == null ? "" : dispute.reason());
        facts.put("problem", dispute == null ? "" : requireNonNullElse(dispute.problem(), ""));
        facts.put(
                "claims",
                statement.lines().stream()
                        .filter(line -> line.objection() != null)
                        .limit(LISTED)
                        .map(line -> "%s: %s%s"
                                .formatted(
                                        line.item(),
                                        line.expected() == null
                                                ? ""
                                                : "%s expected. ".formatted(formats.money(line.expected())),
                                        line.objection()))
                        .collect(joining("\n")));
    }

    private static String lines(Statement statement, Formats formats) {
        return statement.lines().stream()
                .limit(LISTED)
                .map(line -> "%s, %s: %s (%s)"
                        .formatted(line.item(), line.customerName(), formats.money(line.amount()), line.formula()))
                .collect(joining("\n"));
    }

    private String file(String number) {
        return documents.about(number).stream()
                .reduce((earlier, later) -> later)
                .map(Document::id)
                .map(id -> "/staff/documents/" + id)
                .orElse("");
    }
}
