package io.partnerflow.steering;

import io.partnerflow.diagrams.ModelNames;
import io.partnerflow.documents.Vendor;
import io.partnerflow.engine.FailedWork;
import io.partnerflow.exports.Rows;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Formats;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.Paging;
import io.partnerflow.web.StaffRoom;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Steps that have failed, in words; a manager lets them try again, leaves them out, or asks somebody about them. */
@Controller
@StaffRoom
@RequestMapping("/staff/failed")
class FailedPages {

    private static final String LIST = "redirect:/staff/failed";

    private final ExplainedSteps failed;
    private final StandingSteps standing;
    private final FailureQuestions questions;
    private final AskedPeople people;
    private final ListFiles files;
    private final ModelNames names;
    private final MessageSource messages;
    private final Vendor vendor;

    FailedPages(
            ExplainedSteps failed,
            StandingSteps standing,
            FailureQuestions questions,
            AskedPeople people,
            ListFiles files,
            ModelNames names,
            MessageSource messages,
            Vendor vendor) {
        this.failed = failed;
        this.standing = standing;
        this.questions = questions;
        this.people = people;
        this.files = files;
        this.names = names;
        this.messages = messages;
        this.vendor = vendor;
    }

    @ModelAttribute("f")
    Formats formats(Locale language) {
        return new Formats(language, vendor.timeZone());
    }

    /** @param kind {@code steps}, or {@code reports} for what processes have reported about themselves */
    @GetMapping
    String list(
            @RequestParam(defaultValue = "steps") String kind,
            @RequestParam(defaultValue = "") String process,
            @RequestParam(defaultValue = "") String element,
            @RequestParam(defaultValue = "0") int page,
            Authentication login,
            Locale language,
            Model model) {
        Steers.mustSteer(login);
        var steps = !kind.equals("reports");
        var wanted = new FailedWork.Wanted(steps, process, element);
        model.addAttribute("lines", failed.list(wanted, new Paging(page, 50, null, ""), language));
        model.addAttribute("alike", steps ? failed.alike(language) : List.of());
        model.addAttribute("counts", failed.counts());
        model.addAttribute("outlasting", questions.outlasting());
        model.addAttribute("desks", people.desks());
        model.addAttribute("people", people.people());
        model.addAttribute("steps", steps);
        model.addAttribute("process", process);
        model.addAttribute("element", element);
        return "staff/failed";
    }

    @GetMapping(params = "format")
    ResponseEntity<Resource> file(
            @RequestParam String format,
            @RequestParam(defaultValue = "steps") String kind,
            @RequestParam(defaultValue = "") String process,
            @RequestParam(defaultValue = "") String element,
            Authentication login,
            Locale language) {
        Steers.mustSteer(login);
        var wanted = new FailedWork.Wanted(!kind.equals("reports"), process, element);
        return files.of(
                format,
                ExplainedSteps.table(),
                Rows.pages(null, "", paging -> failed.list(wanted, paging, language)),
                language);
    }

    @GetMapping("/{id}")
    String one(@PathVariable String id, Authentication login, Locale language, Model model, RedirectAttributes next) {
        Steers.mustSteer(login);
        try {
            return show(id, Map.of(), Map.of(), language, model);
        } catch (NotFound gone) { // it was there when somebody was told of it
            next.addFlashAttribute("problem", text("conflict.failed-step-gone", language));
            return LIST;
        }
    }

    @PostMapping("/{id}/retry")
    String retry(@PathVariable String id, Authentication login, Locale language, RedirectAttributes next) {
        Steers.mustSteer(login);
        return said(next, language, LIST, () -> {
            var one = standing.retry(id);
            return text("steering.failed.again", language, FailureQuestions.subject(one));
        });
    }

    @PostMapping("/retry")
    String retryAlike(
            @RequestParam String process,
            @RequestParam String element,
            Authentication login,
            Locale language,
            RedirectAttributes next) {
        Steers.mustSteer(login);
        return said(
                next,
                language,
                LIST,
                () -> text("steering.failed.all-again", language, standing.retryAlike(process, element)));
    }

    @PostMapping("/{id}/skip")
    String skip(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            Authentication login,
            Locale language,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var person = Steers.mustSteer(login);
        try {
            return said(next, language, LIST, () -> {
                var one = standing.skip(id, reason, person.id());
                return text(
                        "steering.failed.skipped",
                        language,
                        names.of(one.elementName(), language),
                        FailureQuestions.subject(one));
            });
        } catch (Invalid invalid) {
            return again(id, Map.of("reason", reason), invalid, language, model, response);
        }
    }

    @PostMapping("/{id}/questions")
    String ask(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String question,
            Authentication login,
            Locale language,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var person = Steers.mustSteer(login);
        try {
            return said(next, language, LIST + "/" + id, () -> {
                var number = questions.ask(failed.get(id), to, question, person.id());
                return text("steering.failed.asked", language, number);
            });
        } catch (Invalid invalid) {
            return again(id, Map.of("to", to, "question", question), invalid, language, model, response);
        }
    }

    @PostMapping("/{id}/questions/{number}/withdrawal")
    String withdraw(
            @PathVariable String id,
            @PathVariable String number,
            Authentication login,
            Locale language,
            RedirectAttributes next) {
        var person = Steers.mustSteer(login);
        return said(next, language, LIST + "/" + id, () -> {
            questions.withdraw(number, person.id());
            return text("steering.failed.withdrawn", language, number);
        });
    }

    /** Of a question about a step that waits no more. */
    @PostMapping("/questions/{number}/withdrawal")
    String withdraw(@PathVariable String number, Authentication login, Locale language, RedirectAttributes next) {
        var person = Steers.mustSteer(login);
        return said(next, language, LIST, () -> {
            questions.withdraw(number, person.id());
            return text("steering.failed.withdrawn", language, number);
        });
    }

    private String again(
            String id,
            Map<String, String> typed,
            Invalid invalid,
            Locale language,
            Model model,
            HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return show(id, typed, Problems.of(invalid, messages, language), language, model);
    }

    private String show(
            String id, Map<String, String> typed, Map<String, String> problems, Locale language, Model model) {
        model.addAttribute("one", failed.explained(id, language));
        model.addAttribute("desks", people.desks());
        model.addAttribute("people", people.people());
        model.addAttribute("typed", typed);
        model.addAttribute("problems", problems);
        return "staff/failed-one";
    }

    private String said(RedirectAttributes next, Locale language, String to, Supplier<String> done) {
        try {
            next.addFlashAttribute("done", done.get());
            return to;
        } catch (Conflict conflict) {
            var args = conflict.args().stream()
                    .map(arg ->
                            conflict.code().equals("failed-step-not-skippable") ? names.of("" + arg, language) : arg)
                    .toArray();
            next.addFlashAttribute("problem", text("conflict." + conflict.code(), language, args));
            return conflict.code().equals("failed-step-gone") ? LIST : to;
        }
    }

    private @Nullable String text(String key, Locale language, Object... args) {
        return messages.getMessage(key, args, language);
    }
}
