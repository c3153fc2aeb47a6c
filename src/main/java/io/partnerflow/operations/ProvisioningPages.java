package io.partnerflow.operations;

import io.partnerflow.accounts.Accounts;
import io.partnerflow.accounts.Attempt;
import io.partnerflow.documents.Vendor;
import io.partnerflow.provisioning.ProvisioningHistory;
import io.partnerflow.shared.Formats;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Every try to provide an account, as the order desk and who manages read it. */
@Controller
@RequestMapping("/staff/provisioning")
class ProvisioningPages {

    private static final int MOST = 100;

    private final ProvisioningHistory history;
    private final Vendor vendor;

    ProvisioningPages(ProvisioningHistory history, Vendor vendor) {
        this.history = history;
        this.vendor = vendor;
    }

    @ModelAttribute("f")
    Formats formats(Locale language) {
        return new Formats(language, vendor.timeZone());
    }

    /**
     * A try on the page.
     *
     * @param tone how its badge looks
     */
    record Line(
            String number,
            Instant at,
            String step,
            String outcome,
            String tone,
            String answer,
            @Nullable Integer status,
            @Nullable Long millis) {}

    @GetMapping
    String latest(Authentication login, Locale language, Model model) {
        Provisions.mustSee(login);
        model.addAttribute(
                "tries",
                history.latest(MOST).stream().map(one -> line(one, language)).toList());
        return "staff/provisioning";
    }

    @GetMapping("/{number}")
    String one(@PathVariable String number, Authentication login, Locale language, Model model) {
        Provisions.mustSee(login);
        model.addAttribute("number", number);
        model.addAttribute("tries", lines(number, language));
        return "staff/provisioning";
    }

    private List<Line> lines(String number, Locale language) {
        return history.of(number).stream()
                .map(attempt -> line(new Accounts.CaseTry(number, attempt), language))
                .toList();
    }

    private Line line(Accounts.CaseTry tried, Locale language) {
        var attempt = tried.attempt();
        return new Line(
                tried.caseNumber(),
                attempt.at(),
                history.step(attempt.action(), language),
                history.outcome(attempt, language),
                tone(attempt),
                Objects.requireNonNullElse(attempt.answer(), ""),
                attempt.status(),
                attempt.took() == null ? null : attempt.took().toMillis());
    }

    private static String tone(Attempt attempt) {
        return attempt.succeeded() == null ? "warn" : attempt.failed() ? "bad" : "good";
    }
}
