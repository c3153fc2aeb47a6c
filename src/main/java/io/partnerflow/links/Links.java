package io.partnerflow.links;

import io.partnerflow.access.Caller;
import io.partnerflow.access.Role;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.parties.PrimaryResellers;
import io.partnerflow.parties.ResellerLink;
import io.partnerflow.parties.ResellerLinks;
import io.partnerflow.shared.Forbidden;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** The links an organisation has: which resellers may act for it, and which of them is the primary one (HA-5, HA-6, HA-9). */
@ModuleService
public class Links {

    private final ResellerLinks links;
    private final PrimaryResellers primaries;
    private final LinkLetters letters;
    private final TypedLink typed;

    Links(ResellerLinks links, PrimaryResellers primaries, LinkLetters letters, TypedLink typed) {
        this.links = links;
        this.primaries = primaries;
        this.letters = letters;
        this.typed = typed;
    }

    /**
     * The resellers that may act for the caller's organisation or could once, those of today first.
     *
     * @throws Forbidden if the caller acts for it through a link itself
     */
    @Transactional(readOnly = true)
    public List<ResellerLink> of(Caller caller) {
        requireOwn(caller);
        return links.of(caller.actingFor());
    }

    /** Who was the primary reseller of the caller's organisation, from when to when; latest first. */
    @Transactional(readOnly = true)
    public List<PrimaryResellers.Stretch> primaries(Caller caller) {
        requireOwn(caller);
        return primaries.history(caller.actingFor());
    }

    /**
     * One link of the caller's organisation, whichever side it is on.
     *
     * @param id of the link, or LK-… of its request
     * @throws NotFound if the caller's organisation is on neither side
     */
    @Transactional(readOnly = true)
    public ResellerLink get(Caller caller, String id) {
        var link = links.get(id);
        if (caller.via().isPresent()
                || !link.reseller().equals(caller.actingFor())
                        && !link.customer().equals(caller.actingFor())) {
            throw new NotFound("link", id);
        }
        return link;
    }

    /**
     * The organisation itself lets a reseller act for it, from this moment on; nobody else has to agree.
     *
     * @param typedRole VIEW, ORDER, BILLING or ADMIN
     * @throws Forbidden if the caller is not an administrator that belongs to the organisation
     * @throws Invalid with every bad field of {@code country}, {@code registrationNumber}, {@code role}
     * @throws io.partnerflow.shared.Conflict {@code link-circle} or {@code link-too-deep}
     */
    public ResellerLink letIn(
            Caller caller, @Nullable String country, @Nullable String registrationNumber, @Nullable String typedRole) {
        var organisation = caller.mustBeAdministrator().actingFor();
        var problems = new Invalid.Collector();
        var role = typed.role(typedRole, problems);
        var reseller = typed.reseller(country, registrationNumber, problems);
        problems.throwIfAny();
        links.establish(reseller.id(), organisation, role, null);
        return links.between(reseller.id(), organisation).orElseThrow();
    }

    /**
     * Either side ends the link, with the next click of the reseller's people. Contracts go on as they are; what was
     * earned on documents issued so far stays (HA-9). A second time changes nothing.
     *
     * @throws NotFound if the caller's organisation is on neither side
     * @throws Forbidden if the caller is not an administrator that belongs to it
     */
    public ResellerLink end(Caller caller, String id) {
        var link = get(caller, id);
        caller.mustBeAdministrator();
        if (link.active()) {
            links.end(link.id());
            letters.ended(link, caller.actingFor().equals(link.reseller()) ? link.customer() : link.reseller());
        }
        return links.get(id);
    }

    /**
     * The organisation says which of its resellers is the primary one from now on (HA-5).
     *
     * @throws NotFound if there is no such link of the caller's organisation that holds
     * @throws Forbidden if the caller is not an administrator that belongs to it
     */
    public ResellerLink choosePrimary(Caller caller, String id) {
        var link = get(caller, id);
        if (!link.active() || !link.customer().equals(caller.actingFor())) {
            throw new NotFound("link", id);
        }
        caller.mustBeAdministrator();
        primaries.choose(link.customer(), link.reseller());
        return links.get(id);
    }

    /** Whether the caller may end links and choose the primary reseller. */
    public boolean mayDecide(Caller caller) {
        return caller.via().isEmpty() && caller.acting().role() == Role.ADMIN;
    }

    private static void requireOwn(Caller caller) {
        if (caller.via().isPresent()) {
            throw new Forbidden("only-its-own-people");
        }
    }
}
