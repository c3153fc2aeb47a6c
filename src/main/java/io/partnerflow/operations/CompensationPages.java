package io.partnerflow.operations;

import io.partnerflow.commission.Statements;
import io.partnerflow.commission.Withdrawals;
import io.partnerflow.documents.Vendor;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Formats;
import io.partnerflow.shared.Invalid;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
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

/** Documents written in resellers' names, and taking one back. */
@Controller
@RequestMapping("/compensation")
class CompensationPages {

    private final Statements statements;
    private final Withdrawals withdrawals;
    private final MessageSource messages;
    private final Vendor vendor;

    CompensationPages(Statements statements, Withdrawals withdrawals, MessageSource messages, Vendor vendor) {
        this.statements = statements;
        this.withdrawals = withdrawals;
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
        model.addAttribute("documents", statements.latestBilled());
        return "staff/compensation";
    }

    @GetMapping("/{number}")
    String one(@PathVariable String number, Authentication login, Model model) {
        Bills.mustSeePayouts(login);
        return page(number, "", "", List.of(), model);
    }

    @PostMapping("/{number}/withdrawal")
    String withdraw(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String corrections,
            Authentication login,
            Model model,
            Locale language,
            HttpServletResponse response,
            RedirectAttributes next) {
        var person = Bills.mustBill(login);
        try {
            withdrawals.withdraw(number, reason, corrections, person.id());
        } catch (Invalid invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            var problems = invalid.fields().stream()
                    .map(bad -> messages.getMessage(bad.text(), bad.args().toArray(), language))
                    .toList();
            return page(number, reason, corrections, problems, model);
        } catch (Conflict conflict) {
            response.setStatus(HttpStatus.CONFLICT.value());
            var problem = messages.getMessage(
                    "conflict." + conflict.code(), conflict.args().toArray(), language);
            return page(number, reason, corrections, List.of(problem), model);
        }
        next.addFlashAttribute(
                "done", messages.getMessage("operations.compensation.withdrawn", new Object[] {number}, language));
        return "redirect:/compensation/" + number;
    }

    private String page(String number, String reason, String corrections, List<String> problems, Model model) {
        model.addAttribute("billed", statements.billed(number));
        model.addAttribute("reason", reason);
        model.addAttribute("corrections", corrections);
        model.addAttribute("problems", problems);
        return "staff/compensation-one";
    }
}
