package io.partnerflow.links;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.parties.PrimaryResellers;
import io.partnerflow.parties.ResellerLinks;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** The steps of a request that nobody clicks; for this module's delegates. */
@ModuleService
class LinkRequestFlow {

    private static final String DESK = "partner-managers";

    private final LinkRequests requests;
    private final ResellerLinks links;
    private final PrimaryResellers primaries;
    private final LinkLetters letters;
    private final LinkSettings settings;
    private final AuditTrail audit;
    private final Clock clock;

    LinkRequestFlow(
            LinkRequests requests,
            ResellerLinks links,
            PrimaryResellers primaries,
            LinkLetters letters,
            LinkSettings settings,
            AuditTrail audit,
            Clock clock) {
        this.requests = requests;
        this.links = links;
        this.primaries = primaries;
        this.letters = letters;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /** @return when to remind and until when to wait, in this order */
    List<Instant> invite(String number) {
        var request = requests.numbered(number);
        letters.requested(request);
        return List.of(request.askedAt().plus(settings.reminder()), request.deadline());
    }

    void remind(String number) {
        letters.reminder(requests.numbered(number));
    }

    void expire(String number) {
        var request = requests.numbered(number);
        request.expire(clock.instant());
        requests.saveAndFlush(request);
        audit.record("link-request-expired", number, null);
        letters.expired(request);
    }

    /** @param decision {@code accept}, {@code acceptAsPrimary} or {@code decline} */
    void answerFor(String number, String decision) {
        var request = requests.numbered(number);
        if ("decline".equals(decision)) {
            request.decline(DESK, clock.instant());
            audit.record("link-declined", number, "by the desk for the organisation");
        } else {
            request.accept(DESK, clock.instant());
            links.establish(request.reseller(), request.customer(), request.role(), number);
            audit.record("link-accepted", number, "by the desk for the organisation");
        }
        if ("acceptAsPrimary".equals(decision)) {
            primaries.choose(request.customer(), request.reseller());
        }
        requests.saveAndFlush(request);
    }

    /** @return whether the reseller is linked */
    boolean announce(String number) {
        var request = requests.numbered(number);
        var accepted = request.status() == LinkRequestStatus.ACCEPTED;
        letters.answered(request, accepted);
        return accepted;
    }

    void confirmWithdrawal(String number) {
        letters.withdrawn(requests.numbered(number));
    }
}
