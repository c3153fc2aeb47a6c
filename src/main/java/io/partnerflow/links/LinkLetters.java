package io.partnerflow.links;

import io.partnerflow.access.Role;
import io.partnerflow.access.Users;
import io.partnerflow.mail.Letter;
import io.partnerflow.mail.Postman;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.ResellerLink;
import io.partnerflow.web.PortalAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The letters about requests and links: to whoever decides, and to whoever asked. */
@Component
class LinkLetters {

    private final Postman postman;
    private final Users users;
    private final Organisations organisations;
    private final PortalAddress portal;

    LinkLetters(Postman postman, Users users, Organisations organisations, PortalAddress portal) {
        this.postman = postman;
        this.users = users;
        this.organisations = organisations;
        this.portal = portal;
    }

    private record Reader(String email, String name, Locale language) {}

    void requested(LinkRequest request) {
        toOrganisation("link-requested", request);
    }

    void reminder(LinkRequest request) {
        toOrganisation("link-reminder", request);
    }

    void withdrawn(LinkRequest request) {
        toOrganisation("link-withdrawn", request);
    }

    void expired(LinkRequest request) {
        toAsker("link-expired", request);
    }

    /** The organisation is told too who may act for it now. */
    void answered(LinkRequest request, boolean accepted) {
        toAsker(accepted ? "link-accepted" : "link-declined", request);
        if (accepted) {
            toOrganisation("link-made", request);
        }
    }

    /** @param toldTo the side that did not end it */
    void ended(ResellerLink link, UUID toldTo) {
        var facts = Map.<String, Object>of(
                "reseller", link.resellerName(),
                "customer", link.customerName(),
                "toReseller", toldTo.equals(link.reseller()));
        readers(toldTo).forEach(reader -> write("link-ended", link.id().toString(), reader, facts));
    }

    private void toOrganisation(String letter, LinkRequest request) {
        var facts = facts(request);
        readers(request.customer()).forEach(reader -> write(letter, request.number(), reader, facts));
    }

    private void toAsker(String letter, LinkRequest request) {
        var facts = facts(request);
        users.get(request.askedBy())
                .map(user -> new Reader(user.email(), user.name(), user.language()))
                .ifPresent(reader -> write(letter, request.number(), reader, facts));
    }

    /** Its administrators; the organisation's own address where it has none that could log in. */
    private List<Reader> readers(UUID organisation) {
        var administrators = users.of(organisation, Role.ADMIN).stream()
                .map(user -> new Reader(user.email(), user.name(), user.language()))
                .toList();
        var party = organisations.get(organisation);
        return administrators.isEmpty()
                ? List.of(new Reader(party.email(), party.name(), Locale.forLanguageTag(party.language())))
                : administrators;
    }

    private void write(String letter, String about, Reader reader, Map<String, Object> facts) {
        postman.send(new Letter(
                "%s/%s/%s".formatted(letter, about, reader.email()),
                reader.email(),
                reader.name(),
                letter,
                reader.language(),
                facts,
                about.startsWith("LK-") ? about : "link"));
    }

    private Map<String, Object> facts(LinkRequest request) {
        var facts = new HashMap<String, Object>();
        facts.put("number", request.number());
        facts.put("reseller", organisations.get(request.reseller()).name());
        facts.put("customer", organisations.get(request.customer()).name());
        facts.put("customerPage", portal.of("/customers/" + request.customer()));
        facts.put("role", request.role().name());
        facts.put("message", Objects.requireNonNullElse(request.message(), ""));
        facts.put("deadline", request.deadline());
        facts.put("page", portal.of("/links/requests/" + request.number()));
        facts.put("links", portal.of("/links"));
        return facts;
    }
}
