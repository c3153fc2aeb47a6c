package io.partnerflow.diagrams;

import io.partnerflow.engine.ProcessDiagram;
import io.partnerflow.engine.ProcessModels;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Processes as people outside the house may see them. */
@Component
public class ProcessPictures {

    private final ProcessModels models;
    private final Map<String, PublicDrawing> drawings = ProcessModels.kept(200);

    ProcessPictures(ProcessModels models) {
        this.models = models;
    }

    /** Empty for a process that is nobody's business outside. */
    public Optional<PublicProcess> of(ProcessDiagram process) {
        var drawing = drawing(process);
        return drawing.model().isInternal() ? Optional.empty() : Optional.of(new PublicProcess(process, drawing));
    }

    private PublicDrawing drawing(ProcessDiagram process) {
        return ProcessModels.of(drawings, process.definition(), id -> PublicDrawing.of(models.bpmn(id)));
    }
}
