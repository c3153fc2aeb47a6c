package io.partnerflow.steering;

import io.partnerflow.decisionlog.DecisionLog;
import io.partnerflow.decisionlog.DecisionSheet;
import io.partnerflow.exports.Rows;
import io.partnerflow.exports.Table;
import io.partnerflow.shared.Formats;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.Page;
import io.partnerflow.shared.Paging;
import io.partnerflow.web.StaffRoom;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What decision tables have decided: to be found, read on the table that decided, and taken along. */
@Controller
@StaffRoom
@RequestMapping("/staff/decisions")
class DecisionPages {

    private final DecisionLog log;
    private final SteeringTools tools;
    private final MessageSource messages;

    DecisionPages(DecisionLog log, SteeringTools tools, MessageSource messages) {
        this.log = log;
        this.tools = tools;
        this.messages = messages;
    }

    @ModelAttribute("f")
    Formats formats(Locale language) {
        return tools.formats(language);
    }

    @GetMapping
    String list(AskedDecisions asked, @RequestParam(defaultValue = "0") int page, Model model, Locale language) {
        model.addAttribute("asked", asked);
        model.addAttribute("tables", log.tables());
        model.addAttribute("problems", List.of());
        try {
            model.addAttribute("decisions", log.list(asked.wanted(), new Paging(page, Paging.USUAL_SIZE, null, "")));
        } catch (Invalid invalid) {
            model.addAttribute("decisions", Page.all(List.<DecisionSheet>of()));
            model.addAttribute("problems", inWords(invalid, language));
        }
        return "staff/decisions";
    }

    @GetMapping(params = "format")
    ResponseEntity<Resource> asFile(AskedDecisions asked, @RequestParam String format, Locale language) {
        var wanted = asked.wanted();
        return tools.file(format, table(), Rows.pages(null, "", page -> log.list(wanted, page)), language);
    }

    @GetMapping("/{id:[0-9]{1,18}}")
    String one(@PathVariable long id, Model model) {
        model.addAttribute("sheet", log.sheet(id));
        return "staff/decision";
    }

    private List<String> inWords(Invalid invalid, Locale language) {
        return invalid.fields().stream()
                .map(bad -> messages.getMessage(bad.text(), bad.args().toArray(), language))
                .toList();
    }

    private static Table<DecisionSheet> table() {
        return Table.<DecisionSheet>named("decisionlog.title")
                .moment("decisionlog.at", sheet -> sheet.decision().at())
                .text("decisionlog.about", sheet -> sheet.decision().about())
                .text("decisionlog.part", sheet -> sheet.decision().part())
                .text("decisionlog.table", sheet -> sheet.table().name())
                .number("decisionlog.version", sheet -> sheet.decision().version())
                .text("decisionlog.rule", DecisionPages::rules)
                .text("decisionlog.words", DecisionSheet::words)
                .text("decisionlog.known", sheet -> facts(sheet.questions()))
                .text("decisionlog.answer", sheet -> facts(sheet.answers()));
    }

    private static String rules(DecisionSheet sheet) {
        return sheet.decision().rules().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static String facts(List<DecisionSheet.Fact> facts) {
        return facts.stream()
                .map(fact -> "%s: %s".formatted(fact.label(), Objects.toString(fact.value(), "")))
                .collect(Collectors.joining("; "));
    }
}
