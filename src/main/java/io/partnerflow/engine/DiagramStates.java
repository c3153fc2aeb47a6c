package io.partnerflow.engine;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.partnerflow.engine.ModelFacts.Flow;
import io.partnerflow.engine.ProcessDiagram.ElementState;
import io.partnerflow.engine.ProcessDiagram.Party;
import io.partnerflow.engine.ProcessDiagram.State;
import io.partnerflow.engine.ProcessRows.Entry;
import io.partnerflow.engine.ProcessRows.Failure;
import io.partnerflow.engine.ProcessRows.Instance;
import io.partnerflow.engine.ProcessRows.OpenJob;
import io.partnerflow.engine.ProcessRows.OpenTask;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where each element of one process stands, by what the engine has written down about it. */
final class DiagramStates {

    private static final Set<String> BUSY = Set.of("callActivity", "subProcess", "serviceTask", "businessRuleTask");

    private final Instance process;
    private final ModelFacts model;
    private final List<Entry> entries;
    private final Map<String, List<Entry>> byElement = new LinkedHashMap<>();
    private final Map<String, Instant> tasks;
    private final List<OpenJob> jobs;
    private final Map<String, Instant> failed;

    DiagramStates(
            Instance process,
            ModelFacts model,
            List<Entry> entries,
            List<OpenTask> tasks,
            List<OpenJob> jobs,
            List<Failure> failed) {
        this.process = process;
        this.model = model;
        this.entries = entries;
        this.tasks = new LinkedHashMap<>();
        tasks.forEach(task -> this.tasks.put(task.element(), task.due()));
        this.jobs = jobs;
        this.failed = failed.stream().collect(toMap(Failure::element, Failure::since, (one, other) -> one));
        entries.forEach(entry -> byElement
                .computeIfAbsent(entry.element(), element -> new ArrayList<>())
                .add(entry));
    }

    ProcessDiagram diagram() {
        var elements = new LinkedHashSet<>(byElement.keySet());
        elements.addAll(failed.keySet()); // not entered: its save point is before it
        jobs.stream().filter(job -> !job.timer()).map(OpenJob::element).forEach(elements::add);
        return new ProcessDiagram(
                process.process(),
                model.name(),
                process.definition(),
                process.ended(),
                elements.stream().map(this::state).toList(),
                taken());
    }

    private ElementState state(String id) {
        var entered = byElement.getOrDefault(id, List.of());
        var count = entered.size();
        if (failed.containsKey(id)) {
            return new ElementState(id, State.FAILED, Math.max(1, count), failed.get(id), Party.VENDOR);
        }
        var step = jobs.stream()
                .filter(job -> !job.timer() && job.element().equals(id))
                .findFirst();
        if (step.isPresent()) {
            return toCome(id, step.get(), count);
        }
        var open = entered.stream().filter(entry -> entry.left() == null).toList();
        return open.isEmpty() ? left(id, entered) : open(id, count, open);
    }

    private static ElementState toCome(String id, OpenJob step, int count) {
        return new ElementState(
                id,
                step.failed() ? State.WAITING : State.RUNNING,
                step.after() ? count : count + 1,
                step.since(),
                step.failed() ? step.due() : null,
                Party.HOUSE,
                step.failed(),
                false);
    }

    private ElementState open(String id, int count, List<Entry> open) {
        var since = latest(open.stream().map(Entry::entered));
        var type = open.get(0).type();
        if (BUSY.contains(type)) {
            return new ElementState(id, State.RUNNING, count, since, Party.HOUSE);
        }
        var told = model.waitsFor(id);
        var party = told != null ? told : type.equals("userTask") ? Party.VENDOR : Party.CALENDAR;
        return new ElementState(id, State.WAITING, count, since, due(id), party, false, false);
    }

    private ElementState left(String id, List<Entry> entered) {
        var since = latest(entered.stream().map(Entry::left));
        var last = entered.get(entered.size() - 1);
        if (!process.ended() && last.cancelled() && caughtAfter(id, last)) {
            return new ElementState(id, State.FAILED, entered.size(), since, Party.VENDOR);
        }
        return new ElementState(
                id, State.DONE, entered.size(), since, null, null, false, last.cancelled() && !caughtAfter(id, last));
    }

    private boolean caughtAfter(String id, Entry last) {
        return model.failures().entrySet().stream()
                .filter(failure -> failure.getValue().equals(id))
                .flatMap(failure -> byElement.getOrDefault(failure.getKey(), List.of()).stream())
                .anyMatch(caught -> !caught.entered().isBefore(last.entered()));
    }

    /** A task says it itself; for a message the timer says it that would end the waiting. */
    private @Nullable Instant due(String id) {
        if (tasks.containsKey(id)) {
            return tasks.get(id);
        }
        var deadlines = model.deadlines(id);
        return jobs.stream()
                .filter(job -> job.timer()
                        && (deadlines.contains(job.element()) || job.element().equals(id)))
                .map(OpenJob::due)
                .filter(due -> due != null)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /**
     * The engine does not remember flows. Each element was entered from the one before it that was left last; where all
     * ways in are needed, from every one that was left.
     */
    private Set<String> taken() {
        var into = model.flows().stream().collect(groupingBy(Flow::target));
        var taken = new HashSet<String>();
        var leftAt = new LinkedHashMap<String, Integer>();
        for (var place = 0; place < entries.size(); place++) {
            var entry = entries.get(place);
            var ways = into.getOrDefault(entry.element(), List.of()).stream()
                    .filter(flow -> leftAt.containsKey(flow.source()))
                    .toList();
            if (model.joins(entry.element())) {
                ways.forEach(flow -> taken.add(flow.id()));
            } else {
                ways.stream()
                        .max(Comparator.comparing(flow -> leftAt.get(flow.source())))
                        .ifPresent(flow -> taken.add(flow.id()));
            }
            if (entry.left() != null && !entry.cancelled()) {
                leftAt.put(entry.element(), place);
            }
        }
        jobs.stream()
                .filter(job -> !job.timer() && !job.after())
                .forEach(job -> into.getOrDefault(job.element(), List.of()).stream()
                        .filter(flow -> leftAt.containsKey(flow.source()))
                        .max(Comparator.comparing(flow -> leftAt.get(flow.source())))
                        .ifPresent(flow -> taken.add(flow.id())));
        return taken;
    }

    private Instant latest(Stream<@Nullable Instant> moments) {
        return moments.filter(moment -> moment != null)
                .max(Comparator.naturalOrder())
                .orElse(process.started());
    }
}
