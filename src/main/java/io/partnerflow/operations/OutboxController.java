package io.partnerflow.operations;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.documents.Vendor;
import io.partnerflow.mail.LetterStatus;
import io.partnerflow.mail.Outbox;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.EmailAddress;
import io.partnerflow.shared.Formats;
import java.util.Locale;
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

    private final Outbox outbox;
    private final AuditTrail audit;
    private final MessageSource messages;
    private final Vendor vendor;

    OutboxController(Outbox outbox, AuditTrail audit, MessageSource messages, Vendor vendor) {
        this.outbox = outbox;
        this.audit = audit;
        this.messages = messages;
        this.vendor = vendor;
    }

    @ModelAttribute("f")
    Formats formats(Locale language) {
        return new Formats(language, vendor.timeZone());
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        model.addAttribute("letters", outbox.page(search.strip(), status, page, PAGE));
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
    @GetMapping(path = "/{id}/html", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<byte[]> html(@PathVariable long id) {
        return LetterFrame.show(outbox.letter(id).page());
    }

    /** @param to another address than the letter's own, such as the right one; empty for its own */
    @PostMapping("/{id}/resending")
    String resend(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String to,
            Locale language,
            RedirectAttributes next) {
        var other = EmailAddress.parse(to);
        if (!to.isBlank() && other.isEmpty()) {
            next.addFlashAttribute("problem", messages.getMessage("operations.outbox.no-address", null, language));
            return "redirect:/outbox/" + id;
        }
        try {
            var letter = outbox.letter(id);
            var sent = other.isPresent() ? outbox.resend(id, other.get()) : outbox.resend(id);
            var receiver = other.map(EmailAddress::value).orElse(letter.to());
            audit.record("letter-resent", letter.businessKey(), "%s to %s".formatted(letter.subject(), receiver));
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
