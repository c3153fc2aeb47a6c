package io.partnerflow.steering;

import io.partnerflow.documents.Vendor;
import io.partnerflow.engine.StaffPerson;
import io.partnerflow.imports.ImportWorkbooks;
import io.partnerflow.imports.Imports;
import io.partnerflow.imports.Scope;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Forbidden;
import io.partnerflow.shared.Formats;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.Paging;
import io.partnerflow.web.StaffRoom;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the vendor takes over customers, running contracts and orders from Excel. */
@Controller
@StaffRoom
@RequestMapping("/staff/imports")
class ImportPages {

    private static final int SIZE = 50;
    private static final MediaType EXCEL =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Imports imports;
    private final ImportWorkbooks workbooks;
    private final Organisations organisations;
    private final MessageSource messages;
    private final Vendor vendor;

    ImportPages(
            Imports imports,
            ImportWorkbooks workbooks,
            Organisations organisations,
            MessageSource messages,
            Vendor vendor) {
        this.imports = imports;
        this.workbooks = workbooks;
        this.organisations = organisations;
        this.messages = messages;
        this.vendor = vendor;
    }

    @ModelAttribute("f")
    Formats formats(Locale language) {
        return new Formats(language, vendor.timeZone());
    }

    @ModelAttribute("base")
    String base() {
        return "/staff/imports";
    }

    private static Scope mustImport(Authentication login) {
        var person = StaffPerson.of(login);
        if (!person.seesEverything()
                && Stream.of("partner-managers", "order-desk").noneMatch(person::belongsTo)) {
            throw new Forbidden("not-the-importing-desk");
        }
        return new Scope(null, person.id());
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "0") int page, Authentication login, Model model) {
        mustImport(login);
        return page(page, null, model);
    }

    private String page(int page, @Nullable String problem, Model model) {
        var found = imports.list(null, new Paging(page, SIZE, null, ""));
        model.addAttribute("imports", found);
        model.addAttribute("problem", problem);
        model.addAttribute(
                "names",
                organisations
                        .get(found.items().stream()
                                .map(one -> one.reseller())
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet()))
                        .stream()
                        .collect(Collectors.toMap(Party::id, Party::name)));
        return "staff/imports";
    }

    @PostMapping
    String check(
            @RequestParam(required = false) @Nullable MultipartFile file,
            Authentication login,
            Locale language,
            Model model,
            HttpServletResponse response)
            throws IOException {
        var scope = mustImport(login);
        try {
            var name = file == null ? "" : Objects.requireNonNullElse(file.getOriginalFilename(), "");
            return "redirect:/staff/imports/"
                    + imports.check(scope, name, file == null ? new byte[0] : file.getBytes());
        } catch (Invalid invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            var bad = invalid.fields().get(0);
            return page(0, messages.getMessage(bad.text(), bad.args().toArray(), language), model);
        }
    }

    @GetMapping("/template.xlsx")
    ResponseEntity<byte[]> template(Authentication login, Locale language) {
        mustImport(login);
        return file(messages.getMessage("imports.template.file", null, language), workbooks.template(true, language));
    }

    @GetMapping("/{number}")
    String one(
            @PathVariable String number,
            @RequestParam(defaultValue = "0") int page,
            Authentication login,
            Locale language,
            Model model) {
        mustImport(login);
        model.addAttribute("one", imports.get(null, number));
        model.addAttribute("problems", imports.problems(null, number, new Paging(page, SIZE, null, ""), language));
        return "staff/import";
    }

    @GetMapping("/{number}/marked.xlsx")
    ResponseEntity<byte[]> marked(@PathVariable String number, Authentication login, Locale language) {
        mustImport(login);
        return file(
                messages.getMessage("imports.marked.file", new Object[] {number}, language),
                workbooks.marked(null, number, language));
    }

    @GetMapping("/{number}/original.xlsx")
    ResponseEntity<byte[]> original(@PathVariable String number, Authentication login) {
        mustImport(login);
        return file(imports.get(null, number).fileName(), imports.original(null, number));
    }

    @PostMapping("/{number}/confirm")
    String confirm(@PathVariable String number, Authentication login, Locale language, RedirectAttributes next) {
        var scope = mustImport(login);
        return done(number, () -> imports.confirm(scope, number), "imports.done.confirmed", language, next);
    }

    @PostMapping("/{number}/undo")
    String undo(@PathVariable String number, Authentication login, Locale language, RedirectAttributes next) {
        var scope = mustImport(login);
        return done(number, () -> imports.undo(scope, number), "imports.done.undone", language, next);
    }

    private String done(String number, Runnable what, String said, Locale language, RedirectAttributes next) {
        try {
            what.run();
            next.addFlashAttribute("done", messages.getMessage(said, null, language));
        } catch (Conflict conflict) {
            next.addFlashAttribute(
                    "refused",
                    messages.getMessage(
                            "conflict." + conflict.code(), conflict.args().toArray(), language));
        }
        return "redirect:/staff/imports/" + number;
    }

    private static ResponseEntity<byte[]> file(String name, byte[] content) {
        return ResponseEntity.ok()
                .contentType(EXCEL)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .body(content);
    }
}
