package io.partnerflow.operations;

import io.partnerflow.documents.Vendor;
import io.partnerflow.payouts.Claims;
import io.partnerflow.payouts.PayoutRuns;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Formats;
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

/** What is owed to resellers, the runs that pay it, and the files for the bank. */
@Controller
@RequestMapping("/payouts")
class PayoutPages {

    private final PayoutRuns runs;
    private final Claims claims;
    private final MessageSource messages;
    private final Vendor vendor;

    PayoutPages(PayoutRuns runs, Claims claims, MessageSource messages, Vendor vendor) {
        this.runs = runs;
        this.claims = claims;
        this.messages = messages;
        this.vendor = vendor;
    }

    @ModelAttribute("f")
    Formats formats(Locale language) {
        return new Formats(language, vendor.timeZone());
    }

    @GetMapping
    String list(Authentication login, Model model) {
        Bills.mustSeePayouts(login);
        var open = claims.open();
        model.addAttribute("open", open);
        model.addAttribute(
                "currencies",
                open.stream()
                        .filter(Claims.Open::isPayable)
                        .map(one -> one.amount().currencyCode())
                        .distinct()
                        .toList());
        model.addAttribute("runs", runs.latest());
        return "staff/payouts";
    }

    @PostMapping
    String prepare(@RequestParam String currency, Authentication login, Locale language, RedirectAttributes next) {
        var person = Bills.mustBill(login);
        try {
            var number = runs.prepare(currency, person.id());
            next.addFlashAttribute(
                    "done", messages.getMessage("operations.payouts.prepared", new Object[] {number}, language));
            return "redirect:/payouts/" + number;
        } catch (Conflict conflict) {
            next.addFlashAttribute(
                    "problem",
                    messages.getMessage(
                            "conflict." + conflict.code(), conflict.args().toArray(), language));
            return "redirect:/payouts";
        }
    }

    @GetMapping("/{number}")
    String one(@PathVariable String number, Authentication login, Model model) {
        Bills.mustSeePayouts(login);
        model.addAttribute("run", runs.get(number));
        model.addAttribute("payments", runs.payments(number));
        return "staff/payout";
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
                .body(runs.file(number));
    }
}
