package io.partnerflow.steering;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.documents.Documents;
import io.partnerflow.engine.CaseRecord;
import io.partnerflow.mail.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Everything that has happened in a case, from all the books the house keeps, in one order. */
@Component
class CaseFile {

    private static final int MOST_LETTERS = 200;

    private final CaseRecord record;
    private final Outbox outbox;
    private final Documents documents;
    private final AuditTrail audit;
    private final CaseNames names;

    CaseFile(CaseRecord record, Outbox outbox, Documents documents, AuditTrail audit, CaseNames names) {
        this.record = record;
        this.outbox = outbox;
        this.documents = documents;
        this.audit = audit;
        this.names = names;
    }

    /** The latest first. A fixed number of queries. @param now for what is still open */
    List<Moment> of(String number, List<ProcessRun> runs, Instant now, Locale language) {
        var found = new ArrayList<Moment>();
        runs.forEach(run -> process(found, run, language));
        var ids = runs.stream().map(ProcessRun::id).toList();
        record.work(ids).forEach(task -> found.add(task(task, now, language)));
        record.faults(ids).forEach(fault -> found.add(fault(fault, runs, now, language)));
        letters(found, number);
        documents
                .about(number)
                .forEach(document -> found.add(new Moment(
                        document.createdAt(),
                        "document",
                        document.fileName(),
                        null,
                        null,
                        null,
                        false,
                        "/staff/documents/" + document.id().value())));
        audit.of(number)
                .forEach(entry -> found.add(new Moment(
                        entry.at(),
                        "audit",
                        names.deed(entry.action(), language),
                        entry.detail(),
                        entry.onBehalfOf() == null ? entry.actor() : entry.actor() + " (" + entry.onBehalfOf() + ")",
                        null,
                        false,
                        null)));
        found.sort(Comparator.comparing(Moment::at).reversed());
        return found;
    }

    private void process(List<Moment> found, ProcessRun run, Locale language) {
        var name = names.process(run.definition(), language);
        found.add(new Moment(
                run.started(),
                "process",
                names.text("steering.case.begun", language, name, run.version()),
                null,
                null,
                null,
                false,
                null));
        if (run.ended() != null) {
            found.add(new Moment(
                    run.ended(),
                    "process",
                    run.outcome() == null || run.state().equals("cancelled")
                            ? names.text("steering.case.stopped", language, name)
                            : names.text(
                                    "steering.case.ended",
                                    language,
                                    name,
                                    names.element(run.definition(), run.outcome(), language)),
                    null,
                    null,
                    Duration.between(run.started(), run.ended()),
                    false,
                    null));
        }
    }

    private Moment task(CaseRecord.Work task, Instant now, Locale language) {
        var name = names.inModel(task.name(), language);
        if (task.ended() == null) {
            return new Moment(
                    task.begun(),
                    "task",
                    names.text("steering.case.task.open", language, name),
                    null,
                    task.person(),
                    since(task.begun(), now),
                    true,
                    "/go/task/" + task.task());
        }
        return new Moment(
                task.ended(),
                "task",
                names.text(task.done() ? "steering.case.task.done" : "steering.case.task.dropped", language, name),
                null,
                task.person(),
                since(task.begun(), task.ended()),
                false,
                null);
    }

    private Moment fault(CaseRecord.Fault fault, List<ProcessRun> runs, Instant now, Locale language) {
        var definition = runs.stream()
                .filter(run -> run.process().equals(fault.process()))
                .findFirst()
                .map(ProcessRun::definition)
                .orElseThrow();
        return new Moment(
                fault.begun(),
                "fault",
                names.text(
                        fault.ended() == null ? "steering.case.fault" : "steering.case.fault.mended",
                        language,
                        names.element(definition, fault.element(), language)),
                fault.message(),
                null,
                since(fault.begun(), Objects.requireNonNullElse(fault.ended(), now)),
                fault.ended() == null,
                null);
    }

    private void letters(List<Moment> found, String number) {
        outbox.page(number, "", 0, MOST_LETTERS).items().stream()
                .filter(letter -> number.equals(letter.businessKey()))
                .forEach(letter -> found.add(new Moment(
                        letter.createdAt(),
                        "letter",
                        letter.subject(),
                        letter.to(),
                        null,
                        null,
                        false,
                        "/outbox/" + letter.id())));
    }

    private static @Nullable Duration since(Instant from, Instant to) {
        return to.isBefore(from) ? null : Duration.between(from, to);
    }
}
