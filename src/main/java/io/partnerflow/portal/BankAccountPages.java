package io.partnerflow.portal;

import io.partnerflow.access.CurrentCaller;
import io.partnerflow.payouts.BankAccounts;
import io.partnerflow.shared.Invalid;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the reseller is paid to. */
@Controller
@RequestMapping("/statements/bank-account")
class BankAccountPages {

    private static final String PAGE = "portal/statements-account";

    private final BankAccounts accounts;
    private final CurrentCaller callers;
    private final MessageSource messages;

    BankAccountPages(BankAccounts accounts, CurrentCaller callers, MessageSource messages) {
        this.accounts = accounts;
        this.callers = callers;
        this.messages = messages;
    }

    @GetMapping
    String show(Model model) {
        var reseller = callers.require().mustBeAbleToSeeInvoices().reseller();
        model.addAttribute("account", accounts.of(reseller).orElse(null));
        model.addAttribute("typed", Map.of());
        model.addAttribute("problems", Map.of());
        return PAGE;
    }

    @PostMapping
    String change(
            @RequestParam(defaultValue = "") String accountHolder,
            @RequestParam(defaultValue = "") String iban,
            Model model,
            Locale language,
            HttpServletResponse response,
            RedirectAttributes next) {
        var caller = callers.require().mustBeAbleToSeeInvoices().mustBelong();
        try {
            accounts.change(caller.reseller(), accountHolder, iban, caller.email());
        } catch (Invalid invalid) {
            model.addAttribute("account", accounts.of(caller.reseller()).orElse(null));
            model.addAttribute("typed", Map.of("accountHolder", accountHolder, "iban", iban));
            model.addAttribute("problems", inWords(invalid, language));
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return PAGE;
        }
        next.addFlashAttribute(
                "flash", new Shell.Flash("good", messages.getMessage("portal.account.done", null, language)));
        return "redirect:/statements/bank-account";
    }

    private Map<String, String> inWords(Invalid invalid, Locale language) {
        var problems = new LinkedHashMap<String, String>();
        invalid.fields()
                .forEach(bad -> problems.put(
                        bad.field(), messages.getMessage(bad.text(), bad.args().toArray(), language)));
        return problems;
    }
}
