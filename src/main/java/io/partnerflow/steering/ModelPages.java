package io.partnerflow.steering;

import io.partnerflow.diagrams.ProcessPicture;
import io.partnerflow.engine.StaffPerson;
import io.partnerflow.modelchanges.ModelChange.Running;
import io.partnerflow.modelchanges.ModelChangeList;
import io.partnerflow.modelchanges.ModelChanges;
import io.partnerflow.modelchanges.ModelFile;
import io.partnerflow.modelchanges.Models;
import io.partnerflow.modelchanges.RunningCases;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Forbidden;
import io.partnerflow.shared.Formats;
import io.partnerflow.shared.Invalid;
import io.partnerflow.web.StaffRoom;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.multipart.MultipartFile;

/** Processes, tables and forms with their versions, and how somebody wants them otherwise. */
@Controller
@StaffRoom
@RequestMapping("/staff/models")
class ModelPages {

    private static final String NAME = "{name:[a-z0-9][a-z0-9.-]*\\.(?:bpmn|dmn|form)}";
    private static final int MOST = 20;

    private final Models models;
    private final ModelChanges changes;
    private final ModelChangeList list;
    private final RunningCases cases;
    private final ModelWords words;

    ModelPages(Models models, ModelChanges changes, ModelChangeList list, RunningCases cases, ModelWords words) {
        this.models = models;
        this.changes = changes;
        this.list = list;
        this.cases = cases;
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

    @GetMapping
    String all(Authentication login, Model page) {
        mustWorkHere(login);
        page.addAttribute("models", models.all());
        page.addAttribute("changes", list.latest(MOST));
        return "staff/models";
    }

    @GetMapping("/" + NAME)
    String one(@PathVariable String name, Authentication login, Model page) {
        mustWorkHere(login);
        return one(name, List.of(), page);
    }

    @GetMapping("/" + NAME + "/file")
    ResponseEntity<byte[]> file(
            @PathVariable String name, @RequestParam(required = false) @Nullable String edition, Authentication login) {
        mustWorkHere(login);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(models.content(name, edition));
    }

    @GetMapping("/upload")
    String upload(Authentication login, Model page) {
        mustWorkHere(login);
        return upload("", Running.STAY, List.of(), page);
    }

    @PostMapping("/upload")
    String propose(
            @RequestParam(defaultValue = "") List<MultipartFile> files,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "STAY") Running running,
            Authentication login,
            Locale language,
            Model page,
            HttpServletResponse response)
            throws IOException {
        var person = mustWorkHere(login);
        try {
            return "redirect:/staff/models/changes/" + changes.propose(read(files), reason, running, person);
        } catch (Invalid invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return upload(reason, running, words.problems(invalid, language), page);
        }
    }

    @PostMapping("/" + NAME + "/rollback")
    String rollBack(
            @PathVariable String name,
            @RequestParam String edition,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "STAY") Running running,
            Authentication login,
            Locale language,
            Model page,
            HttpServletResponse response) {
        var person = mustWorkHere(login);
        return proposed(name, () -> changes.rollBack(name, edition, reason, running, person), language, page, response);
    }

    @PostMapping("/" + NAME + "/release")
    String takeRelease(
            @PathVariable String name,
            @RequestParam(defaultValue = "") String reason,
            Authentication login,
            Locale language,
            Model page,
            HttpServletResponse response) {
        var person = mustWorkHere(login);
        return proposed(name, () -> changes.takeRelease(name, reason, Running.STAY, person), language, page, response);
    }

    @PostMapping("/" + NAME + "/move")
    String move(
            @PathVariable String name,
            @RequestParam(defaultValue = "") String reason,
            Authentication login,
            Locale language,
            Model page,
            HttpServletResponse response) {
        var person = mustWorkHere(login);
        return proposed(
                name, () -> changes.moveCases(models.one(name).key(), reason, person), language, page, response);
    }

    private interface Proposal {
        String number();
    }

    private String proposed(String name, Proposal proposal, Locale language, Model page, HttpServletResponse response) {
        try {
            return "redirect:/staff/models/changes/" + proposal.number();
        } catch (Invalid invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return one(name, words.problems(invalid, language), page);
        } catch (Conflict conflict) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return one(name, List.of(words.problem(conflict, language)), page);
        }
    }

    private String one(String name, List<String> problems, Model page) {
        var model = models.one(name);
        page.addAttribute("model", model);
        page.addAttribute("versions", models.versions(name));
        page.addAttribute("changes", list.ofModel(name, MOST));
        page.addAttribute("problems", problems);
        if (model.kind().equals("bpmn")) {
            page.addAttribute(
                    "picture",
                    ProcessPicture.of(new String(models.content(name, null), StandardCharsets.UTF_8))
                            .draw());
            page.addAttribute("former", cases.onFormerVersions(model.key()));
        }
        return "staff/model";
    }

    private static String upload(String reason, Running running, List<String> problems, Model page) {
        page.addAttribute("reason", reason);
        page.addAttribute("running", running);
        page.addAttribute("problems", problems);
        return "staff/model-upload";
    }

    private static List<ModelFile> read(List<MultipartFile> files) throws IOException {
        var read = new ArrayList<ModelFile>();
        for (var file : files) {
            if (!file.isEmpty()) {
                var name = String.valueOf(file.getOriginalFilename());
                read.add(new ModelFile(
                        name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1), file.getBytes()));
            }
        }
        return read;
    }

    static StaffPerson mustWorkHere(Authentication login) {
        var person = StaffPerson.of(login);
        if (person.groups().isEmpty()) {
            throw new Forbidden("no-desk");
        }
        return person;
    }
}
