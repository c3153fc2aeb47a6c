package io.partnerflow.portal;

import io.partnerflow.access.CurrentCaller;
import io.partnerflow.commission.CompensationByMonth;
import io.partnerflow.commission.Disputes;
import io.partnerflow.commission.Objection;
import io.partnerflow.commission.Statement;
import io.partnerflow.commission.Statements;
import io.partnerflow.documents.Documents;
import io.partnerflow.payouts.BankAccounts;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.shared.Formats;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.Paging;
import io.partnerflow.shared.VendorCalendar;
import jakarta.servlet.http.HttpServletResponse;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.context.MessageSource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the reseller has earned, month by month, and its objections (H-11). */
@Controller
@RequestMapping("/statements")
class StatementPages {

    private final Statements statements;
    private final CompensationByMonth byMonth;
    private final ListFiles files;
    private final Disputes disputes;
    private final BankAccounts accounts;
    private final Documents documents;
    private final Programmes programmes;
    private final CurrentCaller callers;
    private final VendorCalendar calendar;
    private final MessageSource messages;

    StatementPages(
            Statements statements,
            CompensationByMonth byMonth,
            ListFiles files,
            Disputes disputes,
            BankAccounts accounts,
            Documents documents,
            Programmes programmes,
            CurrentCaller callers,
            VendorCalendar calendar,
            MessageSource messages) {
        this.statements = statements;
        this.byMonth = byMonth;
        this.files = files;
        this.disputes = disputes;
        this.accounts = accounts;
        this.documents = documents;
        this.programmes = programmes;
        this.callers = callers;
        this.calendar = calendar;
        this.messages = messages;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "0") int page,
            Model model,
            Locale language) {
        var reseller = callers.require().mustBeAbleToSeeInvoices().reseller();
        model.addAttribute("statements", statements.list(reseller, new Paging(page, 25, null, search)));
        model.addAttribute("totals", statements.totals(reseller));
        model.addAttribute("account", accounts.of(reseller).orElse(null));
        model.addAttribute("charts", charts(reseller, language));
        model.addAttribute("search", search);
        model.addAttribute("subjects", subjects(language));
        model.addAttribute("programmes", programmes.names(language));
        return "portal/statements-list";
    }

    private List<CompensationChart> charts(UUID reseller, Locale language) {
        var last = YearMonth.from(calendar.today());
        var sums = byMonth.of(reseller, last.minusMonths(CompensationChart.MONTHS - 1L));
        return CompensationChart.of(sums, last, new Formats(language, calendar.zone()), language);
    }

    @GetMapping(params = "format")
    ResponseEntity<Resource> file(
            @RequestParam String format, @RequestParam(defaultValue = "") String search, Locale language, ZoneId zone) {
        var reseller = callers.require().mustBeAbleToSeeInvoices().reseller();
        var wanted = new Paging(0, 1, null, search);
        return files.of(
                format,
                MoneyTables.statements(programmes.names(language)),
                (most, taker) -> statements.each(reseller, wanted, most, taker),
                language,
                zone);
    }

    @GetMapping("/{number}")
    String one(@PathVariable String number, Model model, Locale language) {
        show(number, model, language);
        model.addAttribute("typed", Map.of());
        model.addAttribute("problems", Map.of());
        return "portal/statements-one";
    }

    private void show(String number, Model model, Locale language) {
        var reseller = callers.require().mustBeAbleToSeeInvoices().reseller();
        var statement = statements.get(reseller, number);
        var today = calendar.today();
        model.addAttribute("statement", statement);
        model.addAttribute("billed", statements.billed(statement));
        model.addAttribute("month", subjects(language).apply(statement.month(), statement.contract()));
        model.addAttribute("programme", programmes.names(language).get(statement.programme()));
        model.addAttribute("open", statement.isOpenToDispute(today));
        model.addAttribute("daysLeft", daysLeft(statement));
        model.addAttribute("account", accounts.of(reseller).orElse(null));
    }

    private long daysLeft(Statement statement) {
        var last = statement.disputeUntil();
        return last == null ? 0 : calendar.today().until(last, ChronoUnit.DAYS);
    }

    @PostMapping("/{number}/dispute")
    String dispute(
            @PathVariable String number,
            @RequestParam Map<String, String> form,
            Model model,
            Locale language,
            HttpServletResponse response,
            RedirectAttributes next) {
        var caller = callers.require().mustBeAbleToSeeInvoices();
        var statement = statements.get(caller.reseller(), number);
        try {
            disputes.dispute(caller.reseller(), number, objection(statement, form), caller.email());
        } catch (Invalid invalid) {
            show(number, model, language);
            model.addAttribute("typed", form);
            model.addAttribute("problems", inWords(invalid, disputed(statement, form), language));
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return "portal/statements-one";
        }
        next.addFlashAttribute(
                "flash", new Shell.Flash("good", messages.getMessage("portal.statement.dispute.done", null, language)));
        return "redirect:/statements/" + number;
    }

    private static Objection objection(Statement statement, Map<String, String> form) {
        return new Objection(
                form.get("reason"),
                disputed(statement, form).stream()
                        .map(line -> new Objection.Line(
                                line.item(),
                                form.get("expected-" + line.position()),
                                form.get("reason-" + line.position())))
                        .toList());
    }

    /** A line is meant if anything was typed at it. */
    private static List<Statement.Line> disputed(Statement statement, Map<String, String> form) {
        return statement.lines().stream()
                .filter(line -> !form.getOrDefault("expected-" + line.position(), "")
                                .isBlank()
                        || !form.getOrDefault("reason-" + line.position(), "").isBlank())
                .toList();
    }

    /** By the names the page's fields have. */
    private Map<String, String> inWords(Invalid invalid, List<Statement.Line> disputed, Locale language) {
        var names = new HashMap<String, String>();
        for (var i = 0; i < disputed.size(); i++) {
            for (var field : List.of("expected", "reason")) {
                names.put(
                        "lines[%d].%s".formatted(i, field),
                        "%s-%d".formatted(field, disputed.get(i).position()));
            }
        }
        var problems = new LinkedHashMap<String, String>();
        invalid.renamed(names)
                .fields()
                .forEach(bad -> problems.put(
                        bad.field(), messages.getMessage(bad.text(), bad.args().toArray(), language)));
        return problems;
    }

    @GetMapping("/{number}.pdf")
    ResponseEntity<byte[]> paper(@PathVariable String number) {
        var reseller = callers.require().mustBeAbleToSeeInvoices().reseller();
        var document = statements.paper(reseller, number);
        return DocumentPages.asFile(document, documents.content(document.id()));
    }

    @GetMapping("/billed/{number}.pdf")
    ResponseEntity<byte[]> billed(@PathVariable String number) {
        var reseller = callers.require().mustBeAbleToSeeInvoices().reseller();
        var document = statements.billedPaper(reseller, number);
        return DocumentPages.asFile(document, documents.content(document.id()));
    }

    /** A month in words, or the number of a contract. */
    private static BiFunction<YearMonth, String, String> subjects(Locale language) {
        return (month, contract) -> month == null
                ? contract
                : month.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, language) + " " + month.getYear();
    }
}
