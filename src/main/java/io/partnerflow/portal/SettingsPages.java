package io.partnerflow.portal;

import io.partnerflow.access.CurrentCaller;
import io.partnerflow.access.ReaderPreferences;
import io.partnerflow.access.Users;
import io.partnerflow.documents.Vendor;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.Languages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How the reader is called and reads: name, language, time zone. The language also before anybody logs in. */
@Controller
class SettingsPages {

    private final Users users;
    private final CurrentCaller callers;
    private final ReaderPreferences reader;
    private final PageProblems problems;
    private final Vendor vendor;
    private final MessageSource messages;

    SettingsPages(
            Users users,
            CurrentCaller callers,
            ReaderPreferences reader,
            PageProblems problems,
            Vendor vendor,
            MessageSource messages) {
        this.users = users;
        this.callers = callers;
        this.reader = reader;
        this.problems = problems;
        this.vendor = vendor;
        this.messages = messages;
    }

    /** What stands in the form. */
    record Typed(String name, String language, String timeZone) {}

    @GetMapping("/settings")
    ModelAndView open() {
        var me = me();
        var zone = me.timeZone() == null ? "" : me.timeZone().getId();
        return page(new Typed(me.name(), me.language().toLanguageTag(), zone), List.of(), HttpStatus.OK);
    }

    @PostMapping("/settings")
    ModelAndView save(Typed typed, HttpServletRequest request, RedirectAttributes next, Locale language) {
        try {
            var changed = users.prefer(me().id(), typed.name(), typed.language(), typed.timeZone());
            reader.remember(request, changed);
            var said = messages.getMessage("portal.settings.saved", null, changed.language());
            next.addFlashAttribute("flash", new Shell.Flash("good", said));
            return new ModelAndView("redirect:/settings");
        } catch (Invalid invalid) {
            return page(
                    typed, problems.of(invalid, UnaryOperator.identity(), language), HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }

    /** Chosen at the foot of any page: kept with the user who is logged in, else in the browser. */
    @PostMapping("/language")
    String choose(
            @RequestParam String language,
            @RequestParam(defaultValue = "/") String from,
            HttpServletRequest request,
            HttpServletResponse response) {
        var person = callers.person();
        if (person.isPresent() && Languages.isOffered(language)) {
            var me = person.get();
            var zone = me.timeZone() == null ? "" : me.timeZone().getId();
            reader.remember(request, users.prefer(me.id(), me.name(), language, zone));
        } else {
            reader.choose(request, response, language);
        }
        return "redirect:" + (isOurs(from) ? from : "/");
    }

    private static boolean isOurs(String address) {
        return address.matches("/[A-Za-z0-9/_.-]*(\\?[A-Za-z0-9/_.~=&%+-]*)?") && !address.startsWith("//");
    }

    private ModelAndView page(Typed typed, List<PageProblems.Problem> wrong, HttpStatus status) {
        var page = new ModelAndView("portal/settings", status);
        page.addObject("typed", typed);
        page.addObject("email", me().email());
        page.addObject("languages", Languages.names());
        page.addObject(
                "zones",
                ZoneId.getAvailableZoneIds().stream()
                        .filter(SettingsPages::isPlace)
                        .sorted()
                        .toList());
        page.addObject("vendorZone", vendor.timeZone().getId());
        page.addObject("wrong", wrong);
        page.addObject("at", PageProblems.byField(wrong));
        return page;
    }

    /** Names like Europe/Stockholm; not the old short ones and fixed offsets. */
    private static boolean isPlace(String zone) {
        return zone.matches("(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+");
    }

    private Users.User me() {
        return callers.person().orElseThrow(() -> new AuthenticationCredentialsNotFoundException("log in first"));
    }
}
