package io.partnerflow.originals;

import io.partnerflow.agreements.AgreementManagement;
import io.partnerflow.engine.TaskBriefing;
import io.partnerflow.orders.OrderWords;
import io.partnerflow.orders.Orders;
import io.partnerflow.shared.VendorLanguage;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the contracts desk sees of an original that has not come. */
@Component
class SeeToMissingOriginalBriefing implements TaskBriefing {

    private final OriginalAgreements originals;
    private final AgreementManagement agreements;
    private final Orders orders;
    private final Locale staff;
    private final OrderWords words;

    SeeToMissingOriginalBriefing(
            OriginalAgreements originals,
            AgreementManagement agreements,
            Orders orders,
            OrderWords words,
            VendorLanguage staff) {
        this.originals = originals;
        this.agreements = agreements;
        this.orders = orders;
        this.words = words;
        this.staff = staff.locale();
    }

    @Override
    public String task() {
        return OriginalProcess.TASK;
    }

    @Override
    public Map<String, String> facts(String businessKey) {
        var order = orders.get(businessKey);
        var original = originals.about(businessKey).view();
        var formats = words.formats(staff);
        var facts = new LinkedHashMap<String, String>();
        facts.put("orderNumber", order.number());
        facts.put(
                "signatory", order.signatory() == null ? "" : order.signatory().toString());
        facts.put("customer", words.card(order.customer()));
        facts.put("reseller", words.card(order.reseller()));
        facts.put("askedOn", formats.date(original.askedAt()));
        facts.put("reminders", formats.number(original.reminders()));
        var agreement = agreements.of(order.reseller(), order.number()).orElseThrow();
        facts.put("scanOn", agreement.uploadedAt() == null ? "" : formats.date(agreement.uploadedAt()));
        facts.put("signedAgreementUrl", agreement.signed() == null ? "" : "/staff/documents/" + agreement.signed());
        return facts;
    }
}
