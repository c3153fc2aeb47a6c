package io.partnerflow.api;

import io.partnerflow.links.LinkRequestView;
import io.partnerflow.parties.ResellerLink;
import io.partnerflow.team.TeamInvitation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "Link",
        description = "That somebody may act for an organisation, or is asked or asks to: a user, or a reseller.")
record LinkAnswer(
        @Schema(description = "LK-… of a reseller's request, otherwise opaque.", example = "LK-2026-000001")
        String id,

        @Schema(description = "USER (an invitation) or RESELLER.", example = "RESELLER")
        String kind,

        @Schema(
                description =
                        "OPEN, ACCEPTED, DECLINED, EXPIRED or WITHDRAWN of what is asked; ACTIVE or ENDED of what was "
                                + "agreed on.",
                example = "OPEN")
        String status,

        @Schema(description = "VIEW, ORDER, BILLING or ADMIN.", example = "ORDER")
        String role,

        @Schema(description = "For which organisation.") UUID organisationId,
        String organisationName,
        @Schema(description = "Absent of a user.") @Nullable UUID resellerId,
        @Schema(description = "Absent of a user.") @Nullable String resellerName,

        @Schema(description = "Of the user; absent of a reseller.") @Nullable
        String email,

        @Schema(description = "When it was asked, or agreed on.")
        Instant since,

        @Schema(
                description =
                        "Until when it can be answered, or since when it has ended; absent of what holds or was answered.")
        @Nullable
        Instant until,

        @Schema(description = "Whether the reseller is the organisation's primary one.")
        boolean primary) {

    static LinkAnswer of(TeamInvitation invitation) {
        return new LinkAnswer(
                invitation.id().toString(),
                "USER",
                invitation.expired() ? "EXPIRED" : "OPEN",
                invitation.role().name(),
                invitation.organisation(),
                invitation.organisationName(),
                null,
                null,
                invitation.email(),
                invitation.invitedAt(),
                invitation.expiresAt(),
                false);
    }

    /** An invitation that has been answered. */
    static LinkAnswer answered(TeamInvitation invitation, String status) {
        var open = of(invitation);
        return new LinkAnswer(
                open.id(),
                open.kind(),
                status,
                open.role(),
                open.organisationId(),
                open.organisationName(),
                null,
                null,
                open.email(),
                open.since(),
                null,
                false);
    }

    static LinkAnswer of(LinkRequestView request) {
        return new LinkAnswer(
                request.number(),
                "RESELLER",
                request.status().name(),
                request.role().name(),
                request.customer(),
                request.customerName(),
                request.reseller(),
                request.resellerName(),
                null,
                request.askedAt(),
                request.open() ? request.deadline() : null,
                false);
    }

    static LinkAnswer of(ResellerLink link) {
        return new LinkAnswer(
                link.id().toString(),
                "RESELLER",
                link.active() ? "ACTIVE" : "ENDED",
                link.role().name(),
                link.customer(),
                link.customerName(),
                link.reseller(),
                link.resellerName(),
                null,
                link.since(),
                link.until(),
                link.primary());
    }
}
