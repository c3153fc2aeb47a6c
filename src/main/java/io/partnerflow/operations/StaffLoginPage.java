package io.partnerflow.operations;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.StaffAccounts;
import io.partnerflow.engine.WantedPage;
import io.partnerflow.shared.Invalid;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Staff log in, and choose their own password. The log-in itself is the security chain's. */
@Controller
class StaffLoginPage {

    private final StaffAccounts accounts;
    private final AuditTrail audit;

    StaffLoginPage(StaffAccounts accounts, AuditTrail audit) {
        this.accounts = accounts;
        this.audit = audit;
    }

    @GetMapping("/staff/login")
    String login(HttpServletRequest request, Model page) {
        WantedPage.of(request).ifPresent(path -> page.addAttribute("then", path));
        return "staff/login";
    }

    @GetMapping("/staff/password")
    String password() {
        return "staff/password";
    }

    @PostMapping("/staff/password")
    String change(
            HttpServletRequest request,
            Principal person,
            @RequestParam String current,
            @RequestParam String wanted,
            Model page)
            throws ServletException {
        try {
            accounts.changePassword(person.getName(), current, wanted);
        } catch (Invalid invalid) {
            page.addAttribute("problem", invalid.fields().get(0));
            return "staff/password";
        }
        audit.record("staff-password-changed", person.getName(), null);
        request.logout(); // what the log-in with the old password allowed, or did not, ends here
        return "redirect:/staff/login?changed";
    }
}
