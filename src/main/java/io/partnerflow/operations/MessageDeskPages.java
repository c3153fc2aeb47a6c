package io.partnerflow.operations;

import io.partnerflow.conversations.Author;
import io.partnerflow.conversations.MessageDesk;
import io.partnerflow.conversations.NewMessage;
import io.partnerflow.documents.UploadRefused;
import io.partnerflow.documents.Vendor;
import io.partnerflow.engine.DeskNames;
import io.partnerflow.engine.StaffAccounts;
import io.partnerflow.engine.StaffPerson;
import io.partnerflow.incoming.IncomingMail;
import io.partnerflow.incoming.IncomingMails;
import io.partnerflow.parties.Organisations;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Formats;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.Paging;
import io.partnerflow.shared.VendorCalendar;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
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

/** Where the vendor's people read what resellers have written, answer, and note what is for themselves. */
@Controller
@RequestMapping("/staff/messages")
class MessageDeskPages {

    private static final int THREADS = 50;
    private static final int ENTRIES = 50;

    private final MessageDesk desk;
    private final DeskNames names;
    private final StaffAccounts accounts;
    private final Organisations organisations;
    private final MessageSource messages;
    private final Vendor vendor;
    private final VendorCalendar calendar;
    private final IncomingMails mails;

    MessageDeskPages(
            MessageDesk desk,
            DeskNames names,
            StaffAccounts accounts,
            Organisations organisations,
            MessageSource messages,
            Vendor vendor,
            VendorCalendar calendar,
            IncomingMails mails) {
        this.desk = desk;
        this.names = names;
        this.accounts = accounts;
        this.organisations = organisations;
        this.messages = messages;
        this.vendor = vendor;
        this.calendar = calendar;
        this.mails = mails;
    }

    @ModelAttribute("f")
    Formats formats(Locale language) {
        return new Formats(language, vendor.timeZone());
    }

    /** @param desk empty for every desk */
    @GetMapping
    String list(
            @RequestParam(name = "desk", defaultValue = "") String wanted,
            @RequestParam(defaultValue = "waiting") String state,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        var chosen = MessageDesk.desks().contains(wanted) ? wanted : null;
        var waiting = !state.equals("answered");
        var desks = new LinkedHashMap<String, String>();
        MessageDesk.desks().forEach(one -> desks.put(one, names.of(one)));
        model.addAttribute("lines", desk.list(waiting, chosen, new Paging(page, THREADS, null, "")));
        model.addAttribute("waiting", waiting);
        model.addAttribute("count", desk.waiting(chosen));
        model.addAttribute("desk", chosen == null ? "" : chosen);
        model.addAttribute("desks", desks);
        return "staff/messages";
    }

    @GetMapping("/{number}")
    String one(
            @PathVariable String number,
            @RequestParam(defaultValue = "0") int page,
            Authentication login,
            Model model) {
        var subject = desk.subject(number);
        model.addAttribute("subject", subject);
        model.addAttribute("entries", desk.thread(number, new Paging(page, ENTRIES, null, "")));
        model.addAttribute("customer", organisations.get(subject.customer()));
        model.addAttribute("reseller", organisations.get(subject.reseller()));
        var about = mails.about(number);
        model.addAttribute("mails", about);
        model.addAttribute("readable", readable(StaffPerson.of(login), about));
        model.addAttribute("me", login.getName());
        model.addAttribute("now", calendar.now());
        model.addAttribute("once", UUID.randomUUID());
        return "staff/message";
    }

    private Set<String> readable(StaffPerson person, List<IncomingMail> about) {
        return about.stream()
                .filter(mail -> mails.mayDecide(person, mail))
                .map(IncomingMail::number)
                .collect(Collectors.toSet());
    }

    /** @param what answer or note */
    @PostMapping("/{number}")
    String write(
            @PathVariable String number,
            @RequestParam String what,
            @RequestParam(required = false) @Nullable UUID once,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            Authentication login,
            Locale language,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next)
            throws IOException {
        var author = new Author(login.getName(), accounts.nameOf(login.getName()));
        var submission = Objects.requireNonNullElseGet(once, UUID::randomUUID);
        var message = new NewMessage(submission, text, false, sent(file));
        try {
            if (what.equals("note")) {
                desk.note(author, number, submission, text);
            } else {
                desk.answer(author, number, message);
            }
        } catch (Invalid | UploadRefused refused) {
            return refused(refused, number, what, text, login, language, model, response);
        }
        return done(next, language, number, what.equals("note") ? "noted" : "answered");
    }

    @PostMapping("/{number}/settled")
    String settle(@PathVariable String number, Locale language, RedirectAttributes next) {
        desk.settle(number);
        return done(next, language, number, "settled");
    }

    @PostMapping("/{number}/{id}")
    String edit(
            @PathVariable String number,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String text,
            Authentication login,
            Locale language,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        try {
            desk.edit(login.getName(), number, id, text);
        } catch (Invalid | Conflict refused) {
            return refused(refused, number, "note", text, login, language, model, response);
        }
        return done(next, language, number, "edited");
    }

    private String refused(
            RuntimeException refused,
            String number,
            String what,
            String text,
            Authentication login,
            Locale language,
            Model model,
            HttpServletResponse response) {
        if (refused instanceof Invalid invalid) {
            response.setStatus(422);
            model.addAttribute(
                    "problems",
                    invalid.fields().stream()
                            .map(bad -> text(bad.text(), language, bad.args()))
                            .toList());
        } else if (refused instanceof UploadRefused upload) {
            response.setStatus(upload.status());
            model.addAttribute("problems", List.of(text("upload." + upload.code(), language, upload.args())));
        } else {
            response.setStatus(409);
            model.addAttribute(
                    "problems", List.of(text("conflict." + ((Conflict) refused).code(), language, List.of())));
        }
        model.addAttribute("typed", Map.of(what, text));
        return one(number, 0, login, model);
    }

    private String done(RedirectAttributes next, Locale language, String number, String what) {
        next.addFlashAttribute("done", text("conversations.staff.done." + what, language, List.of()));
        return "redirect:/staff/messages/" + number;
    }

    private String text(String key, Locale language, List<Object> args) {
        return messages.getMessage(key, args.toArray(), language);
    }

    private static NewMessage.@Nullable File sent(@Nullable MultipartFile file) throws IOException {
        return file == null || file.isEmpty()
                ? null
                : new NewMessage.File(file.getBytes(), Objects.requireNonNullElse(file.getOriginalFilename(), ""));
    }
}
