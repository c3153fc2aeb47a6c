package io.partnerflow.portal;

import io.partnerflow.access.CurrentCaller;
import io.partnerflow.imports.ImportWorkbooks;
import io.partnerflow.imports.Imports;
import io.partnerflow.imports.Scope;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.Paging;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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

/** Where a reseller prepares many customers at once from Excel, and orders for them (P-24). */
@Controller
@RequestMapping("/customers/import")
class CustomerImportPages {

    private static final int SIZE = 50;
    private static final MediaType EXCEL =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Imports imports;
    private final ImportWorkbooks workbooks;
    private final CurrentCaller callers;
    private final MessageSource messages;

    CustomerImportPages(Imports imports, ImportWorkbooks workbooks, CurrentCaller callers, MessageSource messages) {
        this.imports = imports;
        this.workbooks = workbooks;
        this.callers = callers;
        this.messages = messages;
    }

    @ModelAttribute("base")
    String base() {
        return "/customers/import";
    }

    private Scope mustImport() {
        var caller = callers.require().mustBeAbleToOrder();
        return new Scope(caller.reseller(), caller.email());
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "0") int page, Model model) {
        return list(mustImport(), page, null, model);
    }

    private String list(Scope scope, int page, @Nullable String problem, Model model) {
        model.addAttribute("imports", imports.list(scope.reseller(), new Paging(page, SIZE, null, "")));
        model.addAttribute("problem", problem);
        return "portal/customers-imports";
    }

    @PostMapping
    String check(
            @RequestParam(required = false) @Nullable MultipartFile file,
            Locale language,
            Model model,
            HttpServletResponse response)
            throws IOException {
        var scope = mustImport();
        try {
            var name = file == null ? "" : Objects.requireNonNullElse(file.getOriginalFilename(), "");
            return "redirect:/customers/import/"
                    + imports.check(scope, name, file == null ? new byte[0] : file.getBytes());
        } catch (Invalid invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            var bad = invalid.fields().get(0);
            return list(scope, 0, messages.getMessage(bad.text(), bad.args().toArray(), language), model);
        }
    }

    @GetMapping("/template.xlsx")
    ResponseEntity<byte[]> template(Locale language) {
        mustImport();
        return file(messages.getMessage("imports.template.file", null, language), workbooks.template(false, language));
    }

    @GetMapping("/{number}")
    String one(@PathVariable String number, @RequestParam(defaultValue = "0") int page, Locale language, Model model) {
        var scope = mustImport();
        model.addAttribute("one", imports.get(scope.reseller(), number));
        model.addAttribute(
                "problems", imports.problems(scope.reseller(), number, new Paging(page, SIZE, null, ""), language));
        return "portal/customers-import";
    }

    @GetMapping("/{number}/marked.xlsx")
    ResponseEntity<byte[]> marked(@PathVariable String number, Locale language) {
        var scope = mustImport();
        return file(
                messages.getMessage("imports.marked.file", new Object[] {number}, language),
                workbooks.marked(scope.reseller(), number, language));
    }

    @GetMapping("/{number}/original.xlsx")
    ResponseEntity<byte[]> original(@PathVariable String number) {
        var scope = mustImport();
        return file(imports.get(scope.reseller(), number).fileName(), imports.original(scope.reseller(), number));
    }

    @PostMapping("/{number}/confirm")
    String confirm(@PathVariable String number, Locale language, RedirectAttributes next) {
        var scope = mustImport();
        return done(number, () -> imports.confirm(scope, number), "imports.done.confirmed", language, next);
    }

    @PostMapping("/{number}/undo")
    String undo(@PathVariable String number, Locale language, RedirectAttributes next) {
        var scope = mustImport();
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
        return "redirect:/customers/import/" + number;
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
