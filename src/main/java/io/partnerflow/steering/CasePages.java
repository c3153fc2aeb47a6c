package io.partnerflow.steering;

import io.partnerflow.diagrams.PictureNotes;
import io.partnerflow.diagrams.StaffPictures;
import io.partnerflow.engine.ProcessDiagram;
import io.partnerflow.engine.ProcessDiagram.State;
import io.partnerflow.engine.ProcessWatch;
import io.partnerflow.shared.Formats;
import io.partnerflow.shared.NotFound;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the page about one case together. */
@Component
class CasePages {

    private final ProcessRuns runs;
    private final CaseFile file;
    private final ProcessWatch watch;
    private final StaffPictures pictures;
    private final CaseNames names;
    private final SteeringTools tools;
    private final AffectedParties affected;
    private final List<CasePart> parts;

    CasePages(
            ProcessRuns runs,
            CaseFile file,
            ProcessWatch watch,
            StaffPictures pictures,
            CaseNames names,
            SteeringTools tools,
            AffectedParties affected,
            List<CasePart> parts) {
        this.runs = runs;
        this.file = file;
        this.watch = watch;
        this.pictures = pictures;
        this.names = names;
        this.tools = tools;
        this.affected = affected;
        this.parts = parts;
    }

    /** Whose matter it is. */
    record Head(
            @Nullable String customer,
            @Nullable String reseller,
            @Nullable String programme) {}

    /** A process whose picture can be shown. */
    record Tab(String process, String name) {}

    /** A part of another room. */
    record Part(String template, String fragment, Object content) {}

    /** @throws NotFound if nobody has ever heard of this number */
    Map<String, Object> of(String number, String process, Locale language) {
        var all = runs.about(number);
        var moments = file.of(number, all, tools.now(), language);
        var found = parts(number, language);
        var page = new HashMap<String, Object>();
        page.put("number", number);
        page.put("first", head(number, all, found.isEmpty() && moments.isEmpty()));
        page.put("runs", all);
        page.put("moments", moments);
        page.put("names", processNames(all, language));
        page.put("outcomes", outcomes(all, language));
        page.put("programmes", tools.programmes(language));
        page.put("spans", tools.spans(language));
        page.put("took", tools.took());
        page.put("parts", found);
        picture(page, number, process, language);
        return page;
    }

    /**
     * An invoice has no process of its own, yet there is a lot to be read about it.
     *
     * @param unheardOf nothing was found about the number
     */
    private Head head(String number, List<ProcessRun> all, boolean unheardOf) {
        if (!all.isEmpty()) {
            return new Head(
                    all.get(0).customer(), all.get(0).reseller(), all.get(0).programme());
        }
        var whose = affected.ofCase(number);
        if (whose.isEmpty() && unheardOf) {
            throw new NotFound("case", number);
        }
        return whose.orElse(new Head(null, null, null));
    }

    private void picture(Map<String, Object> page, String number, String process, Locale language) {
        var diagrams = watch.diagrams(number);
        page.put(
                "tabs",
                diagrams.stream()
                        .map(one -> new Tab(one.process(), names.process(one.definition(), language)))
                        .toList());
        diagrams.stream()
                .filter(one -> process.isEmpty() || one.process().equals(process))
                .findFirst()
                .ifPresent(one -> {
                    page.put("shown", one.process());
                    page.put("picture", pictures.progress(one, notes(one, number, language)));
                });
    }

    private PictureNotes notes(ProcessDiagram one, String number, Locale language) {
        var formats = tools.formats(language);
        var captions = new LinkedHashMap<String, List<String>>();
        one.elements().stream()
                .filter(element -> element.state() == State.WAITING || element.state() == State.FAILED)
                .forEach(element -> captions.put(element.id(), caption(element, formats, language)));
        var title = names.text("steering.case.picture", language, names.process(one.definition(), language), number);
        return new PictureNotes(title, name -> names.inModel(name, language), captions, Map.of());
    }

    private List<String> caption(ProcessDiagram.ElementState element, Formats formats, Locale language) {
        var lines = new ArrayList<String>();
        lines.add(
                element.state() == State.FAILED
                        ? names.text("steering.cases.failed", language)
                        : names.text("steering.party." + element.waitsFor(), language));
        lines.add(names.text("steering.case.since", language, formats.time(element.since())));
        return lines;
    }

    private Map<String, String> processNames(List<ProcessRun> all, Locale language) {
        var found = new HashMap<String, String>();
        all.forEach(run -> found.computeIfAbsent(run.id(), id -> names.process(run.definition(), language)));
        return found;
    }

    private Map<String, String> outcomes(List<ProcessRun> all, Locale language) {
        var found = new HashMap<String, String>();
        all.stream()
                .filter(run -> run.outcome() != null)
                .forEach(run -> found.put(run.id(), names.element(run.definition(), run.outcome(), language)));
        return found;
    }

    private List<Part> parts(String number, Locale language) {
        var found = new ArrayList<Part>();
        for (var part : parts) {
            var content = part.of(number, language);
            if (content != null) {
                var name = part.fragment().split("::", 2);
                found.add(new Part(name[0].strip(), name[1].strip(), content));
            }
        }
        return found;
    }
}
