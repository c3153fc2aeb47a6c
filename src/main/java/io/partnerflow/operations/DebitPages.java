package io.partnerflow.operations;

import io.partnerflow.debits.DebitCollections;
import io.partnerflow.debits.ReturnReason;
import io.partnerflow.debits.ReturnedDebits;
import io.partnerflow.documents.Vendor;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Formats;
import io.partnerflow.shared.VendorCalendar;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.springframework.context.MessageSource;
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

/** What is collected from customers: the files for the bank, every debit in them, and where the desk says that one came back. */
@Controller
@RequestMapping("/staff/debits")
class DebitPages {

    private final DebitCollections collections;
    private final ReturnedDebits returned;
    private final MessageSource messages;
    private final VendorCalendar calendar;
    private final Vendor vendor;

    DebitPages(
            DebitCollections collections,
            ReturnedDebits returned,
            MessageSource messages,
            VendorCalendar calendar,
            Vendor vendor) {
        this.collections = collections;
        this.returned = returned;
        this.messages = messages;
        this.calendar = calendar;
        this.vendor = vendor;
    }

    @ModelAttribute("f")
    Formats formats(Locale language) {
        return new Formats(language, vendor.timeZone());
    }

    @GetMapping
    String list(Authentication login, Model model) {
        Bills.mustSeePayouts(login);
        model.addAttribute("collections", collections.latest());
        return "staff/debits";
    }

    @GetMapping("/{number}")
    String one(@PathVariable String number, Authentication login, Model model) {
        Bills.mustSeePayouts(login);
        model.addAttribute("collection", collections.get(number));
        model.addAttribute("debits", collections.debits(number));
        model.addAttribute("reasons", ReturnReason.values());
        model.addAttribute("today", calendar.today());
        return "staff/debit";
    }

    /** The bank has told the desk otherwise than by a statement. */
    @PostMapping("/{number}/returns")
    String back(
            @PathVariable String number,
            @RequestParam String endToEnd,
            @RequestParam String reason,
            @RequestParam String on,
            Authentication login,
            Locale language,
            RedirectAttributes next) {
        Bills.mustBill(login);
        try {
            var day = LocalDate.parse(on);
            if (day.isAfter(calendar.today())) {
                next.addFlashAttribute("problem", text("operations.debits.future", language));
            } else {
                returned.returned(endToEnd, ReturnReason.of(reason), day);
                next.addFlashAttribute("done", text("operations.debits.returned", language, endToEnd));
            }
        } catch (DateTimeParseException unreadable) {
            next.addFlashAttribute("problem", text("operations.debits.no-day", language, on));
        } catch (Conflict conflict) {
            next.addFlashAttribute(
                    "problem",
                    text(
                            "conflict." + conflict.code(),
                            language,
                            conflict.args().toArray()));
        }
        return "redirect:/staff/debits/" + number;
    }

    private String text(String key, Locale language, Object... args) {
        return messages.getMessage(key, args, language);
    }

    @GetMapping("/{number}.xml")
    ResponseEntity<byte[]> file(@PathVariable String number, Authentication login) {
        Bills.mustSeePayouts(login);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(number + ".xml")
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .body(collections.file(number));
    }
}
