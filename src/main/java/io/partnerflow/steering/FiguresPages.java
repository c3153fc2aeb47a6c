package io.partnerflow.steering;

import io.partnerflow.conversations.MessageDesk;
import io.partnerflow.engine.FailedWork;
import io.partnerflow.engine.TaskAge;
import io.partnerflow.exports.Rows;
import io.partnerflow.exports.Table;
import io.partnerflow.shared.Formats;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.Paging;
import io.partnerflow.steering.ManagersFigures.Row;
import io.partnerflow.steering.ManagersFigures.Wanted;
import io.partnerflow.web.StaffRoom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The managers' first page: a handful of numbers, and the list behind each. */
@Controller
@StaffRoom
@RequestMapping("/staff/figures")
class FiguresPages {

    private static final String USUAL = "twelve-months";

    private final ManagersFigures figures;
    private final Ageing ageing;
    private final FailedWork failed;
    private final MessageDesk messages;
    private final SteeringTools tools;

    FiguresPages(ManagersFigures figures, Ageing ageing, FailedWork failed, MessageDesk messages, SteeringTools tools) {
        this.figures = figures;
        this.ageing = ageing;
        this.failed = failed;
        this.messages = messages;
        this.tools = tools;
    }

    @ModelAttribute("f")
    Formats formats(Locale language) {
        return tools.formats(language);
    }

    /** @param programme empty for every one; work on the desks is of all programmes */
    @GetMapping
    String overview(
            @RequestParam(defaultValue = "") String programme,
            @RequestParam(defaultValue = USUAL) String period,
            Authentication login,
            Locale language,
            Model model) {
        Steers.mustSteer(login);
        var days = FigurePeriod.days(period, tools.today());
        var now = new Wanted(programme, null, null, null, null);
        var then = new Wanted(programme, null, null, days.from(), days.until());
        work(model);
        money(model, now, then);
        model.addAttribute("orders", figures.states(Figure.ORDERS, now));
        model.addAttribute("orderCount", figures.count(Figure.ORDERS, now));
        model.addAttribute("programmes", tools.programmes(language));
        model.addAttribute("programme", programme);
        model.addAttribute("periods", FigurePeriod.codes());
        model.addAttribute("period", period);
        model.addAttribute("days", days);
        return "staff/figures";
    }

    private void work(Model model) {
        var desks = ageing.desks();
        model.addAttribute("desks", desks);
        model.addAttribute("names", ageing.names(desks));
        model.addAttribute("bars", Ageing.bars(desks));
        model.addAttribute("ages", TaskAge.values());
        model.addAttribute("failedSteps", failed.count(FailedWork.Wanted.allSteps()));
        model.addAttribute("messagesWaiting", messages.waiting(null));
    }

    private void money(Model model, Wanted now, Wanted then) {
        var sums = new LinkedHashMap<String, List<ManagersFigures.Sum>>();
        var counts = new LinkedHashMap<String, Long>();
        for (var figure : Figure.values()) {
            var found = figures.sums(figure, figure.isOfAPeriod() ? then : now);
            sums.put(figure.code(), found);
            counts.put(
                    figure.code(),
                    found.stream().mapToLong(ManagersFigures.Sum::count).sum());
        }
        model.addAttribute("sums", sums);
        model.addAttribute("counts", counts);
        model.addAttribute(
                "months",
                MoneyMonths.of(
                        figures.months(Figure.INVOICED, then),
                        figures.months(Figure.OWED, then),
                        figures.months(Figure.OVERDUE, then)));
    }

    /** @param month such as {@code 2026-11}, in place of a period */
    @GetMapping("/list/{code}")
    String list(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String programme,
            @RequestParam(defaultValue = "") String currency,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "0") int page,
            Authentication login,
            Locale language,
            Model model) {
        Steers.mustSteer(login);
        var figure = figure(code);
        var asked = new AskedRows(programme, currency, state, period, month);
        var wanted = asked.wanted(tools.today());
        model.addAttribute("figure", figure);
        model.addAttribute("rows", figures.list(figure, wanted, new Paging(page, 50, null, "")));
        model.addAttribute("sums", figures.sums(figure, wanted));
        model.addAttribute("programmes", tools.programmes(language));
        model.addAttribute("asked", asked);
        model.addAttribute("periods", FigurePeriod.codes());
        model.addAttribute("states", figures.states(figure, asked.everyState().wanted(tools.today())));
        return "staff/figures-list";
    }

    @GetMapping(path = "/list/{code}", params = "format")
    ResponseEntity<Resource> file(
            @PathVariable String code,
            @RequestParam String format,
            @RequestParam(defaultValue = "") String programme,
            @RequestParam(defaultValue = "") String currency,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "") String month,
            Authentication login,
            Locale language) {
        Steers.mustSteer(login);
        var figure = figure(code);
        var wanted = new AskedRows(programme, currency, state, period, month).wanted(tools.today());
        return tools.file(
                format,
                table(figure, tools.programmes(language)),
                Rows.pages(null, "", paging -> figures.list(figure, wanted, paging)),
                language);
    }

    private static Figure figure(String code) {
        return Figure.named(code).orElseThrow(() -> new NotFound("figure", code));
    }

    private static Table<Row> table(Figure figure, Map<String, String> programmes) {
        return Table.<Row>named("steering.figure." + figure.code())
                .text("steering.common.number", Row::number)
                .text("steering.common.customer", Row::customer)
                .text("steering.common.reseller", Row::reseller)
                .text("steering.programme", row -> row.programme() == null ? null : programmes.get(row.programme()))
                .word("steering.figure.state", row -> figure.stateKey(row.state()))
                .day("steering.figure.day", Row::day)
                .day("steering.figure.due", Row::due)
                .money("steering.figure.amount", Row::amount);
    }
}
