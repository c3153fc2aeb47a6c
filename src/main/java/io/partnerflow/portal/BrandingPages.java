package io.partnerflow.portal;

import io.partnerflow.access.CurrentCaller;
import io.partnerflow.documents.Branding;
import io.partnerflow.parties.Brandings;
import io.partnerflow.parties.Brandings.Wanted;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How offers and customers' pages of the reseller look, with a picture of it before anything is saved. */
@Controller
@RequestMapping("/branding")
class BrandingPages {

    private static final String PAGE = "portal/branding";

    private final Brandings brandings;
    private final CurrentCaller callers;
    private final PageProblems problems;
    private final MessageSource messages;

    BrandingPages(Brandings brandings, CurrentCaller callers, PageProblems problems, MessageSource messages) {
        this.brandings = brandings;
        this.callers = callers;
        this.problems = problems;
        this.messages = messages;
    }

    @GetMapping
    String show(Model model) {
        var caller = callers.require().mustBeAdministrator();
        return page(model, caller.reseller(), brandings.of(caller.reseller()), false, List.of());
    }

    /** The picture itself; whatever it is, a browser takes it for nothing but a picture. */
    @GetMapping("/logo")
    ResponseEntity<byte[]> logo() {
        var branding = brandings.of(callers.require().reseller());
        return Optional.ofNullable(branding.logo())
                .map(bytes -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(branding.logoType()))
                        .cacheControl(CacheControl.noStore())
                        .header("X-Content-Type-Options", "nosniff")
                        .header("Content-Security-Policy", "default-src 'none'; sandbox")
                        .body(bytes))
                .orElseThrow(() -> new NotFound("logo", "of the reseller"));
    }

    @PostMapping
    String change(
            @RequestParam Map<String, String> typed,
            @RequestParam(name = "logo", required = false) @Nullable MultipartFile file,
            Model model,
            Locale language,
            HttpServletResponse response,
            RedirectAttributes next) {
        var caller = callers.require().mustBeAdministrator();
        var wanted =
                new Wanted(typed.get("colour"), typed.get("senderName"), bytes(file), typed.containsKey("withoutLogo"));
        try {
            if (typed.containsKey("preview")) {
                return page(model, caller.reseller(), brandings.preview(caller.reseller(), wanted), true, List.of());
            }
            brandings.save(caller.reseller(), wanted, caller.email());
        } catch (Invalid invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("typed", typed);
            return page(
                    model,
                    caller.reseller(),
                    brandings.of(caller.reseller()),
                    false,
                    problems.of(invalid, UnaryOperator.identity(), language));
        }
        return said(next, language, "portal.branding.saved");
    }

    @PostMapping("/reset")
    String reset(RedirectAttributes next, Locale language) {
        var caller = callers.require().mustBeAdministrator();
        brandings.reset(caller.reseller(), caller.email());
        return said(next, language, "portal.branding.reset.done");
    }

    private String page(
            Model model, java.util.UUID reseller, Branding shown, boolean preview, List<PageProblems.Problem> wrong) {
        model.addAttribute("branding", shown);
        model.addAttribute("picture", picture(shown));
        model.addAttribute("preview", preview);
        model.addAttribute("own", brandings.isOwn(reseller));
        model.addAttribute("wrong", wrong);
        model.addAttribute("at", PageProblems.byField(wrong));
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", Map.of("colour", shown.colour(), "senderName", shown.senderName()));
        }
        return PAGE;
    }

    /** In the page itself, so that a picture that is not saved can be seen too. */
    private static @Nullable String picture(Branding branding) {
        return branding.logo() == null
                ? null
                : "data:%s;base64,%s"
                        .formatted(branding.logoType(), Base64.getEncoder().encodeToString(branding.logo()));
    }

    private String said(RedirectAttributes next, Locale language, String key) {
        next.addFlashAttribute("flash", new Shell.Flash("good", messages.getMessage(key, null, language)));
        return "redirect:/branding";
    }

    private static byte @Nullable [] bytes(@Nullable MultipartFile file) {
        try {
            return file == null || file.isEmpty() ? null : file.getBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
