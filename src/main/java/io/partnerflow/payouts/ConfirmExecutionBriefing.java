package io.partnerflow.payouts;

import io.partnerflow.documents.Vendor;
import io.partnerflow.engine.TaskBriefing;
import io.partnerflow.shared.Formats;
import io.partnerflow.shared.VendorLanguage;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What the billing desk takes to the bank. */
@Component
class ConfirmExecutionBriefing implements TaskBriefing {

    static final String TASK = "payout.confirm-execution";

    private final PayoutRuns runs;
    private final Locale staff;
    private final Vendor vendor;

    ConfirmExecutionBriefing(PayoutRuns runs, Vendor vendor, VendorLanguage staff) {
        this.runs = runs;
        this.vendor = vendor;
        this.staff = staff.locale();
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public Map<String, String> facts(String businessKey) {
        var run = runs.get(businessKey);
        var formats = new Formats(staff, vendor.timeZone());
        return Map.of(
                "runNumber", run.number(),
                "executionDate", formats.date(run.executionDate()),
                "payments", formats.number(run.payments()),
                "controlSum", formats.money(run.controlSum()),
                "sha256", Objects.requireNonNullElse(run.sha256(), ""),
                "fileUrl", "/payouts/%s.xml".formatted(run.number()));
    }
}
