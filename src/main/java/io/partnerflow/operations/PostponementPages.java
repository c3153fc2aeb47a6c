package io.partnerflow.operations;

import io.partnerflow.documents.Vendor;
import io.partnerflow.dunning.Dunnings;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Formats;
import io.partnerflow.shared.Invalid;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The billing desk grants a late payer time before it is kept from ordering. */
@Controller
class PostponementPages {

    private final Dunnings dunnings;
    private final MessageSource messages;
    private final Vendor vendor;

    PostponementPages(Dunnings dunnings, MessageSource messages, Vendor vendor) {
        this.dunnings = dunnings;
        this.messages = messages;
        this.vendor = vendor;
    }

    @PostMapping("/staff/payments/dunnings/{number}/postponement")
    String postpone(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String note,
            Locale language,
            RedirectAttributes next) {
        try {
            var day = LocalDate.parse(until.strip());
            dunnings.postpone(number, day, note.strip());
            var shown = new Formats(language, vendor.timeZone()).date(day);
            next.addFlashAttribute("done", text("operations.payments.postponed", language, number, shown));
        } catch (DateTimeParseException noDay) {
            next.addFlashAttribute("problems", List.of(text("operations.payments.no-day", language, until)));
        } catch (Invalid bad) {
            next.addFlashAttribute(
                    "problems",
                    bad.fields().stream()
                            .map(field ->
                                    text(field.text(), language, field.args().toArray()))
                            .toList());
        } catch (Conflict conflict) {
            next.addFlashAttribute(
                    "problems",
                    List.of(text(
                            "conflict." + conflict.code(),
                            language,
                            conflict.args().toArray())));
        }
        return "redirect:/staff/payments";
    }

    private String text(String key, Locale language, Object... args) {
        return messages.getMessage(key, args, language);
    }
}
