package io.partnerflow.operations;

import io.partnerflow.mail.LetterStatus;
import io.partnerflow.mail.Outbox;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Formats;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Every letter the house has written, to read on a page; also where no mail server exists. */
@Controller
@RequestMapping("/outbox")
class OutboxController {

    private static final int PAGE = 50;

    /** A letter is shown with its own looks and can do nothing but be read and have its links followed. */
    private static final String LETTER_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox allow-popups allow-popups-to-escape-sandbox";

    private final Outbox outbox;
    private final MessageSource messages;
    private final ZoneId zone;

    OutboxController(Outbox outbox, MessageSource messages, @Value("${partnerflow.vendor.time-zone}") ZoneId zone) {
        this.outbox = outbox;
        this.messages = messages;
        this.zone = zone;
    }

    @ModelAttribute("f")
    Formats formats(Locale language) {
        return new Formats(language, zone);
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        model.addAttribute("letters", outbox.page(search, status, page, PAGE));
        model.addAttribute("statuses", LetterStatus.values());
        model.addAttribute("search", search);
        model.addAttribute("status", status);
        return "staff/outbox";
    }

    @GetMapping("/{id}")
    String letter(@PathVariable long id, Model model) {
        model.addAttribute("letter", outbox.letter(id));
        return "staff/letter";
    }

    /** The letter itself, to stand in a frame of the page about it; its links open beside it. */
    @GetMapping("/{id}/html")
    ResponseEntity<String> html(@PathVariable long id) {
        var html = outbox.letter(id).html().replaceFirst("<head>", "<head><base target=\"_blank\"/>");
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_HTML)
                .header("Content-Security-Policy", LETTER_POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .body(html);
    }

    @PostMapping("/{id}/resending")
    String resend(@PathVariable long id, Locale language, RedirectAttributes next) {
        try {
            var sent = outbox.resend(id);
            next.addFlashAttribute("done", messages.getMessage("operations.outbox.resent", null, language));
            return "redirect:/outbox/" + sent;
        } catch (Conflict conflict) {
            next.addFlashAttribute(
                    "problem",
                    messages.getMessage(
                            "conflict." + conflict.code(), conflict.args().toArray(), language));
            return "redirect:/outbox/" + id;
        }
    }
}
