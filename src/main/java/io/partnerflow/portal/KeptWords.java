package io.partnerflow.portal;

import io.partnerflow.access.CurrentCaller;
import io.partnerflow.access.KeptForm;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Says what a kept form is about: the place it belongs to, the number it names, and what somebody typed into it. */
@Component
class KeptWords {

    private static final Pattern NUMBER = Pattern.compile("[A-Z]{2}-\\d{4}-\\d{6,9}");
    private static final Pattern FOR_MACHINES =
            Pattern.compile("true|on|off|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[A-Z_]{3,}");
    private static final Pattern SHOWS_ITSELF_AGAIN = Pattern.compile(
            "/forms/.+|/apply|/link/application/[^/]+|/offers/(new|[^/]+/bundle)|/customers/[^/]+/subscriptions/new");

    private final MessageSource messages;
    private final CurrentCaller callers;

    KeptWords(MessageSource messages, CurrentCaller callers) {
        this.messages = messages;
        this.callers = callers;
    }

    /** @param lost whether its page does not show the form any more */
    void describe(ModelAndView page, KeptForm form, boolean lost, Locale language) {
        page.addObject("place", place(form, language));
        page.addObject("number", number(form.path()));
        page.addObject("values", values(form));
        page.addObject(
                "refreshes", !lost && SHOWS_ITSELF_AGAIN.matcher(form.path()).matches());
        page.addObject("lost", lost);
        page.addObject(
                "actingFor",
                callers.find().map(caller -> caller.acting().organisationName()).orElse(""));
    }

    private String place(KeptForm form, Locale language) {
        var parts = form.path().split("/");
        var name = parts.length < 2 ? "" : "forms".equals(parts[1]) && parts.length > 2 ? parts[2] : parts[1];
        var known = messages.getMessage("portal.resume.place." + name, null, "", language);
        return known.isEmpty() ? messages.getMessage("portal.place." + name, null, "", language) : known;
    }

    private static String number(String path) {
        var found = NUMBER.matcher(path);
        return found.find() ? found.group() : "";
    }

    /** In the order of the page; without what only machines read. */
    private static List<String> values(KeptForm form) {
        return form.entries().entrySet().stream()
                .filter(entry -> !entry.getKey().startsWith("_"))
                .flatMap(entry -> entry.getValue().stream())
                .map(String::strip)
                .filter(value ->
                        !value.isEmpty() && !FOR_MACHINES.matcher(value).matches())
                .distinct()
                .toList();
    }
}
