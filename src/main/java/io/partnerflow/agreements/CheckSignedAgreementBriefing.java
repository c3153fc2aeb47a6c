package io.partnerflow.agreements;

import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.joining;

import io.partnerflow.engine.TaskBriefing;
import io.partnerflow.orders.OrderWords;
import io.partnerflow.orders.Orders;
import io.partnerflow.shared.VendorLanguage;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the contracts desk sees: who should have signed what, and both files. */
@Component
class CheckSignedAgreementBriefing implements TaskBriefing {

    private final Agreements agreements;
    private final Orders orders;
    private final OrderWords words;
    private final Locale staff;
    private final MessageSource messages;

    CheckSignedAgreementBriefing(
            Agreements agreements, Orders orders, OrderWords words, MessageSource messages, VendorLanguage staff) {
        this.agreements = agreements;
        this.orders = orders;
        this.words = words;
        this.messages = messages;
        this.staff = staff.locale();
    }

    @Override
    public String task() {
        return "signed-agreement.check-signed-agreement";
    }

    @Override
    public Map<String, String> facts(String businessKey) {
        var order = orders.get(businessKey);
        var agreement = agreements.about(businessKey).view();
        var formats = words.formats(staff);
        var facts = new LinkedHashMap<String, String>();
        facts.put("orderNumber", order.number());
        facts.put("customer", words.card(order.customer()));
        facts.put("reseller", words.card(order.reseller()));
        facts.put(
                "signatory", order.signatory() == null ? "" : order.signatory().toString());
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
        facts.put("sentOn", formats.time(agreement.sentAt()));
        facts.put("uploadedOn", agreement.uploadedAt() == null ? "" : formats.time(agreement.uploadedAt()));
        facts.put("uploadedBy", requireNonNullElse(agreement.uploadedBy(), ""));
        facts.put("signedHow", agreement.how() == null ? "" : text("agreement.signed." + agreement.how()));
        facts.put("comparison", requireNonNullElse(agreement.comparison(), ""));
        facts.put("fileCheck", requireNonNullElse(agreement.fileCheck(), ""));
        facts.put("agreementUrl", "/staff/documents/" + agreement.document());
        facts.put("signedAgreementUrl", agreement.signed() == null ? "" : "/staff/documents/" + agreement.signed());
        return facts;
    }

    private String text(String key) {
        return messages.getMessage(key, null, staff);
    }
}
