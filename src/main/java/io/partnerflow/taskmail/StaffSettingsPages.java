package io.partnerflow.taskmail;

import io.partnerflow.documents.Vendor;
import io.partnerflow.engine.StaffPerson;
import io.partnerflow.shared.Formats;
import io.partnerflow.shared.Invalid;
import io.partnerflow.web.StaffRoom;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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

/** Where people choose their mails and say who stands in; managers do it for everybody. */
@Controller
@StaffRoom
@RequestMapping("/staff/settings")
class StaffSettingsPages {

    private final StaffSettingsView view;
    private final MailWishes wishes;
    private final Absences absences;
    private final MessageSource messages;
    private final Vendor vendor;

    StaffSettingsPages(
            StaffSettingsView view, MailWishes wishes, Absences absences, MessageSource messages, Vendor vendor) {
        this.view = view;
        this.wishes = wishes;
        this.absences = absences;
        this.messages = messages;
        this.vendor = vendor;
    }

    @ModelAttribute("f")
    Formats formats(Locale language) {
        return new Formats(language, vendor.timeZone());
    }

    @GetMapping
    String own(Authentication login, Model model) {
        return page(login.getName(), login, model);
    }

    @GetMapping("/people")
    String people(Authentication login, Model model) {
        model.addAttribute("people", view.people(StaffPerson.of(login)));
        return "staff/settings-people";
    }

    @GetMapping("/people/{person}")
    String one(@PathVariable String person, Authentication login, Model model) {
        return page(person, login, model);
    }

    @PostMapping("/people/{person}/mails")
    String mails(
            @PathVariable String person,
            @RequestParam Map<String, String> typed,
            Authentication login,
            Locale language,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        try {
            wishes.choose(person, typed, StaffPerson.of(login));
        } catch (Invalid invalid) {
            return refused(invalid, person, typed, login, language, model, response);
        }
        next.addFlashAttribute("done", text("taskmail.settings.mail.saved", language));
        return "redirect:" + back(person, login);
    }

    @PostMapping("/people/{person}/absences")
    String away(
            @PathVariable String person,
            @RequestParam Map<String, String> typed,
            Authentication login,
            Locale language,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var wish = new AbsenceWish(typed.get("standIn"), day(typed.get("firstDay")), day(typed.get("lastDay")));
        try {
            absences.enter(person, wish, StaffPerson.of(login));
        } catch (Invalid invalid) {
            return refused(invalid, person, typed, login, language, model, response);
        }
        var f = formats(language);
        next.addFlashAttribute(
                "done",
                text(
                        "taskmail.settings.away.saved",
                        language,
                        view.nameOf(Objects.requireNonNull(wish.standIn())),
                        view.nameOf(person),
                        f.date(Objects.requireNonNull(wish.firstDay())),
                        f.date(Objects.requireNonNull(wish.lastDay()))));
        return "redirect:" + back(person, login);
    }

    @PostMapping("/people/{person}/absences/{id}/end")
    String back(
            @PathVariable String person,
            @PathVariable long id,
            Authentication login,
            Locale language,
            RedirectAttributes next) {
        absences.end(person, id, StaffPerson.of(login));
        next.addFlashAttribute("done", text("taskmail.settings.away.ended", language, view.nameOf(person)));
        return "redirect:" + back(person, login);
    }

    private String page(String person, Authentication login, Model model) {
        model.addAllAttributes(view.of(person, StaffPerson.of(login)));
        return "staff/settings";
    }

    private String refused(
            Invalid invalid,
            String person,
            Map<String, String> typed,
            Authentication login,
            Locale language,
            Model model,
            HttpServletResponse response) {
        var problems = new LinkedHashMap<String, String>();
        invalid.fields()
                .forEach(bad -> problems.putIfAbsent(
                        bad.field(),
                        text(
                                bad.text(),
                                language,
                                bad.args().stream()
                                        .map(arg -> shown(arg, language))
                                        .toArray())));
        model.addAttribute("problems", problems);
        model.addAttribute("typed", typed);
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(person, login, model);
    }

    private Object shown(Object arg, Locale language) {
        return arg instanceof LocalDate day ? formats(language).date(day) : arg;
    }

    private static String back(String person, Authentication login) {
        return person.equals(login.getName()) ? "/staff/settings" : "/staff/settings/people/" + person;
    }

    private static @Nullable LocalDate day(@Nullable String typed) {
        try {
            return typed == null ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    private String text(String key, Locale language, Object... args) {
        return messages.getMessage(key, args, language);
    }
}
