package io.partnerflow.steering;

import io.partnerflow.documents.Vendor;
import io.partnerflow.engine.StaffAccounts;
import io.partnerflow.engine.TaskBriefing;
import io.partnerflow.shared.Formats;
import io.partnerflow.shared.VendorLanguage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is told to whoever is asked about a failed step. */
@Component
class AnswerQuestionBriefing implements TaskBriefing {

    private final FailureQuestionRows rows;
    private final AffectedParties affected;
    private final StaffAccounts accounts;
    private final Formats formats;

    AnswerQuestionBriefing(
            FailureQuestionRows rows,
            AffectedParties affected,
            StaffAccounts accounts,
            VendorLanguage language,
            Vendor vendor) {
        this.rows = rows;
        this.affected = affected;
        this.accounts = accounts;
        this.formats = new Formats(language.locale(), vendor.timeZone());
    }

    @Override
    public String task() {
        return FailedStepQuestionProcess.TASK;
    }

    @Override
    public Map<String, String> facts(String businessKey) {
        var question = rows.get(businessKey);
        var facts = new LinkedHashMap<String, String>();
        facts.put("questionNumber", question.number());
        facts.put("caseNumber", Objects.requireNonNullElse(question.businessKey(), question.processName()));
        facts.put(
                "affected",
                affected.of(question.businessKey())
                        .map(AffectedParties.Affected::names)
                        .orElse(""));
        facts.put("processName", question.processName());
        facts.put("step", question.stepName());
        facts.put("failure", question.failure());
        facts.put("askedBy", accounts.nameOf(question.askedBy()));
        facts.put("failedSince", formats.time(question.failedSince()));
        facts.put("question", question.question());
        return facts;
    }

    @Override
    public Optional<Asked> asked(String businessKey) {
        var question = rows.get(businessKey);
        return Optional.of(new Asked(question.desk(), question.person()));
    }
}
