package io.partnerflow.portal;

import io.partnerflow.access.Caller;
import io.partnerflow.access.CurrentCaller;
import io.partnerflow.portal.Shell.Item;
import io.partnerflow.portal.Shell.Organisation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Puts the shell into the model of every page. */
@ControllerAdvice(basePackageClasses = ShellOfEveryPage.class)
class ShellOfEveryPage {

    private static final List<String> PLACES = List.of("customers", "orders", "invoices");

    private final CurrentCaller callers;
    private final MessageSource messages;

    ShellOfEveryPage(CurrentCaller callers, MessageSource messages) {
        this.callers = callers;
        this.messages = messages;
    }

    @ModelAttribute("shell")
    Shell shell(HttpServletRequest request, Locale language) {
        var caller = callers.find();
        return new Shell(
                text("portal.product", language),
                caller.map(known -> new Shell.User(known.name(), known.email())).orElse(null),
                caller.map(ShellOfEveryPage::organisations).orElse(List.of()),
                caller.isEmpty() ? List.of() : navigation(request.getRequestURI(), language),
                List.of(),
                List.of());
    }

    private static List<Organisation> organisations(Caller caller) {
        return caller.memberships().stream()
                .map(membership -> new Organisation(
                        membership.organisation().toString(),
                        membership.organisationName(),
                        membership.organisation().equals(caller.actingFor())))
                .toList();
    }

    private List<Item> navigation(String path, Locale language) {
        return PLACES.stream()
                .map(place -> new Item(
                        text("portal.place." + place, language), "/" + place, path.startsWith("/" + place), null))
                .toList();
    }

    private String text(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }
}
