package io.partnerflow.steering;

import io.partnerflow.decisionlog.Replays;
import io.partnerflow.decisionlog.TableDifference;
import io.partnerflow.engine.DecisionTableFile;
import io.partnerflow.engine.DecisionTables;
import io.partnerflow.engine.StaffPerson;
import io.partnerflow.engine.TableCheck;
import io.partnerflow.modelchanges.ModelChanges;
import io.partnerflow.modelchanges.ModelFile;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Formats;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import io.partnerflow.web.StaffRoom;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
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
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The decision tables: in force and before, how versions differ, and one written anew in the browser. */
@Controller
@StaffRoom
@RequestMapping("/staff/decisions/tables")
class DecisionTablePages {

    private final DecisionTables tables;
    private final Replays replays;
    private final ModelChanges changes;
    private final ModelWords words;
    private final MessageSource messages;

    DecisionTablePages(
            DecisionTables tables, Replays replays, ModelChanges changes, ModelWords words, MessageSource messages) {
        this.tables = tables;
        this.replays = replays;
        this.changes = changes;
        this.words = words;
        this.messages = messages;
    }

    @ModelAttribute("f")
    Formats formats(Locale language) {
        return words.formats(language);
    }

    /** Every desk may look at the rules and propose others; what they have decided is for managers. */
    @ModelAttribute("steers")
    boolean steers(Authentication login) {
        return ModelPages.mustWorkHere(login).seesEverything();
    }

    @GetMapping
    String all(Model model) {
        model.addAttribute("tables", tables.inForce());
        return "staff/decision-tables";
    }

    /** @param from the earlier of two versions to be compared; nothing to see one */
    @GetMapping("/{id}")
    String one(
            @PathVariable String id,
            @RequestParam(required = false) Integer from,
            @RequestParam(required = false) Integer to,
            Model model) {
        var versions = versions(id);
        var shown = to == null ? versions.get(0).version() : to;
        var table = tables.table(id, shown);
        model.addAttribute("versions", versions);
        model.addAttribute("table", table);
        model.addAttribute("shown", shown);
        model.addAttribute("from", from);
        model.addAttribute("difference", from == null ? null : TableDifference.between(tables.table(id, from), table));
        return "staff/decision-table";
    }

    @GetMapping("/{id}/change")
    String change(@PathVariable String id, @RequestParam(required = false) Integer version, Model model) {
        var latest = versions(id).get(0).version();
        var begun = DecisionTableFile.of(tables.xml(id, version == null ? latest : version));
        return editor(id, latest, begun, "", List.of(), model);
    }

    /** @param act what the reader wants done, such as {@code remove-3}; {@code check} to see what it would mean */
    @PostMapping("/{id}/change")
    String change(
            @PathVariable String id,
            @RequestParam int basedOn,
            @RequestParam(defaultValue = "check") String act,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response) {
        var before = DecisionTableFile.of(tables.xml(id, basedOn));
        var written = EditedRules.read(before.table(), sent).done(act);
        var after = DecisionTableFile.of(before.with(written));
        var problems =
                act.equals("check") ? TableCheck.problems(before.table().with(written)) : List.<Invalid.Field>of();
        if (act.equals("check") && problems.isEmpty()) {
            model.addAttribute("difference", TableDifference.between(before.table(), after.table()));
            model.addAttribute("replay", replays.ofLastMonth(after.xml()));
        }
        if (!problems.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        }
        return editor(id, basedOn, after, reason, problems, model);
    }

    /** What was written becomes a proposed change, which a second person looks at. */
    @PostMapping(
            path = "/{id}/change",
            params = {"act=propose", "!file"})
    String propose(
            @PathVariable String id,
            @RequestParam int basedOn,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam Map<String, String> sent,
            Authentication login,
            Locale language,
            Model model,
            HttpServletResponse response) {
        var before = DecisionTableFile.of(tables.xml(id, basedOn));
        var written = EditedRules.read(before.table(), sent).rules();
        var after = DecisionTableFile.of(before.with(written));
        var problems = TableCheck.problems(before.table().with(written));
        try {
            if (problems.isEmpty()) {
                return "redirect:/staff/models/changes/" + proposed(id, basedOn, before, after, reason, login);
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        } catch (Invalid invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refusals", words.problems(invalid, language));
        } catch (Conflict conflict) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("refusals", List.of(words.problem(conflict, language)));
        }
        return editor(id, basedOn, after, reason, problems, model);
    }

    private String proposed(
            String id,
            int basedOn,
            DecisionTableFile before,
            DecisionTableFile after,
            String reason,
            Authentication login) {
        if (overtaken(id, basedOn)) {
            throw new Conflict("model-change-overtaken", before.table().name());
        }
        if (before.table().equals(after.table())) {
            throw Invalid.field("files", "same", "modelchanges.nothing-differs");
        }
        var file = new ModelFile(id + ".dmn", after.xml().getBytes(StandardCharsets.UTF_8));
        return changes.propose(List.of(file), reason, StaffPerson.of(login));
    }

    /** Every change of anything gives every table a new number; only another content counts. */
    private boolean overtaken(String id, int basedOn) {
        return !tables.xml(id, basedOn)
                .equals(tables.xml(id, versions(id).get(0).version()));
    }

    /** The changed table as a file, for whoever goes on with it elsewhere. */
    @PostMapping(path = "/{id}/change", params = "file")
    ResponseEntity<byte[]> file(
            @PathVariable String id, @RequestParam int basedOn, @RequestParam Map<String, String> sent) {
        var before = DecisionTableFile.of(tables.xml(id, basedOn));
        var rules = EditedRules.read(before.table(), sent).rules();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(id + ".dmn")
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(before.with(rules).getBytes(StandardCharsets.UTF_8));
    }

    private String editor(
            String id, int basedOn, DecisionTableFile file, String reason, List<Invalid.Field> problems, Model model) {
        model.addAttribute("table", file.table());
        model.addAttribute("latest", versions(id).get(0).version());
        model.addAttribute("basedOn", basedOn);
        model.addAttribute("overtaken", overtaken(id, basedOn));
        model.addAttribute("reason", reason);
        model.addAttribute("problems", problems);
        model.addAttribute(
                "bad",
                problems.stream().collect(Collectors.toMap(Invalid.Field::field, this::inWords, (one, other) -> one)));
        return "staff/decision-table-change";
    }

    private String inWords(Invalid.Field bad) {
        return messages.getMessage(
                bad.text(), bad.args().toArray(), org.springframework.context.i18n.LocaleContextHolder.getLocale());
    }

    private List<DecisionTables.Version> versions(String id) {
        var versions = tables.versions(id);
        if (versions.isEmpty()) {
            throw new NotFound("decision-table", id);
        }
        return versions;
    }
}
