package io.partnerflow.steering;

import io.partnerflow.engine.StepVisit;
import io.partnerflow.engine.StepVisits;
import io.partnerflow.exports.Rows;
import io.partnerflow.exports.Table;
import io.partnerflow.shared.Formats;
import io.partnerflow.shared.Paging;
import io.partnerflow.web.StaffRoom;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How long the house's processes take and where they wait: on their diagrams and as tables. */
@Controller
@StaffRoom
@RequestMapping("/staff/figures/processes")
class ProcessFigurePages {

    private static final Map<String, Comparator<StepLine>> ORDERS = Map.of(
            "name", Comparator.comparing(StepLine::name),
            "where", Comparator.comparing(StepLine::where),
            "median", Comparator.comparing(StepLine::median),
            "ninety", Comparator.comparing(StepLine::ninety),
            "longest", Comparator.comparing(StepLine::longest),
            "count", Comparator.comparing(StepLine::count),
            "now", Comparator.comparing(StepLine::now),
            "share", Comparator.comparing(StepLine::share));

    private final ProcessFigures figures;
    private final ProcessIndex index;
    private final HeatPicture picture;
    private final StepVisits visits;
    private final SteeringTools tools;

    ProcessFigurePages(
            ProcessFigures figures, ProcessIndex index, HeatPicture picture, StepVisits visits, SteeringTools tools) {
        this.figures = figures;
        this.index = index;
        this.picture = picture;
        this.visits = visits;
        this.tools = tools;
    }

    @ModelAttribute("f")
    Formats formats(Locale language) {
        return tools.formats(language);
    }

    @GetMapping
    String all(AskedFigures asked, Model page, Locale language) {
        common(asked, page, language);
        page.addAttribute("processes", index.of(asked, language));
        return "staff/process-figures-all";
    }

    @GetMapping(params = "format")
    ResponseEntity<Resource> allAsFile(@RequestParam String format, AskedFigures asked, Locale language) {
        return tools.file(format, ProcessIndex.TABLE, Rows.of(index.of(asked, language)), language);
    }

    @GetMapping("/{process}")
    String one(@PathVariable String process, AskedFigures asked, Model page, Locale language) {
        var today = tools.today();
        var found = figures.of(asked.question(process, today), asked.other(), language);
        common(asked, page, language);
        page.addAttribute("figures", found);
        page.addAttribute("steps", sorted(found.steps(), asked));
        page.addAttribute("picture", picture.of(found, asked.waiting(), asked.query(today), language));
        page.addAttribute("address", "/staff/figures/processes/" + process);
        return "staff/process-figures";
    }

    @GetMapping(path = "/{process}", params = "format")
    ResponseEntity<Resource> oneAsFile(
            @PathVariable String process, @RequestParam String format, AskedFigures asked, Locale language) {
        var found = figures.of(asked.question(process, tools.today()), asked.other(), language);
        return tools.file(format, steps(), Rows.of(sorted(found.steps(), asked)), language);
    }

    /** @param view {@code longest} for the cases that have left the step; otherwise those that are in it now */
    @GetMapping("/{process}/steps/{element}")
    String step(
            @PathVariable String process,
            @PathVariable String element,
            AskedFigures asked,
            @RequestParam(defaultValue = "now") String list,
            @RequestParam(defaultValue = "0") int page,
            Model model,
            Locale language) {
        var wanted = new Paging(page, Paging.USUAL_SIZE, null, "");
        var question = asked.question(process, tools.today());
        var longest = list.equals("longest");
        common(asked, model, language);
        model.addAttribute("step", figures.step(process, element, language));
        model.addAttribute("name", index.name(process, language));
        model.addAttribute(
                "visits",
                longest ? visits.longest(question, element, wanted) : visits.inside(question, element, wanted));
        model.addAttribute("list", longest ? "longest" : "now");
        model.addAttribute("took", tools.took());
        model.addAttribute("back", "/staff/figures/processes/" + process);
        model.addAttribute("address", "/staff/figures/processes/" + process + "/steps/" + element);
        return "staff/process-figures-step";
    }

    @GetMapping(path = "/{process}/steps/{element}", params = "format")
    ResponseEntity<Resource> stepAsFile(
            @PathVariable String process,
            @PathVariable String element,
            @RequestParam String format,
            AskedFigures asked,
            @RequestParam(defaultValue = "now") String list,
            Locale language) {
        var question = asked.question(process, tools.today());
        return tools.file(
                format,
                cases(),
                Rows.pages(
                        null,
                        "",
                        wanted -> list.equals("longest")
                                ? visits.longest(question, element, wanted)
                                : visits.inside(question, element, wanted)),
                language);
    }

    private void common(AskedFigures asked, Model page, Locale language) {
        var today = tools.today();
        page.addAttribute("asked", asked);
        page.addAttribute("period", asked.period(today));
        page.addAttribute("presets", AskedDays.PRESETS);
        page.addAttribute("query", asked.query(today));
        page.addAttribute("programmes", tools.programmes(language));
        page.addAttribute("spans", tools.spans(language));
    }

    private static List<StepLine> sorted(List<StepLine> steps, AskedFigures asked) {
        var key = asked.sort().replaceFirst("^-", "");
        var order = ORDERS.getOrDefault(key, ORDERS.get("share"));
        var falls = asked.sort().startsWith("-") || !ORDERS.containsKey(key);
        return steps.stream()
                .filter(step -> step.waits() || !asked.waiting())
                .sorted(falls ? order.reversed() : order)
                .toList();
    }

    private static Table<StepLine> steps() {
        return Table.<StepLine>named("steering.processes.title")
                .text("steering.processes.step", StepLine::name)
                .text("steering.processes.where", StepLine::where)
                .number("steering.processes.count", StepLine::count)
                .number(
                        "steering.processes.median.seconds",
                        line -> line.median().toSeconds())
                .number(
                        "steering.processes.ninety.seconds",
                        line -> line.ninety().toSeconds())
                .number(
                        "steering.processes.longest.seconds",
                        line -> line.longest().toSeconds())
                .percent("steering.processes.share", StepLine::percent)
                .number("steering.processes.now", StepLine::now);
    }

    private Table<StepVisit> cases() {
        return Table.<StepVisit>named("steering.cases.title")
                .text("steering.cases.number", StepVisit::number)
                .number("steering.cases.version", StepVisit::version)
                .moment("steering.cases.entered", StepVisit::entered)
                .moment("steering.cases.left", StepVisit::left)
                .number(
                        "steering.cases.took.seconds",
                        visit -> tools.took(visit.entered(), visit.left()).toSeconds())
                .text("steering.cases.person", StepVisit::person);
    }
}
