package io.partnerflow.steering;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.diagrams.ModelNames;
import io.partnerflow.engine.FailedStepRepair;
import io.partnerflow.engine.FailedWork;
import io.partnerflow.engine.Failure;
import io.partnerflow.engine.ModelStep;
import io.partnerflow.engine.ProcessModels;
import io.partnerflow.exports.Table;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.Page;
import io.partnerflow.shared.Paging;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What has failed, explained: what, since when, how often it was tried, why, what it means and for whom. */
@Service
@Transactional(readOnly = true)
class ExplainedSteps {

    private static final int LATEST = 20;

    private final FailedWork work;
    private final FailedStepRepair repair;
    private final ProcessModels models;
    private final FailureQuestions questions;
    private final AffectedParties affected;
    private final AuditTrail audit;
    private final ModelNames names;
    private final MessageSource messages;

    ExplainedSteps(
            FailedWork work,
            FailedStepRepair repair,
            ProcessModels models,
            FailureQuestions questions,
            AffectedParties affected,
            AuditTrail audit,
            ModelNames names,
            MessageSource messages) {
        this.work = work;
        this.repair = repair;
        this.models = models;
        this.questions = questions;
        this.affected = affected;
        this.audit = audit;
        this.names = names;
        this.messages = messages;
    }

    /**
     * A failure in a list.
     *
     * @param cause what the last try ended with; empty where nothing is known
     * @param open how many questions about it wait for an answer
     * @param answered how many were answered
     */
    record Line(
            String id,
            @Nullable String number,
            String customer,
            String reseller,
            String step,
            String process,
            String kind,
            Instant since,
            int tries,
            String cause,
            long open,
            long answered) {}

    /** Steps that fail alike. */
    record Alike(String process, String processName, String element, String step, long count, Instant oldest) {}

    /** How many there are. */
    record Counts(long steps, long reports) {}

    /**
     * One failure with all that is known about it.
     *
     * @param next what does not happen as long as it stands still; empty where nothing follows
     * @param skipping whether the process may go on without it
     * @param byHand what a person has to do instead; empty unless it may be skipped
     * @param cockpit address of its process there; null where no process has begun
     */
    record Explained(
            Failure failure,
            Line line,
            List<String> next,
            FailedStepRepair.Skipping skipping,
            String byHand,
            @Nullable String cockpit,
            List<FailureQuestion> questions,
            List<AuditTrail.Entry> trail) {}

    Page<Line> list(FailedWork.Wanted wanted, Paging paging, Locale language) {
        var page = work.list(wanted, paging);
        var parties =
                affected.of(page.items().stream().map(Failure::businessKey).toList());
        var asked = questions
                .about(page.items().stream().map(FailureQuestions::stepOf).toList())
                .stream()
                .collect(Collectors.groupingBy(FailureQuestion::step));
        return page.map(failure -> line(
                failure,
                parties.get(Objects.requireNonNullElse(failure.businessKey(), "")),
                asked.getOrDefault(FailureQuestions.stepOf(failure), List.of()),
                language));
    }

    List<Alike> alike(Locale language) {
        return work.alike().stream()
                .map(one -> new Alike(
                        one.process(),
                        names.of(one.processName(), language),
                        one.element(),
                        names.of(one.elementName(), language),
                        one.count(),
                        one.oldest()))
                .toList();
    }

    Counts counts() {
        return new Counts(
                work.count(FailedWork.Wanted.allSteps()), work.count(new FailedWork.Wanted(false, null, null)));
    }

    /** @throws NotFound if it has not failed (any more) */
    Failure get(String id) {
        return work.get(id);
    }

    /** @throws NotFound if it has not failed (any more) */
    Explained explained(String id, Locale language) {
        var failure = work.get(id);
        var asked = questions.about(List.of(FailureQuestions.stepOf(failure)));
        var model = models.step(failure.definition(), failure.element());
        var skipping = repair.skipping(failure);
        return new Explained(
                failure,
                line(failure, affected.of(failure.businessKey()).orElse(null), asked, language),
                model.next().stream().map(name -> names.of(name, language)).toList(),
                skipping,
                skipping == FailedStepRepair.Skipping.POSSIBLE ? byHand(failure, model, language) : "",
                failure.instance() == null
                        ? null
                        : "/camunda/app/cockpit/default/#/process-instance/" + failure.instance()
                                + "/runtime?tab=incidents-tab",
                asked,
                audit.latest(List.of(FailureQuestions.subject(failure)), LATEST));
    }

    /** The reader's words; the model's own for a step that a business user has marked. */
    private String byHand(Failure failure, ModelStep model, Locale language) {
        var key = "steering.skip." + failure.alike().replace('/', '.');
        return Objects.requireNonNullElse(messages.getMessage(key, null, model.documentation(), language), "");
    }

    private Line line(
            Failure failure, AffectedParties.@Nullable Affected parties, List<FailureQuestion> asked, Locale language) {
        return new Line(
                failure.id(),
                failure.businessKey(),
                parties == null ? "" : parties.customer(),
                parties == null ? "" : parties.reseller(),
                nameOf(failure.elementName(), language),
                nameOf(failure.processName(), language),
                failure.kind(),
                failure.since(),
                failure.tries(),
                failure.cause() == null ? failure.message() : failure.cause(),
                asked.stream().filter(FailureQuestion::isOpen).count(),
                asked.stream().filter(one -> one.answer() != null).count());
    }

    /** @param name in a model; empty for what the engine does for itself */
    private String nameOf(String name, Locale language) {
        return name.isEmpty() ? messages.getMessage("engine.housekeeping", null, language) : names.of(name, language);
    }

    static Table<Line> table() {
        return Table.<Line>named("staff.place.failed")
                .text("steering.common.number", Line::number)
                .text("steering.common.customer", Line::customer)
                .text("steering.common.reseller", Line::reseller)
                .text("steering.failed.process", Line::process)
                .text("steering.failed.step", Line::step)
                .moment("steering.failed.since", Line::since)
                .number("steering.failed.tries", Line::tries)
                .text("steering.failed.cause", Line::cause);
    }
}
