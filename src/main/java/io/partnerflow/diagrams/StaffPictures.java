package io.partnerflow.diagrams;

import static java.util.stream.Collectors.toMap;

import io.partnerflow.engine.ProcessDiagram;
import io.partnerflow.engine.ProcessDiagram.ElementState;
import io.partnerflow.engine.ProcessModels;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Processes as the vendor's own people see them: everything, also what is nobody's business outside. */
@Component
public class StaffPictures {

    private final ProcessModels models;
    private final Map<String, Drawing> drawings = ProcessModels.kept(200);

    StaffPictures(ProcessModels models) {
        this.models = models;
    }

    /**
     * An element of a model.
     *
     * @param name  as the model has it; empty for none
     * @param kind  name of the BPMN element, such as {@code userTask}
     * @param event what an event is about, such as {@code message}; empty for none
     */
    public record Node(String id, String name, String kind, String event) {}

    /** What the process is called in its model. @param definition of {@link ProcessModels} */
    public String name(String definition) {
        return drawing(definition).title();
    }

    /** Every element, from left to right; none of a model that is there no more. */
    public List<Node> nodes(String definition) {
        if (!models.has(definition)) {
            return List.of();
        }
        return drawing(definition).shapes().stream()
                .sorted((one, other) ->
                        Double.compare(one.box().x(), other.box().x()))
                .map(Shape::part)
                .map(part -> new Node(part.id(), part.name(), part.kind(), part.event()))
                .toList();
    }

    /** The model, coloured by how much happens where. @param heat by id of the element; missing: nothing */
    public String heat(String definition, Map<String, Heat> heat, PictureNotes notes) {
        return new ProcessPicture(drawing(definition)).heat(heat, notes);
    }

    /** How far one process has come. */
    public String progress(ProcessDiagram process, PictureNotes notes) {
        var states = process.elements();
        return new ProcessPicture(drawing(process.definition()))
                .draw(
                        new ProcessPicture.Progress(
                                states.stream().collect(toMap(ElementState::id, ElementState::state)),
                                states.stream().collect(toMap(ElementState::id, ElementState::count)),
                                process.taken()),
                        notes);
    }

    private Drawing drawing(String definition) {
        return ProcessModels.of(drawings, definition, id -> new Drawing(models.bpmn(id)));
    }
}
