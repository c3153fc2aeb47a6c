package io.partnerflow.api;

import io.partnerflow.diagrams.PublicProcess;
import io.partnerflow.engine.ProcessDiagram;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

@Schema(name = "Diagram", description = "The drawings of the processes about an order and where each stands.")
record DiagramAnswer(
        @Schema(description = "The order's own first, then those it called.")
        List<Process> processes) {

    @Schema(name = "ProcessDiagram")
    record Process(
            @Schema(example = "order") String process,
            String name,

            @Schema(description = "The model as BPMN 2.0 XML, with its drawing, without notes and settings.")
            String bpmn,

            @Schema(description = "Elements that were come to; the others have not been.")
            List<Element> elements) {}

    @Schema(name = "ProcessElement")
    record Element(
            @Schema(example = "userTask_checkOrder") String id,

            @Schema(description = "done, running, waiting or failed.")
            String state,

            @Schema(description = "How often it was come to.")
            int count,

            Instant since,

            @Schema(description = "Until when it is waited for, or when it goes on by itself.") @Nullable
            Instant due,

            @Schema(
                    description = "Whose move it is where something is not done: RESELLER, CUSTOMER, VENDOR, HOUSE (the"
                            + " system itself), CALENDAR (a day has to come).")
            @Nullable
            String waitingFor) {

        static Element of(ProcessDiagram.ElementState element) {
            return new Element(
                    element.id(),
                    element.state().name().toLowerCase(Locale.ROOT),
                    element.count(),
                    element.since(),
                    element.due(),
                    element.waitsFor() == null ? null : element.waitsFor().name());
        }
    }

    static DiagramAnswer of(List<PublicProcess> diagrams) {
        return new DiagramAnswer(diagrams.stream()
                .map(one -> new Process(
                        one.process(),
                        one.name(),
                        one.bpmn(),
                        one.elements().stream()
                                .map(element -> Element.of(element.state()))
                                .toList()))
                .toList());
    }
}
