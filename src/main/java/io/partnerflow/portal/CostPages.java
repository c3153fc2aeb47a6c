package io.partnerflow.portal;

import io.partnerflow.access.CurrentCaller;
import io.partnerflow.costs.CostGroups;
import io.partnerflow.costs.CostReport;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Csv;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.Paging;
import io.partnerflow.shared.VendorCalendar;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the organisation pays, by its own groups and by month (H-04, HA-10). */
@Controller
@RequestMapping("/costs")
class CostPages {

    private static final int SIZE = 25;

    private final CostReport costs;
    private final CostGroups groups;
    private final CurrentCaller callers;
    private final VendorCalendar calendar;
    private final MessageSource messages;

    CostPages(
            CostReport costs,
            CostGroups groups,
            CurrentCaller callers,
            VendorCalendar calendar,
            MessageSource messages) {
        this.costs = costs;
        this.groups = groups;
        this.callers = callers;
        this.calendar = calendar;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView all(
            @RequestParam(required = false) Integer year,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "0") int page) {
        return page(year == null ? calendar.today().getYear() : year, new Paging(page, SIZE, null, search));
    }

    @GetMapping("/{year}.csv")
    ResponseEntity<byte[]> csv(@PathVariable int year, Locale language) {
        var text = Csv.line(heads(language))
                + of(year).stream()
                        .map(line -> Csv.line(List.of(
                                line.month().toString(),
                                line.group(),
                                line.name(),
                                String.valueOf(line.documents()),
                                line.net().amount().toPlainString(),
                                line.gross().amount().toPlainString(),
                                line.net().currencyCode())))
                        .collect(Collectors.joining());
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("costs-%d.csv".formatted(year))
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/groups")
    ModelAndView add(
            @RequestParam String reference, @RequestParam String name, RedirectAttributes next, Locale language) {
        try {
            groups.add(callers.require(), reference, name);
        } catch (Conflict conflict) {
            return refused(Invalid.because(conflict, "reference"), reference, name, language);
        } catch (Invalid invalid) {
            return refused(invalid, reference, name, language);
        }
        return said(next, text("portal.costs.added", language, reference.strip()));
    }

    @PostMapping("/contracts/{number}")
    ModelAndView assign(
            @PathVariable String number, @RequestParam String group, RedirectAttributes next, Locale language) {
        groups.assign(callers.require(), number, group);
        return said(
                next,
                group.isBlank()
                        ? text("portal.costs.unassigned", language, number)
                        : text("portal.costs.assigned", language, number, group));
    }

    private ModelAndView page(int year, Paging paging) {
        var caller = callers.require();
        var page = new ModelAndView("portal/costs");
        page.addObject("year", year);
        page.addObject("thisYear", calendar.today().getYear());
        page.addObject("lines", of(year));
        page.addObject("groups", groups.of(caller));
        page.addObject("contracts", groups.contracts(caller, paging));
        page.addObject("search", paging.search());
        page.addObject("problems", Map.of());
        page.addObject("typed", Map.of());
        return page;
    }

    /** With what was typed. */
    private ModelAndView refused(Invalid invalid, String reference, String name, Locale language) {
        var page = page(calendar.today().getYear(), new Paging(0, SIZE, null, ""));
        var problems = new LinkedHashMap<String, String>();
        invalid.fields()
                .forEach(bad -> problems.put(
                        bad.field(), text(bad.text(), language, bad.args().toArray())));
        page.addObject("problems", problems);
        page.addObject("typed", Map.of("reference", reference, "name", name));
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    private List<CostReport.Line> of(int year) {
        var shown = Math.max(2000, Math.min(2200, year));
        return costs.of(callers.require(), LocalDate.of(shown, 1, 1), LocalDate.of(shown + 1, 1, 1));
    }

    private List<String> heads(Locale language) {
        return List.of("month", "group", "name", "documents", "net", "gross", "currency").stream()
                .map(column -> text("portal.costs." + column, language))
                .toList();
    }

    private static ModelAndView said(RedirectAttributes next, String sentence) {
        next.addFlashAttribute("flash", new Shell.Flash("good", sentence));
        return new ModelAndView("redirect:/costs");
    }

    private String text(String key, Locale language, Object... args) {
        return messages.getMessage(key, args, language);
    }
}
