package io.partnerflow.commission;

import io.partnerflow.engine.ModuleService;
import io.partnerflow.engine.Workflow;
import io.partnerflow.programmes.ProgrammePolicy;
import io.partnerflow.programmes.ProgrammePolicy.Kickback.Trigger;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.shared.VendorCalendar;
import java.time.YearMonth;
import java.util.List;

/** Draws up the statements of the months that are over, in portions. */
@ModuleService
class CommissionRun {

    private final EarnedDocuments documents;
    private final Drafting drafting;
    private final DraftRows rows;
    private final Programmes programmes;
    private final CommissionSettings settings;
    private final Workflow workflow;
    private final VendorCalendar calendar;

    CommissionRun(
            EarnedDocuments documents,
            Drafting drafting,
            DraftRows rows,
            Programmes programmes,
            CommissionSettings settings,
            Workflow workflow,
            VendorCalendar calendar) {
        this.documents = documents;
        this.drafting = drafting;
        this.rows = rows;
        this.programmes = programmes;
        this.settings = settings;
        this.workflow = workflow;
        this.calendar = calendar;
    }

    /**
     * <b>Source:</b> H-11, HA-2, C-16.
     *
     * @return whether more may be due
     */
    boolean drawUpStatements() {
        var thisMonth = YearMonth.from(calendar.today());
        var earned = documents.toCompensate(
                thisMonth, programmesBy(Trigger.ISSUED), programmesBy(Trigger.PAID), settings.batch());
        if (earned.isEmpty()) {
            return false;
        }
        var drafts = drafting.of(earned);
        rows.insert(drafts, calendar.now());
        drafts.forEach(draft -> workflow.start(CommissionProcess.DRAWN_UP, draft.number()));
        return true;
    }

    private List<String> programmesBy(Trigger trigger) {
        return programmes.all().stream()
                .filter(policy -> policy.kickback() != null && policy.kickback().trigger() == trigger)
                .map(ProgrammePolicy::code)
                .toList();
    }
}
