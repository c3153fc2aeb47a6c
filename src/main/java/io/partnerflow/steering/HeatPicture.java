package io.partnerflow.steering;

import io.partnerflow.diagrams.Heat;
import io.partnerflow.diagrams.PictureNotes;
import io.partnerflow.diagrams.StaffPictures;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The diagram of a process with its figures on it. */
@Component
class HeatPicture {

    private final StaffPictures pictures;
    private final ProcessFigures.Words words;
    private final Spans spans;

    HeatPicture(StaffPictures pictures, ProcessFigures.Words words, Spans spans) {
        this.pictures = pictures;
        this.words = words;
        this.spans = spans;
    }

    /**
     * @param onlyWaiting steps where something is done stay without colour
     * @param query       what links to the cases of a step keep
     */
    String of(ProcessFigures.Figures figures, boolean onlyWaiting, String query, Locale language) {
        var heat = new HashMap<String, Heat>();
        var ways = new HashMap<String, PictureNotes.Way>();
        figures.steps().stream()
                .filter(line -> !line.kind().isEmpty() && (line.waits() || !onlyWaiting))
                .forEach(line -> {
                    var text = text(line, language);
                    heat.put(line.element(), new Heat(line.holdsOthers() ? 0 : line.heat(), text));
                    ways.put(
                            line.element(),
                            new PictureNotes.Way(
                                    "/staff/figures/processes/" + figures.process() + "/steps/" + line.element() + "?"
                                            + query,
                                    words.text("steering.processes.cases-of", language, line.name(), text)));
                });
        var title = words.text("steering.processes.picture", language, figures.name());
        return pictures.heat(
                figures.shown().definition(),
                heat,
                new PictureNotes(title, name -> words.of(name, language), Map.of(), ways));
    }

    /** Events are small: there the number alone. */
    private String text(StepLine line, Locale language) {
        if (line.count() == 0) {
            return words.text("steering.processes.on-shape.now", language, line.now());
        }
        return line.kind().endsWith("Event") && !line.waits()
                ? words.text("steering.processes.on-shape.count", language, line.count())
                : words.text("steering.processes.on-shape", language, spans.of(line.median(), language), line.count());
    }
}
