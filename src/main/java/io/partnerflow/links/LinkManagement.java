package io.partnerflow.links;

import io.partnerflow.access.Caller;
import io.partnerflow.access.Users;
import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.engine.Workflow;
import io.partnerflow.numbering.NumberSeries;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.ResellerLinks;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Forbidden;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.Typed;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Requests to be linked: made by resellers, answered by organisations (HA-6). */
@ModuleService
public class LinkManagement {

    private final LinkRequests requests;
    private final ResellerLinks links;
    private final Organisations organisations;
    private final TypedLink typed;
    private final Users users;
    private final NumberSeries numbers;
    private final Workflow workflow;
    private final LinkSettings settings;
    private final AuditTrail audit;
    private final Clock clock;

    LinkManagement(
            LinkRequests requests,
            ResellerLinks links,
            Organisations organisations,
            TypedLink typed,
            Users users,
            NumberSeries numbers,
            Workflow workflow,
            LinkSettings settings,
            AuditTrail audit,
            Clock clock) {
        this.requests = requests;
        this.links = links;
        this.organisations = organisations;
        this.typed = typed;
        this.users = users;
        this.numbers = numbers;
        this.workflow = workflow;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a reseller asks for; fields as they were typed. */
    public record Wish(
            @Nullable String country,
            @Nullable String registrationNumber,
            @Nullable String role,
            @Nullable String message) {}

    /**
     * Asks the organisation with this number to let the caller's reseller act for it.
     *
     * @return LK-… of the request
     * @throws Forbidden if the caller acts for no reseller of its own, or may only look
     * @throws Invalid with every bad field of {@code country}, {@code registrationNumber}, {@code role}, {@code message}
     * @throws Conflict {@code already-linked}, {@code link-already-requested}, {@code link-circle} or {@code link-too-deep}
     */
    public String ask(Caller caller, Wish wish) {
        var reseller = caller.mustBeAbleToOrder().reseller();
        requireOwn(caller);
        var problems = new Invalid.Collector();
        var message = Typed.optionalText("message", wish.message(), 500, problems);
        var role = typed.role(wish.role(), problems);
        var customer = typed.organisation(wish.country(), wish.registrationNumber(), problems);
        problems.throwIfAny();
        if (customer.id().equals(reseller)) {
            throw Invalid.field("registrationNumber", "own-organisation", "invalid.own-organisation");
        }
        requireNew(reseller, customer.id());
        var request = requests.saveAndFlush(LinkRequest.ask(
                numbers.next("LK"),
                reseller,
                customer.id(),
                role,
                message,
                caller.userId(),
                clock.instant(),
                settings.period()));
        audit.record("link-requested", request.number(), "%s asks %s, %s".formatted(reseller, customer.id(), role));
        workflow.start(
                LinkProcess.REQUEST_MADE,
                request.number(),
                Workflow.Answers.none().with(LinkProcess.ORGANISATION_CAN_ANSWER, users.anyIn(customer.id())));
        return request.number();
    }

    private void requireNew(UUID reseller, UUID customer) {
        if (links.between(reseller, customer).isPresent()) {
            throw new Conflict("already-linked");
        }
        requests.open(reseller, customer).ifPresent(open -> {
            throw new Conflict("link-already-requested", open.number());
        });
        links.requireRoomFor(reseller, customer);
    }

    /**
     * The organisation lets the reseller in, from this moment on.
     *
     * @throws NotFound if the request is not to the organisation the caller acts for
     * @throws Forbidden if the caller is not an administrator that belongs to it
     * @throws Conflict {@code link-request-ended}, {@code link-circle} or {@code link-too-deep}
     */
    public LinkRequestView accept(Caller caller, String number) {
        var request = toOrganisationOf(caller, number);
        caller.mustBeAdministrator();
        request.accept(caller.email(), clock.instant());
        requests.saveAndFlush(request);
        links.establish(request.reseller(), request.customer(), request.role(), number);
        audit.record("link-accepted", number, request.role().name());
        workflow.correlate(LinkProcess.REQUEST_ANSWERED, number);
        return view(request);
    }

    /** The organisation does not let the reseller in. Throws as {@link #accept}. */
    public LinkRequestView decline(Caller caller, String number) {
        var request = toOrganisationOf(caller, number);
        caller.mustBeAdministrator();
        request.decline(caller.email(), clock.instant());
        requests.saveAndFlush(request);
        audit.record("link-declined", number, null);
        workflow.correlate(LinkProcess.REQUEST_ANSWERED, number);
        return view(request);
    }

    /**
     * The reseller takes its request back.
     *
     * @throws NotFound if the caller does not act for the reseller that asked
     * @throws Forbidden if it may only look
     * @throws Conflict {@code link-request-ended}
     */
    public LinkRequestView withdraw(Caller caller, String number) {
        var request = requests.findByNumber(number)
                .filter(known -> known.reseller().equals(caller.actingFor())
                        && caller.via().isEmpty())
                .orElseThrow(() -> new NotFound("link", number));
        caller.mustBeAbleToOrder();
        request.withdraw(clock.instant());
        requests.saveAndFlush(request);
        audit.record("link-request-withdrawn", number, null);
        workflow.correlate(LinkProcess.REQUEST_WITHDRAWN, number);
        return view(request);
    }

    /** @throws NotFound if the caller belongs to neither of the two */
    @Transactional(readOnly = true)
    public LinkRequestView get(Caller caller, String number) {
        return requests.findByNumber(number)
                .filter(request -> caller.via().isEmpty() && isOneOf(request, caller.actingFor()))
                .map(this::view)
                .orElseThrow(() -> new NotFound("link", number));
    }

    /** Those the organisation got or made, latest first. */
    @Transactional(readOnly = true)
    public List<LinkRequestView> of(Caller caller) {
        requireOwn(caller);
        return requests.of(caller.actingFor()).stream().map(this::view).toList();
    }

    private static boolean isOneOf(LinkRequest request, UUID organisation) {
        return request.customer().equals(organisation) || request.reseller().equals(organisation);
    }

    private LinkRequest toOrganisationOf(Caller caller, String number) {
        return requests.findByNumber(number)
                .filter(request -> request.customer().equals(caller.actingFor()))
                .orElseThrow(() -> new NotFound("link", number));
    }

    /** Who else is linked to an organisation is nothing a link lets anybody see. */
    private static void requireOwn(Caller caller) {
        if (caller.via().isPresent()) {
            throw new Forbidden("only-its-own-people");
        }
    }

    private LinkRequestView view(LinkRequest request) {
        return new LinkRequestView(
                request.number(),
                request.reseller(),
                organisations.get(request.reseller()).name(),
                request.customer(),
                organisations.get(request.customer()).name(),
                request.role(),
                request.message(),
                request.askedAt(),
                request.deadline(),
                request.status(),
                request.endedAt());
    }
}
