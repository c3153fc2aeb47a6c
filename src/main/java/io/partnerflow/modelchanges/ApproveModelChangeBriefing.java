package io.partnerflow.modelchanges;

import io.partnerflow.engine.StaffAccounts;
import io.partnerflow.engine.TaskBriefing;
import io.partnerflow.shared.VendorLanguage;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a second person reads before deciding about a change. */
@Component
class ApproveModelChangeBriefing implements TaskBriefing {

    private final ModelChangeStore store;
    private final StaffAccounts staff;
    private final MessageSource texts;
    private final VendorLanguage language;

    ApproveModelChangeBriefing(
            ModelChangeStore store, StaffAccounts staff, MessageSource texts, VendorLanguage language) {
        this.store = store;
        this.staff = staff;
        this.texts = texts;
        this.language = language;
    }

    @Override
    public String task() {
        return ModelChangeProcess.APPROVE_TASK;
    }

    @Override
    public Map<String, String> facts(String number) {
        var change = store.find(number).orElseThrow();
        var running = "modelchanges.running." + change.running().name().toLowerCase(Locale.ROOT);
        return Map.of(
                "changeNumber", number,
                "proposer", staff.nameOf(change.proposedBy()),
                "reason", change.reason(),
                "files", String.join("\n", change.files()),
                "running", texts.getMessage(running, null, language.locale()),
                "compareUrl", "/staff/models/changes/" + number);
    }
}
