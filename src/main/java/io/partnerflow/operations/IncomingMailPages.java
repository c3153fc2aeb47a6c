package io.partnerflow.operations;

import io.partnerflow.documents.Vendor;
import io.partnerflow.engine.DeskNames;
import io.partnerflow.engine.StaffPerson;
import io.partnerflow.exports.ExportFile;
import io.partnerflow.exports.ExportFormat;
import io.partnerflow.exports.Exports;
import io.partnerflow.exports.Rows;
import io.partnerflow.exports.Table;
import io.partnerflow.incoming.IncomingMail;
import io.partnerflow.incoming.IncomingMails;
import io.partnerflow.incoming.MailStatus;
import io.partnerflow.incoming.MailWords;
import io.partnerflow.incoming.MailboxRounds;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Formats;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.Paging;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Mail that came in: where it stands, what it says, and where it is put. Nothing of it is shown but plain text. */
@Controller
@RequestMapping("/staff/incoming")
class IncomingMailPages {

    private static final int PAGE = 50;
    private static final String HERE = "/staff/incoming";
    private static final String PATH = HERE + "/";

    private static final Map<String, Set<MailStatus>> TABS = Map.of(
            "open", EnumSet.of(MailStatus.RECEIVED, MailStatus.TO_PLACE, MailStatus.AT_DESK),
            "place", EnumSet.of(MailStatus.TO_PLACE),
            "filed", EnumSet.of(MailStatus.FILED, MailStatus.DONE),
            "closed", EnumSet.of(MailStatus.ANSWERED, MailStatus.SPAM),
            "aside", EnumSet.of(MailStatus.SET_ASIDE),
            "all", EnumSet.allOf(MailStatus.class));
    private static final List<String> TAB_ORDER = List.of("open", "place", "filed", "closed", "aside", "all");

    private static final Table<IncomingMail> TABLE = Table.<IncomingMail>named("staff.place.incoming")
            .text("incoming.number", IncomingMail::number)
            .moment("incoming.received", IncomingMail::receivedAt)
            .text("incoming.from", IncomingMail::from)
            .text("incoming.subject", IncomingMail::subject)
            .text("incoming.about", IncomingMail::caseNumber)
            .word("incoming.status", mail -> "incoming.status." + mail.status())
            .text("incoming.desk", IncomingMail::desk)
            .text("incoming.note", IncomingMail::note);

    private final IncomingMails mails;
    private final MailboxRounds mailbox;
    private final MailWords words;
    private final DeskNames desks;
    private final Exports exports;
    private final MessageSource messages;
    private final Vendor vendor;

    IncomingMailPages(
            IncomingMails mails,
            MailboxRounds mailbox,
            MailWords words,
            DeskNames desks,
            Exports exports,
            MessageSource messages,
            Vendor vendor) {
        this.mails = mails;
        this.mailbox = mailbox;
        this.words = words;
        this.desks = desks;
        this.exports = exports;
        this.messages = messages;
        this.vendor = vendor;
    }

    @ModelAttribute("f")
    Formats formats(Locale language) {
        return new Formats(language, vendor.timeZone());
    }

    /** @param tab which mails; whatever it does not know is what is open */
    @GetMapping
    String list(
            @RequestParam(defaultValue = "open") String tab,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "0") int page,
            Authentication login,
            Model model) {
        var person = StaffPerson.of(login);
        var chosen = TABS.containsKey(tab) ? tab : "open";
        var found = mails.list(
                person,
                TABS.get(chosen),
                new Paging(Math.max(0, page), PAGE, null, search.substring(0, Math.min(100, search.length()))));
        model.addAttribute("mails", found);
        model.addAttribute("desks", deskNames(found.items()));
        model.addAttribute("tab", chosen);
        model.addAttribute("tabs", TAB_ORDER);
        model.addAttribute("search", search);
        model.addAttribute("open", mails.open(person));
        model.addAttribute("mailbox", mailbox.state());
        return "staff/incoming";
    }

    private Map<String, String> deskNames(List<IncomingMail> found) {
        return found.stream()
                .flatMap(mail -> java.util.stream.Stream.ofNullable(mail.desk()))
                .distinct()
                .collect(Collectors.toMap(desk -> desk, desks::of));
    }

    /** @param format csv or xlsx */
    @GetMapping(params = "format")
    ResponseEntity<Resource> file(
            @RequestParam String format,
            @RequestParam(defaultValue = "open") String tab,
            @RequestParam(defaultValue = "") String search,
            Authentication login,
            Locale language) {
        var person = StaffPerson.of(login);
        var wanted = ExportFormat.named(format).orElseThrow(() -> new NotFound("format", format));
        var statuses = TABS.getOrDefault(tab, TABS.get("open"));
        Rows<IncomingMail> rows = Rows.pages(null, search, paging -> mails.list(person, statuses, paging));
        return sent(exports.of(TABLE, rows, wanted, language, vendor.timeZone()));
    }

    private static ResponseEntity<Resource> sent(ExportFile file) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.contentType()))
                .contentLength(file.length())
                .header(HttpHeaders.CONTENT_DISPOSITION, named(file.name()))
                .body(new InputStreamResource(file.content()));
    }

    private static String named(String file) {
        return ContentDisposition.attachment()
                .filename(file, StandardCharsets.UTF_8)
                .build()
                .toString();
    }

    /** @param find a number or how a customer's name begins; empty for what the mail itself suggests */
    @GetMapping("/{number}")
    String one(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String find,
            Authentication login,
            Locale language,
            Model model,
            HttpServletResponse response) {
        var person = StaffPerson.of(login);
        var mail = mails.get(person, number);
        var workedOn = mails.isBeingWorkedOn(mail);
        if (workedOn) {
            response.setHeader("Refresh", "2");
        }
        model.addAttribute("mail", mail);
        model.addAttribute("workedOn", workedOn);
        model.addAttribute("mayDecide", mails.mayDecide(person, mail));
        model.addAttribute("attachments", mails.attachments(person, number));
        model.addAttribute("history", mails.history(person, number));
        model.addAttribute("find", find);
        model.addAttribute("deskName", mail.desk() == null ? "" : desks.of(mail.desk()));
        model.addAttribute("request", words.request(mail.request(), language));
        model.addAttribute(
                "findings",
                mail.findings().stream().map(found -> words.of(found, language)).toList());
        model.addAttribute(
                "suggestions",
                mail.status() == MailStatus.TO_PLACE ? mails.suggestions(person, number, find) : List.of());
        return "staff/incoming-one";
    }

    /** The mail as it came, to keep or to open in a mail program; the browser never shows it. */
    @GetMapping("/{number}/source")
    ResponseEntity<byte[]> source(@PathVariable String number, Authentication login) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, named(number + ".eml"))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .cacheControl(CacheControl.noStore())
                .body(mails.source(StaffPerson.of(login), number));
    }

    @PostMapping("/{number}/place")
    String place(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String placeAt,
            @RequestParam(defaultValue = "") String note,
            Authentication login,
            Locale language,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        return decided("placed", (person, text) -> mails.place(person, number, placeAt, text))
                .in(number, placeAt, note, login, language, model, response, next);
    }

    @PostMapping("/{number}/answered")
    String answered(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String note,
            Authentication login,
            Locale language,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        return decided("answered", (person, text) -> mails.answered(person, number, text))
                .in(number, "", note, login, language, model, response, next);
    }

    @PostMapping("/{number}/spam")
    String spam(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String note,
            Authentication login,
            Locale language,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        return decided("spam", (person, text) -> mails.spam(person, number, text))
                .in(number, "", note, login, language, model, response, next);
    }

    @PostMapping("/{number}/seen")
    String seen(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String note,
            Authentication login,
            Locale language,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        return decided("seen", (person, text) -> mails.seenTo(person, number, text))
                .in(number, "", note, login, language, model, response, next);
    }

    @PostMapping("/{number}/elsewhere")
    String elsewhere(
            @PathVariable String number,
            Authentication login,
            Locale language,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        return decided("taken-away", (person, text) -> mails.takeAway(person, number))
                .in(number, "", "", login, language, model, response, next);
    }

    /** What somebody does with a mail, and what is shown after it. */
    @FunctionalInterface
    private interface Act {

        String in(
                String number,
                String placeAt,
                String note,
                Authentication login,
                Locale language,
                Model model,
                HttpServletResponse response,
                RedirectAttributes next);
    }

    private Act decided(String done, BiConsumer<StaffPerson, @Nullable String> act) {
        return (number, placeAt, note, login, language, model, response, next) -> {
            var person = StaffPerson.of(login);
            try {
                act.accept(person, note);
            } catch (Invalid | Conflict refused) {
                response.setStatus(refused instanceof Invalid ? 422 : 409);
                model.addAttribute("problems", problems(refused, language));
                model.addAttribute("typed", Map.of("placeAt", placeAt, "note", note));
                return one(number, "", login, language, model, response);
            }
            next.addFlashAttribute("done", text("incoming.done." + done, language, placeAt));
            // who says that it belongs elsewhere has nothing to do with it any longer
            return "redirect:" + (done.equals("taken-away") && !mails.readsAll(person) ? HERE : PATH + number);
        };
    }

    /** By field; what is about no field stands under an empty name. */
    private Map<String, String> problems(RuntimeException refused, Locale language) {
        if (refused instanceof Invalid invalid) {
            return invalid.fields().stream()
                    .collect(Collectors.toMap(
                            Invalid.Field::field,
                            bad -> text(bad.text(), language, bad.args().toArray()),
                            (first, second) -> first));
        }
        var conflict = (Conflict) refused;
        return Map.of(
                "",
                text("conflict." + conflict.code(), language, conflict.args().toArray()));
    }

    private String text(String key, Locale language, Object... args) {
        return Objects.requireNonNull(messages.getMessage(key, args, language));
    }
}
