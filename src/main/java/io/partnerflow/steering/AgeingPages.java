package io.partnerflow.steering;

import io.partnerflow.documents.Vendor;
import io.partnerflow.engine.AgedTask;
import io.partnerflow.engine.TaskAge;
import io.partnerflow.engine.TaskAges;
import io.partnerflow.exports.Rows;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Formats;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.Paging;
import io.partnerflow.web.StaffRoom;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

/** What lies on the desks against the days it should be done; a manager gives a task to somebody or puts its day off. */
@Controller
@StaffRoom
@RequestMapping("/staff/ageing")
class AgeingPages {

    private final Ageing ageing;
    private final ListFiles files;
    private final MessageSource messages;
    private final Vendor vendor;

    AgeingPages(Ageing ageing, ListFiles files, MessageSource messages, Vendor vendor) {
        this.ageing = ageing;
        this.files = files;
        this.messages = messages;
        this.vendor = vendor;
    }

    @ModelAttribute("f")
    Formats formats(Locale language) {
        return new Formats(language, vendor.timeZone());
    }

    /** @param age of {@link TaskAge} in kebab-case, or {@code every-overdue}; empty for all */
    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String desk,
            @RequestParam(defaultValue = "") String age,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "0") int page,
            Authentication login,
            Locale language,
            Model model) {
        Steers.mustSteer(login);
        var desks = ageing.desks();
        model.addAttribute("desks", desks);
        model.addAttribute("total", ageing.total());
        model.addAttribute("names", ageing.names(desks));
        model.addAttribute("ages", TaskAge.values());
        model.addAttribute("bars", Ageing.bars(desks));
        model.addAttribute("lines", ageing.list(wanted(desk, age), new Paging(page, 50, null, search), language));
        model.addAttribute("desk", desk);
        model.addAttribute("age", age);
        model.addAttribute("search", search);
        return "staff/ageing";
    }

    @GetMapping(params = "format")
    ResponseEntity<Resource> file(
            @RequestParam String format,
            @RequestParam(defaultValue = "") String desk,
            @RequestParam(defaultValue = "") String age,
            @RequestParam(defaultValue = "") String search,
            Authentication login,
            Locale language) {
        Steers.mustSteer(login);
        var wanted = wanted(desk, age);
        return files.of(
                format,
                Ageing.table(),
                Rows.pages(
                        null,
                        "",
                        paging ->
                                ageing.list(wanted, new Paging(paging.page(), paging.size(), null, search), language)),
                language);
    }

    @GetMapping("/{id}")
    String one(@PathVariable String id, Authentication login, Locale language, Model model) {
        Steers.mustSteer(login);
        return show(ageing.get(id), Map.of(), Map.of(), language, model);
    }

    @PostMapping("/{id}/assignee")
    String assign(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String was,
            Authentication login,
            Locale language,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        Steers.mustSteer(login);
        return changed(
                id,
                Map.of("person", person),
                "steering.ageing.given",
                language,
                model,
                response,
                next,
                () -> ageing.assign(id, person, was));
    }

    @PostMapping("/{id}/due")
    String putOff(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String was,
            Authentication login,
            Locale language,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        Steers.mustSteer(login);
        return changed(
                id,
                Map.of("until", until, "reason", reason),
                "steering.ageing.put-off.done",
                language,
                model,
                response,
                next,
                () -> ageing.putOff(id, until, reason, was));
    }

    private String changed(
            String id,
            Map<String, String> typed,
            String said,
            Locale language,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next,
            Runnable change) {
        try {
            change.run();
            next.addFlashAttribute("done", messages.getMessage(said, null, language));
            return "redirect:/staff/ageing/" + id;
        } catch (Invalid invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(ageing.get(id), typed, Problems.of(invalid, messages, language), language, model);
        } catch (Conflict conflict) {
            next.addFlashAttribute(
                    "problem",
                    messages.getMessage(
                            "conflict." + conflict.code(), conflict.args().toArray(), language));
            return conflict.code().equals("task-done") ? "redirect:/staff/ageing" : "redirect:/staff/ageing/" + id;
        } catch (NotFound done) {
            next.addFlashAttribute("problem", messages.getMessage("conflict.task-done", null, language));
            return "redirect:/staff/ageing";
        }
    }

    private String show(
            AgedTask task, Map<String, String> typed, Map<String, String> problems, Locale language, Model model) {
        model.addAttribute("task", task);
        model.addAttribute("line", ageing.line(task, language));
        model.addAttribute("people", ageing.people(task));
        model.addAttribute("trail", ageing.trail(task));
        model.addAttribute("typed", typed);
        model.addAttribute("problems", problems);
        return "staff/ageing-one";
    }

    private static TaskAges.Wanted wanted(String desk, String age) {
        return new TaskAges.Wanted(desk, ages(age));
    }

    private static List<TaskAge> ages(String wanted) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        if (wanted.equals("every-overdue")) {
            return Arrays.stream(TaskAge.values()).filter(TaskAge::isOverdue).toList();
        }
        return Arrays.stream(TaskAge.values())
                .filter(age -> code(age).equals(wanted))
                .findFirst()
                .map(List::of)
                .orElseThrow(() -> new NotFound("age", wanted));
    }

    private static String code(TaskAge age) {
        return age.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
