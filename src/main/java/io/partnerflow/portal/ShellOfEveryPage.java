package io.partnerflow.portal;

import static java.util.Objects.requireNonNullElse;

import io.partnerflow.access.Caller;
import io.partnerflow.access.CurrentCaller;
import io.partnerflow.portal.Shell.Item;
import io.partnerflow.portal.Shell.Organisation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Puts the shell into the model of every page, and its look: a customer's pages have that of its reseller; those of one
 * contract or link say themselves whose.
 */
@ControllerAdvice(basePackageClasses = ShellOfEveryPage.class)
class ShellOfEveryPage {

    private final CurrentCaller callers;
    private final MessageSource messages;
    private final NeededPlaces needed;
    private final Looks looks;

    ShellOfEveryPage(CurrentCaller callers, MessageSource messages, NeededPlaces needed, Looks looks) {
        this.callers = callers;
        this.messages = messages;
        this.needed = needed;
        this.looks = looks;
    }

    @ModelAttribute
    void surround(Model page, HttpServletRequest request, Locale language) {
        var caller = callers.find();
        page.addAttribute("shell", shell(caller, request, language));
        page.addAttribute("look", caller.map(looks::of).orElse(null));
    }

    private Shell shell(Optional<Caller> caller, HttpServletRequest request, Locale language) {
        var person = callers.person();
        return new Shell(
                text("portal.product", language),
                person.map(known -> new Shell.User(known.name(), known.email())).orElse(null),
                caller.map(ShellOfEveryPage::organisations).orElse(List.of()),
                caller.map(known -> navigation(known, request.getRequestURI(), language))
                        .orElse(List.of()),
                person.isEmpty() ? List.of() : own(request.getRequestURI(), language),
                List.of(),
                caller.flatMap(known -> known.via().map(via -> behalf(known, via)))
                        .orElse(null),
                request.getRequestURI(),
                requireNonNullElse(request.getQueryString(), ""));
    }

    private static List<Organisation> organisations(Caller caller) {
        return caller.memberships().stream()
                .map(membership -> new Organisation(
                        membership.organisation().toString(),
                        membership.organisationName(),
                        membership.organisation().equals(caller.actingFor())))
                .toList();
    }

    private static Shell.Behalf behalf(Caller caller, Caller.Via via) {
        return new Shell.Behalf(
                caller.acting().organisationName(),
                via.resellerName(),
                via.reseller().toString(),
                caller.acting().role().name());
    }

    private List<Item> own(String path, Locale language) {
        return Stream.of("settings", "invitations")
                .map(place -> new Item(
                        text("portal.place." + place, language), "/" + place, path.startsWith("/" + place), null))
                .toList();
    }

    private List<Shell.Group> navigation(Caller caller, String path, Locale language) {
        var places = needed.of(caller);
        return Stream.of(PlaceGroup.values())
                .map(group -> new Shell.Group(
                        group == PlaceGroup.START ? null : text("portal.places." + group.name(), language),
                        places.stream()
                                .filter(group::has)
                                .map(place -> item(place, path, language))
                                .toList()))
                .filter(group -> !group.items().isEmpty())
                .toList();
    }

    private Item item(String place, String path, Locale language) {
        var here = path.equals("/" + place) || path.startsWith("/" + place + "/");
        return new Item(text("portal.place." + place, language), "/" + place, here, null);
    }

    private String text(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }
}
