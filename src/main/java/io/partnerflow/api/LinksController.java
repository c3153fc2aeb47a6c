package io.partnerflow.api;

import io.partnerflow.access.Caller;
import io.partnerflow.access.CurrentCaller;
import io.partnerflow.links.LinkManagement;
import io.partnerflow.links.Links;
import io.partnerflow.shared.NotFound;
import io.partnerflow.team.TeamInvitation;
import io.partnerflow.team.TeamInvitations;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Links by their id, whether it is a user's invitation, a reseller's request or what was agreed on. */
@RestController
@RequestMapping("/api/v1/links")
@Tag(name = "Links")
class LinksController {

    private final Links links;
    private final LinkManagement management;
    private final TeamInvitations invitations;
    private final CurrentCaller callers;

    LinksController(Links links, LinkManagement management, TeamInvitations invitations, CurrentCaller callers) {
        this.links = links;
        this.management = management;
        this.invitations = invitations;
        this.callers = callers;
    }

    @PostMapping
    @OnlyOnce
    @Operation(
            summary = "Ask an organisation that is registered already to let the reseller act for it",
            description = "Its administrators are written to and answer; until then nothing changes.")
    ResponseEntity<LinkAnswer> ask(@RequestBody Wish wanted) {
        var caller = callers.require();
        var number = management.ask(
                caller,
                new LinkManagement.Wish(
                        wanted.country(), wanted.registrationNumber(), wanted.role(), wanted.message()));
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/links/" + number))
                .body(LinkAnswer.of(management.get(caller, number)));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One link, invitation or request")
    LinkAnswer one(@PathVariable String id) {
        if (isRequest(id)) {
            return LinkAnswer.of(management.get(callers.require(), id));
        }
        return invitation(id).map(LinkAnswer::of).orElseGet(() -> LinkAnswer.of(links.get(callers.require(), id)));
    }

    @PostMapping("/{id}/acceptance")
    @OnlyOnce
    @Operation(
            summary = "Accept",
            description =
                    "An invitation: the invited user. A reseller's request: an administrator of the organisation.")
    ResponseEntity<LinkAnswer> accept(@PathVariable String id) {
        return ResponseEntity.ok(
                isRequest(id)
                        ? LinkAnswer.of(management.accept(callers.require(), id))
                        : LinkAnswer.answered(invitations.accept(me(), known(id)), "ACCEPTED"));
    }

    @PostMapping("/{id}/refusal")
    @OnlyOnce
    @Operation(summary = "Decline, as whoever could accept")
    ResponseEntity<LinkAnswer> decline(@PathVariable String id) {
        return ResponseEntity.ok(
                isRequest(id)
                        ? LinkAnswer.of(management.decline(callers.require(), id))
                        : LinkAnswer.answered(invitations.decline(me(), known(id)), "DECLINED"));
    }

    @PostMapping("/{id}/resending")
    @OnlyOnce
    @Operation(summary = "Send the letter of an invitation again, with a new link")
    ResponseEntity<LinkAnswer> resend(@PathVariable String id) {
        var caller = callers.require();
        invitations.resend(caller, known(id));
        return ResponseEntity.ok(
                LinkAnswer.of(invitations.find(known(id)).orElseThrow(() -> new NotFound("link", id))));
    }

    @PostMapping("/{id}/primary")
    @OnlyOnce
    @Operation(
            summary = "Make the reseller the organisation's primary one from now on",
            description = "It earns the compensation on documents issued from now on.")
    ResponseEntity<LinkAnswer> choosePrimary(@PathVariable String id) {
        return ResponseEntity.ok(LinkAnswer.of(links.choosePrimary(callers.require(), id)));
    }

    @DeleteMapping("/{id}")
    @Operation(
            summary = "End it: withdraw or decline what is asked, end what was agreed on",
            description =
                    "Access ends with the answer to this call. Contracts go on as they are, and what was earned on "
                            + "documents issued so far stays.")
    ResponseEntity<Void> end(@PathVariable String id) {
        var caller = callers.require();
        if (isRequest(id) && management.get(caller, id).open()) {
            endRequest(caller, id);
        } else {
            invitation(id).ifPresentOrElse(open -> endInvitation(caller, open), () -> links.end(caller, id));
        }
        return ResponseEntity.noContent().build();
    }

    private void endRequest(Caller caller, String number) {
        if (management.get(caller, number).customer().equals(caller.actingFor())) {
            management.decline(caller, number);
        } else {
            management.withdraw(caller, number);
        }
    }

    private void endInvitation(Caller caller, TeamInvitation open) {
        if (open.user().equals(caller.userId())) {
            invitations.decline(caller.userId(), open.id());
        } else {
            invitations.withdraw(caller, open.id());
        }
    }

    /** One to the caller, or by the organisation it acts for. */
    private Optional<TeamInvitation> invitation(String id) {
        return isRequest(id) ? Optional.empty() : invitations.find(known(id)).filter(this::isMine);
    }

    private boolean isMine(TeamInvitation invitation) {
        return invitation.user().equals(me())
                || callers.find()
                        .filter(caller ->
                                caller.via().isEmpty() && caller.actingFor().equals(invitation.organisation()))
                        .isPresent();
    }

    private UUID me() {
        return callers.person()
                .orElseThrow(() -> new NotFound("user", "logged in"))
                .id();
    }

    private static boolean isRequest(String id) {
        return id.startsWith("LK-");
    }

    private static UUID known(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException noId) {
            throw new NotFound("link", id);
        }
    }

    @Schema(name = "LinkWish", description = "What a reseller wants to do for an organisation.")
    record Wish(
            @Schema(description = "ISO 3166-1 alpha-2", example = "SE") @Nullable
            String country,

            @Schema(example = "769601-2341") @Nullable String registrationNumber,

            @Schema(description = "VIEW, ORDER, BILLING or ADMIN.", example = "ORDER") @Nullable
            String role,

            @Schema(description = "Stands in the letter, word for word.", maxLength = 500) @Nullable
            String message) {}
}
