package io.partnerflow.operations;

import io.partnerflow.documents.Vendor;
import io.partnerflow.engine.StaffPerson;
import io.partnerflow.orders.OrderWords;
import io.partnerflow.orders.Orders;
import io.partnerflow.originals.OriginalView;
import io.partnerflow.originals.Originals;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Forbidden;
import io.partnerflow.shared.Formats;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.VendorCalendar;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the contracts desk sees which originals are missing, and records what the post has brought. */
@Controller
@RequestMapping("/staff/originals")
class OriginalPages {

    private static final String DESK = "contracts";
    private static final int MOST = 200;

    private final Originals originals;
    private final Orders orders;
    private final OrderWords words;
    private final MessageSource messages;
    private final VendorCalendar calendar;
    private final Vendor vendor;

    OriginalPages(
            Originals originals,
            Orders orders,
            OrderWords words,
            MessageSource messages,
            VendorCalendar calendar,
            Vendor vendor) {
        this.originals = originals;
        this.orders = orders;
        this.words = words;
        this.messages = messages;
        this.calendar = calendar;
        this.vendor = vendor;
    }

    /** One original that is waited for. */
    record Line(String number, String customer, String reseller, OriginalView original) {}

    @GetMapping
    String list(Authentication login, Locale language, Model model) {
        var person = StaffPerson.of(login);
        if (!person.belongsTo(DESK) && !person.seesEverything()) {
            throw new Forbidden("not-the-contracts-desk");
        }
        model.addAttribute("f", new Formats(language, vendor.timeZone()));
        model.addAttribute(
                "missing", originals.missing(MOST).stream().map(this::line).toList());
        model.addAttribute("now", calendar.now());
        model.addAttribute("today", calendar.today());
        model.addAttribute("mayRecord", mayRecord(person));
        return "staff/originals";
    }

    private Line line(OriginalView original) {
        var order = orders.get(original.orderNumber());
        return new Line(order.number(), words.name(order.customer()), words.name(order.reseller()), original);
    }

    @PostMapping("/{number}")
    String received(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String receivedOn,
            Authentication login,
            Locale language,
            RedirectAttributes next) {
        var person = StaffPerson.of(login);
        if (!mayRecord(person)) {
            throw new Forbidden("not-the-contracts-desk");
        }
        try {
            originals.received(number, day(receivedOn), login.getName());
            next.addFlashAttribute("done", text("operations.originals.done", language, number));
        } catch (Invalid bad) {
            next.addFlashAttribute("problems", List.of(text(bad.fields().get(0).text(), language)));
        } catch (Conflict conflict) {
            var sentence = text(
                    "conflict." + conflict.code(), language, conflict.args().toArray());
            next.addFlashAttribute("problems", List.of(sentence));
        } catch (NotFound unknown) {
            next.addFlashAttribute("problems", List.of(text("operations.originals.unknown", language, number)));
        }
        return "redirect:/staff/originals";
    }

    /** Who manages decides nothing in the desk's place. */
    private static boolean mayRecord(StaffPerson person) {
        return person.belongsTo(DESK) || person.isAdministrator();
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    private String text(String key, Locale language, Object... args) {
        return messages.getMessage(key, args, language);
    }
}
