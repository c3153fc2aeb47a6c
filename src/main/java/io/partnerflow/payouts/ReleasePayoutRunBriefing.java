package io.partnerflow.payouts;

import static java.util.stream.Collectors.joining;

import io.partnerflow.documents.Vendor;
import io.partnerflow.engine.TaskBriefing;
import io.partnerflow.shared.Formats;
import io.partnerflow.shared.VendorLanguage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the billing desk sees before money leaves the house. */
@Component
class ReleasePayoutRunBriefing implements TaskBriefing {

    static final String TASK = "payout.release-payout-run";

    private static final int LISTED = 30;

    private final PayoutRuns runs;
    private final Locale staff;
    private final Vendor vendor;
    private final MessageSource messages;

    ReleasePayoutRunBriefing(PayoutRuns runs, Vendor vendor, VendorLanguage staff, MessageSource messages) {
        this.runs = runs;
        this.vendor = vendor;
        this.staff = staff.locale();
        this.messages = messages;
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public Map<String, String> facts(String businessKey) {
        var run = runs.get(businessKey);
        var formats = new Formats(staff, vendor.timeZone());
        var facts = new LinkedHashMap<String, String>();
        facts.put("runNumber", run.number());
        facts.put("executionDate", formats.date(run.executionDate()));
        facts.put("preparedBy", run.preparedBy());
        facts.put("payments", formats.number(run.payments()));
        facts.put("controlSum", formats.money(run.controlSum()));
        facts.put("debtorAccount", formats.iban(vendor.iban()));
        facts.put("list", list(runs.payments(businessKey), formats));
        return facts;
    }

    /** The first ones, since a task has limits; all of them stand on the run's page. */
    private String list(List<PayoutRun.Payment> payments, Formats formats) {
        var listed = payments.stream()
                .limit(LISTED)
                .map(payment -> "%s: %s".formatted(payment.name(), formats.money(payment.amount())))
                .collect(joining("\n"));
        var others = payments.size() - LISTED;
        return others <= 0
                ? listed
                : "%s\n%s".formatted(listed, messages.getMessage("payout.list.others", new Object[] {others}, staff));
    }
}
