package io.partnerflow.steering;

import static java.util.stream.Collectors.toMap;

import io.partnerflow.diagrams.StaffPictures;
import io.partnerflow.exports.Rows;
import io.partnerflow.exports.Table;
import io.partnerflow.shared.Formats;
import io.partnerflow.web.StaffRoom;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What runs and what has ever run, and one case with everything that happened in it. */
@Controller
@StaffRoom
@RequestMapping("/staff/history")
class HistoryPages {

    private static final List<String> STATES = List.of("running", "done", "cancelled", "failed");

    private final ProcessRuns runs;
    private final ProcessIndex index;
    private final CasePages cases;
    private final StaffPictures pictures;
    private final CaseNames names;
    private final SteeringTools tools;

    HistoryPages(
            ProcessRuns runs,
            ProcessIndex index,
            CasePages cases,
            StaffPictures pictures,
            CaseNames names,
            SteeringTools tools) {
        this.runs = runs;
        this.index = index;
        this.cases = cases;
        this.pictures = pictures;
        this.names = names;
        this.tools = tools;
    }

    @ModelAttribute("f")
    Formats formats(Locale language) {
        return tools.formats(language);
    }

    @GetMapping
    String list(AskedHistory asked, @RequestParam(defaultValue = "0") int page, Model model, Locale language) {
        var found = runs.list(asked, asked.paging(page));
        var processes = index.names(language);
        model.addAttribute("asked", asked);
        model.addAttribute("problems", asked.problems());
        model.addAttribute("runs", found);
        model.addAttribute("processes", processes);
        model.addAttribute(
                "names", processes.stream().collect(toMap(ProcessIndex.Line::process, ProcessIndex.Line::name)));
        model.addAttribute(
                "outcomes",
                found.items().stream()
                        .filter(run -> run.outcome() != null)
                        .collect(toMap(
                                ProcessRun::id,
                                run -> names.element(
                                        run.definition(), Objects.requireNonNull(run.outcome()), language))));
        model.addAttribute("ends", asked.process().isEmpty() ? List.of() : ends(asked.process(), language));
        model.addAttribute("states", STATES);
        model.addAttribute("programmes", tools.programmes(language));
        model.addAttribute("spans", tools.spans(language));
        model.addAttribute("took", tools.took());
        return "staff/history";
    }

    @GetMapping(params = "format")
    ResponseEntity<Resource> file(AskedHistory asked, @RequestParam String format, Locale language) {
        var names = index.names(language).stream().collect(toMap(ProcessIndex.Line::process, ProcessIndex.Line::name));
        return tools.file(
                format,
                table(names, language),
                Rows.pages(null, asked.search(), wanted -> runs.list(asked, wanted)),
                language);
    }

    /** @param process whose picture is shown; empty for the first */
    @GetMapping("/{number}")
    String one(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String process,
            Model model,
            Locale language) {
        model.addAllAttributes(cases.of(number, process, language));
        return "staff/history-one";
    }

    private List<StaffPictures.Node> ends(String process, Locale language) {
        return index.newest(process)
                .map(edition -> pictures.nodes(edition.definition()).stream()
                        .filter(node -> node.kind().equals("endEvent"))
                        .map(node -> new StaffPictures.Node(
                                node.id(), names.inModel(node.name(), language), node.kind(), node.event()))
                        .toList())
                .orElse(List.of());
    }

    private Table<ProcessRun> table(Map<String, String> processes, Locale language) {
        return Table.<ProcessRun>named("steering.history.title")
                .text("steering.cases.number", ProcessRun::number)
                .text("steering.processes.process", run -> processes.get(run.process()))
                .number("steering.cases.version", ProcessRun::version)
                .text("steering.history.customer", ProcessRun::customer)
                .text("steering.history.reseller", ProcessRun::reseller)
                .text(
                        "steering.programme",
                        run -> run.programme() == null
                                ? null
                                : tools.programmes(language).getOrDefault(run.programme(), run.programme()))
                .word("steering.history.state", run -> "steering.history.state." + run.state())
                .text(
                        "steering.history.outcome",
                        run -> run.outcome() == null ? null : names.element(run.definition(), run.outcome(), language))
                .moment("steering.history.began", ProcessRun::started)
                .moment("steering.history.ended", ProcessRun::ended)
                .number(
                        "steering.cases.took.seconds",
                        run -> tools.took(run.started(), run.ended()).toSeconds());
    }
}
