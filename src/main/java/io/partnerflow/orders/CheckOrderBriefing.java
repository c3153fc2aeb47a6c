package io.partnerflow.orders;

import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.joining;

import io.partnerflow.documents.Document;
import io.partnerflow.documents.Documents;
import io.partnerflow.engine.TaskBriefing;
import io.partnerflow.shared.Formats;
import io.partnerflow.shared.VendorLanguage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the order desk sees: who, what, money, the answers of the checks, both papers. */
@Component
class CheckOrderBriefing implements TaskBriefing {

    private static final int LONGEST = 4000;

    private final CustomerOrders orders;
    private final OrderRecords records;
    private final OrderChecks checks;
    private final OrderWords words;
    private final Documents documents;
    private final Locale staff;
    private final MessageSource messages;

    CheckOrderBriefing(
            CustomerOrders orders,
            OrderRecords records,
            OrderChecks checks,
            OrderWords words,
            Documents documents,
            MessageSource messages,
            VendorLanguage staff) {
        this.orders = orders;
        this.records = records;
        this.checks = checks;
        this.words = words;
        this.documents = documents;
        this.messages = messages;
        this.staff = staff.locale();
    }

    @Override
    public String task() {
        return "order.check-order";
    }

    @Override
    public Map<String, String> facts(String businessKey) {
        var order = orders.get(businessKey).view();
        var formats = words.formats(staff);
        var facts = new LinkedHashMap<String, String>();
        facts.put("orderNumber", order.number());
        facts.put("customer", words.card(order.customer()));
        facts.put("reseller", words.card(order.reseller()));
        facts.put(
                "product",
                order.lines().stream()
                        .map(line -> words.product(line.product(), staff))
                        .collect(joining(", ")));
        facts.put(
                "quantity",
                order.lines().stream()
                        .map(line -> formats.number(line.quantity()))
                        .collect(joining(", ")));
        facts.put("term", text("order.term", order.termMonths()));
        facts.put("startDate", formats.date(order.startDate()));
        facts.put("prices", prices(businessKey, formats));
        facts.put("poReference", requireNonNullElse(order.poReference(), ""));
        facts.put("checks", String.join("\n", checks.lines(businessKey)));
        facts.put("agreementUrl", link(businessKey, "agreement"));
        facts.put("signedAgreementUrl", link(businessKey, "signed-agreement", "signature-evidence"));
        facts.put("orderUrl", "");
        facts.replaceAll((key, fact) -> fact.length() <= LONGEST ? fact : fact.substring(0, LONGEST));
        return facts;
    }

    private String prices(String number, Formats formats) {
        var frozen = records.thawed(orders.get(number).estimate());
        var lines = frozen.estimate().lines().stream()
                .map(line -> words.formula(line.formula(), staff))
                .collect(joining("\n"));
        return lines + "\n"
                + text(
                        "order.prices.total",
                        formats.money(frozen.estimate().annualNet()),
                        formats.money(frozen.estimate().contractValue()));
    }

    /** The newest paper of this kind, as staff open it; empty if there is none. */
    /** The latest of these kinds. */
    private String link(String number, String... kinds) {
        return documents.about(number).stream()
                .filter(document -> List.of(kinds).contains(document.kind()))
                .reduce((earlier, later) -> later)
                .map(Document::id)
                .map(id -> "/staff/documents/" + id)
                .orElse("");
    }

    private String text(String key, Object... args) {
        return messages.getMessage(key, args, staff);
    }
}
