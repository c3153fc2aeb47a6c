package io.partnerflow.links;

import io.partnerflow.parties.LinkRole;
import io.partnerflow.shared.Conflict;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A reseller's wish to act for an organisation. It is open until it is answered, withdrawn or too old; then it never changes. */
@Entity
@Table(name = "link_request")
class LinkRequest {

    @Id
    private String number;

    private UUID resellerId;
    private UUID customerId;

    @Enumerated(EnumType.STRING)
    private LinkRole role;

    private @Nullable String message;
    private UUID askedBy;
    private Instant askedAt;
    private Instant deadline;

    @Enumerated(EnumType.STRING)
    private LinkRequestStatus status;

    private @Nullable String answeredBy;
    private @Nullable Instant endedAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected LinkRequest() {} // for JPA

    static LinkRequest ask(
            String number,
            UUID reseller,
            UUID customer,
            LinkRole role,
            @Nullable String message,
            UUID by,
            Instant now,
            Duration period) {
        var request = new LinkRequest();
        request.number = number;
        request.resellerId = reseller;
        request.customerId = customer;
        request.role = role;
        request.message = message;
        request.askedBy = by;
        request.askedAt = now;
        request.deadline = now.plus(period);
        request.status = LinkRequestStatus.OPEN;
        return request;
    }

    /**
     * @param by e-mail address of the administrator, or the desk
     * @throws Conflict {@code link-request-ended}
     */
    void accept(String by, Instant now) {
        end(LinkRequestStatus.ACCEPTED, now);
        answeredBy = by;
    }

    /** @throws Conflict {@code link-request-ended} */
    void decline(String by, Instant now) {
        end(LinkRequestStatus.DECLINED, now);
        answeredBy = by;
    }

    /** @throws Conflict {@code link-request-ended} */
    void withdraw(Instant now) {
        end(LinkRequestStatus.WITHDRAWN, now);
    }

    /** @throws Conflict {@code link-request-ended} */
    void expire(Instant now) {
        end(LinkRequestStatus.EXPIRED, now);
    }

    private void end(LinkRequestStatus how, Instant now) {
        if (status != LinkRequestStatus.OPEN) {
            throw new Conflict("link-request-ended", number);
        }
        status = how;
        endedAt = now;
    }

    String number() {
        return number;
    }

    UUID reseller() {
        return resellerId;
    }

    UUID customer() {
        return customerId;
    }

    LinkRole role() {
        return role;
    }

    @Nullable
    String message() {
        return message;
    }

    /** Who gets the answer. */
    UUID askedBy() {
        return askedBy;
    }

    Instant askedAt() {
        return askedAt;
    }

    Instant deadline() {
        return deadline;
    }

    LinkRequestStatus status() {
        return status;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }
}
