package io.partnerflow.steering;

import io.partnerflow.decisionlog.Replay;
import io.partnerflow.decisionlog.Replays;
import io.partnerflow.decisionlog.TableDifference;
import io.partnerflow.diagrams.ProcessPicture;
import io.partnerflow.engine.DecisionTableFile;
import io.partnerflow.engine.StaffPerson;
import io.partnerflow.modelchanges.ModelChangeList;
import io.partnerflow.modelchanges.ModelDecisions;
import io.partnerflow.modelchanges.RunningCases;
import io.partnerflow.modelrules.ModelDifference;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Forbidden;
import io.partnerflow.shared.Formats;
import io.partnerflow.shared.Invalid;
import io.partnerflow.web.StaffRoom;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One change: what differs, what the rules remark, what it meets, and what the second person says. */
@Controller
@StaffRoom
@RequestMapping("/staff/models/changes/{number}")
class ModelChangePages {

    private static final byte[] NO_FORM = "{\"components\": []}".getBytes(StandardCharsets.UTF_8);

    private final ModelChangeList changes;
    private final ModelDecisions decisions;
    private final RunningCases cases;
    private final Replays replays;
    private final ModelWords words;

    ModelChangePages(
            ModelChangeList changes, ModelDecisions decisions, RunningCases cases, Replays replays, ModelWords words) {
        this.changes = changes;
        this.decisions = decisions;
        this.cases = cases;
        this.replays = replays;
        this.words = words;
    }

    @ModelAttribute("f")
    Formats formats(Locale language) {
        return words.formats(language);
    }

    @ModelAttribute("names")
    ModelWords names() {
        return words;
    }

    /**
     * A file on the page.
     *
     * @param before picture of the version in force then, with what goes marked; null where there is none
     * @param after picture of the proposed version, with what is new marked
     * @param lines what differs, in words
     * @param table what differs in a table; null for anything else
     * @param replay what a changed table would have decided in the last month; null for anything else
     */
    record Compared(
            String name,
            boolean isNew,
            boolean overtaken,
            @Nullable String before,
            @Nullable String after,
            List<Line> lines,
            @Nullable TableDifference table,
            @Nullable Replay replay) {}

    /** @param kind added, removed, changed or moved */
    record Line(String kind, String text) {}

    @GetMapping
    String one(@PathVariable String number, Authentication login, Locale language, Model page) {
        return page(number, "", List.of(), login, language, page);
    }

    @PostMapping("/decision")
    String decide(
            @PathVariable String number,
            @RequestParam(defaultValue = "false") boolean approve,
            @RequestParam(defaultValue = "") String answer,
            Authentication login,
            Locale language,
            Model page,
            HttpServletResponse response) {
        return done(
                number,
                answer,
                () -> decisions.decide(number, approve, answer, StaffPerson.of(login)),
                login,
                language,
                page,
                response);
    }

    @PostMapping("/withdrawal")
    String withdraw(
            @PathVariable String number,
            Authentication login,
            Locale language,
            Model page,
            HttpServletResponse response) {
        return done(
                number, "", () -> decisions.withdraw(number, StaffPerson.of(login)), login, language, page, response);
    }

    private String done(
            String number,
            String answer,
            Runnable deed,
            Authentication login,
            Locale language,
            Model page,
            HttpServletResponse response) {
        try {
            deed.run();
            return "redirect:/staff/models/changes/" + number;
        } catch (Invalid invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(number, answer, words.problems(invalid, language), login, language, page);
        } catch (Conflict conflict) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return page(number, answer, List.of(words.problem(conflict, language)), login, language, page);
        } catch (Forbidden forbidden) {
            response.setStatus(HttpStatus.FORBIDDEN.value());
            return page(number, answer, List.of(words.problem(forbidden, language)), login, language, page);
        }
    }

    private String page(
            String number, String answer, List<String> problems, Authentication login, Locale language, Model page) {
        var person = ModelPages.mustWorkHere(login);
        var change = changes.one(number);
        var own = change.proposedBy().equals(person.id());
        page.addAttribute("change", change);
        page.addAttribute("steers", person.seesEverything());
        page.addAttribute("answer", answer);
        page.addAttribute("problems", problems);
        page.addAttribute("decides", change.isOpen() && person.seesEverything() && !own);
        page.addAttribute("withdraws", change.isOpen() && own);
        page.addAttribute("moves", cases.moves(number));
        page.addAttribute(
                "remarks",
                changes.remarks(number).stream()
                        .map(remark -> words.remark(remark, language))
                        .toList());
        page.addAttribute(
                "files",
                changes.differences(number).stream()
                        .map(difference -> compared(difference, change.isOpen(), language))
                        .toList());
        return "staff/model-change";
    }

    private Compared compared(ModelChangeList.Difference difference, boolean open, Locale language) {
        var name = difference.after().name();
        var before = difference.before();
        var after = difference.after().content();
        var known = before == null ? after : before;
        if (name.endsWith(".dmn")) {
            var table = TableDifference.between(table(known), table(after));
            return new Compared(
                    name,
                    before == null,
                    difference.overtaken(),
                    null,
                    null,
                    List.of(),
                    table,
                    open ? replays.ofLastMonth(difference.after().text()) : null);
        }
        var process = name.endsWith(".bpmn");
        var differs = process
                ? ModelDifference.ofProcesses(known, after)
                : ModelDifference.ofForms(before == null ? NO_FORM : before, after);
        return new Compared(
                name,
                before == null,
                difference.overtaken(),
                process && before != null ? picture(before, differs) : null,
                process ? picture(after, differs) : null,
                differs.stream()
                        .map(one ->
                                new Line(one.kind().name().toLowerCase(Locale.ROOT), words.difference(one, language)))
                        .toList(),
                null,
                null);
    }

    private static io.partnerflow.engine.DecisionTable table(byte[] dmn) {
        return DecisionTableFile.of(new String(dmn, StandardCharsets.UTF_8)).table();
    }

    private static String picture(byte[] bpmn, List<ModelDifference> differs) {
        Map<String, String> marks = new HashMap<>();
        differs.forEach(
                one -> marks.putIfAbsent(one.element(), one.kind().name().toLowerCase(Locale.ROOT)));
        return ProcessPicture.of(new String(bpmn, StandardCharsets.UTF_8)).marked(marks);
    }
}
