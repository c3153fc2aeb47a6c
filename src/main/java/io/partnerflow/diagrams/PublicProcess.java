package io.partnerflow.diagrams;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.partnerflow.engine.ProcessDiagram;
import io.partnerflow.engine.ProcessDiagram.ElementState;
import io.partnerflow.engine.ProcessDiagram.State;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A process as it may be seen from outside: names and states, nothing internal. */
public final class PublicProcess {

    private final ProcessDiagram process;
    private final PublicDrawing drawing;
    private final Map<String, Part> parts = new LinkedHashMap<>();

    PublicProcess(ProcessDiagram process, PublicDrawing drawing) {
        this.process = process;
        this.drawing = drawing;
        drawing.drawing().shapes().forEach(shape -> parts.put(shape.part().id(), shape.part()));
    }

    /**
     * An element that was come to.
     *
     * @param name  as the model has it; empty for none
     * @param kind  name of the BPMN element, such as {@code userTask}
     * @param calls key of the process it has begun; empty for none
     */
    public record Element(String name, String kind, String calls, ElementState state) {

        /** Whether something is done there, rather than decided or noticed. */
        public boolean isStep() {
            return kind.endsWith("Task") || kind.equals("callActivity");
        }
    }

    public String process() {
        return process.process();
    }

    /** As the model has it. */
    public String name() {
        return drawing.drawing().title();
    }

    public ProcessDiagram diagram() {
        return process;
    }

    /** The model as BPMN 2.0 XML without anything internal. */
    public String bpmn() {
        return drawing.bpmn();
    }

    /** In the order they were come to first. */
    public List<Element> elements() {
        return process.elements().stream()
                .map(this::outside)
                .filter(state -> parts.containsKey(state.id()))
                .map(state -> new Element(
                        parts.get(state.id()).name(),
                        parts.get(state.id()).kind(),
                        parts.get(state.id()).calls(),
                        state))
                .toList();
    }

    /** What may be done next: the first steps and ends that can be reached from where it stands, as the model has them. */
    public List<String> ahead() {
        var come = elements().stream().map(one -> one.state().id()).collect(toSet());
        var open = elements().stream()
                .filter(one -> one.state().state() != State.DONE && one.isStep())
                .map(one -> one.state().id())
                .toList();
        var names = new LinkedHashSet<String>();
        var seen = new HashSet<>(open);
        var next = new ArrayDeque<>(open);
        while (!next.isEmpty()) {
            var source = next.poll();
            drawing.drawing().lines().stream()
                    .filter(line -> line.source().equals(source) && seen.add(line.target()))
                    .map(Line::target)
                    .forEach(target -> {
                        var part = parts.get(target);
                        if (part == null || part.isGateway() || part.name().isEmpty()) {
                            next.add(target);
                        } else if (!come.contains(target)) {
                            names.add(part.name());
                        }
                    });
        }
        return new ArrayList<>(names);
    }

    /** The picture of how far it has come. */
    public String svg(PictureNotes notes) {
        var states = elements().stream().map(Element::state).toList();
        return new ProcessPicture(drawing.drawing())
                .draw(
                        new ProcessPicture.Progress(
                                states.stream().collect(toMap(ElementState::id, ElementState::state)),
                                states.stream().collect(toMap(ElementState::id, ElementState::count)),
                                taken()),
                        notes);
    }

    private Set<String> taken() {
        return process.taken().stream().map(drawing.model()::id).collect(toSet());
    }

    private ElementState outside(ElementState one) {
        return new ElementState(
                drawing.model().id(one.id()),
                one.state(),
                one.count(),
                one.since(),
                one.due(),
                one.waitsFor(),
                one.again(),
                one.givenUp());
    }
}
