package io.partnerflow.api;

import io.partnerflow.access.Caller;
import io.partnerflow.access.CurrentCaller;
import io.partnerflow.access.Role;
import io.partnerflow.links.LinkManagement;
import io.partnerflow.links.Links;
import io.partnerflow.shared.Invalid;
import io.partnerflow.team.Team;
import io.partnerflow.team.TeamInvitations;
import io.partnerflow.team.TeamMember;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who may act for an organisation: its people, and the resellers linked to it. */
@RestController
@RequestMapping("/api/v1/organisations/{id}")
@Tag(name = "Links")
class TeamController {

    private final Team team;
    private final TeamInvitations invitations;
    private final Links links;
    private final LinkManagement management;
    private final CurrentCaller callers;

    TeamController(
            Team team, TeamInvitations invitations, Links links, LinkManagement management, CurrentCaller callers) {
        this.team = team;
        this.invitations = invitations;
        this.links = links;
        this.management = management;
        this.callers = callers;
    }

    @GetMapping("/team")
    @Operation(summary = "The people of an organisation the caller belongs to, and open invitations")
    TeamAnswer people(@PathVariable UUID id) {
        var caller = callers.requireFor(id);
        return new TeamAnswer(
                team.of(caller).stream().map(Person::of).toList(),
                invitations.of(caller).stream().map(LinkAnswer::of).toList());
    }

    @PutMapping("/team/{user}")
    @Operation(
            summary = "Give somebody another role, from the next call on",
            description = "For administrators; the last one cannot give the role up.")
    TeamAnswer changeRole(@PathVariable UUID id, @PathVariable UUID user, @RequestBody NewRole wanted) {
        team.changeRole(callers.requireFor(id), user, role(wanted.role()));
        return people(id);
    }

    @DeleteMapping("/team/{user}")
    @Operation(
            summary = "Take somebody out, from the next call on",
            description = "For administrators, and for everybody about itself; the last administrator cannot leave.")
    ResponseEntity<Void> remove(@PathVariable UUID id, @PathVariable UUID user) {
        team.remove(callers.requireFor(id), user);
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/links")
    @Operation(
            summary =
                    "The resellers that may act for an organisation the caller belongs to, and requests it got or made")
    LinksAnswer links(@PathVariable UUID id) {
        var caller = callers.requireFor(id);
        return new LinksAnswer(
                links.of(caller).stream().map(LinkAnswer::of).toList(),
                management.of(caller).stream().map(LinkAnswer::of).toList());
    }

    @PostMapping("/links")
    @OnlyOnce
    @Operation(
            summary = "Invite a user, or let a reseller act for the organisation",
            description =
                    "For administrators of the organisation. A user has to accept before anything is open to it; a "
                            + "reseller is linked at once, since the organisation itself says so.")
    ResponseEntity<LinkAnswer> link(@PathVariable UUID id, @RequestBody NewLink wanted) {
        var caller = callers.requireFor(id);
        var made =
                switch (String.valueOf(wanted.kind())) {
                    case "USER" -> invited(caller, wanted);
                    case "RESELLER" ->
                        LinkAnswer.of(
                                links.letIn(caller, wanted.country(), wanted.registrationNumber(), wanted.role()));
                    default ->
                        throw new Invalid(List.of(Invalid.Field.of("kind", "link-kind-unknown", null, "USER, RESELLER")
                                .rejecting(wanted.kind())));
                };
        return ResponseEntity.created(URI.create("/api/v1/links/" + made.id())).body(made);
    }

    private LinkAnswer invited(Caller caller, NewLink wanted) {
        var id = invitations.invite(caller, new TeamInvitations.Guest(wanted.email(), wanted.name(), wanted.role()));
        return LinkAnswer.of(invitations.find(id).orElseThrow());
    }

    private static Role role(@Nullable String typed) {
        try {
            return Role.valueOf(String.valueOf(typed));
        } catch (IllegalArgumentException unknown) {
            throw new Invalid(List.of(
                    Invalid.Field.of("role", "role-unknown", null, String.valueOf(typed), "VIEW, ORDER, BILLING, ADMIN")
                            .rejecting(typed)));
        }
    }

    @Schema(name = "Team")
    record TeamAnswer(List<Person> people, List<LinkAnswer> invitations) {}

    @Schema(name = "OrganisationLinks")
    record LinksAnswer(List<LinkAnswer> resellers, List<LinkAnswer> requests) {}

    @Schema(name = "TeamMember")
    record Person(
            UUID userId,
            String name,
            String email,

            @Schema(description = "VIEW, ORDER, BILLING or ADMIN.", example = "ORDER")
            String role,

            Instant since) {

        static Person of(TeamMember member) {
            return new Person(
                    member.user(), member.name(), member.email(), member.role().name(), member.since());
        }
    }

    @Schema(name = "NewRole")
    record NewRole(
            @Schema(description = "VIEW, ORDER, BILLING or ADMIN.", example = "ORDER") @Nullable
            String role) {}

    @Schema(name = "NewLink")
    record NewLink(
            @Schema(description = "USER or RESELLER.", example = "USER") @Nullable
            String kind,

            @Schema(description = "VIEW, ORDER, BILLING or ADMIN.", example = "ORDER") @Nullable
            String role,

            @Schema(description = "Of the user; only with USER.") @Nullable
            String email,

            @Schema(description = "Of the user; only with USER.") @Nullable
            String name,

            @Schema(description = "Of the reseller, ISO 3166-1 alpha-2; only with RESELLER.") @Nullable
            String country,

            @Schema(description = "Of the reseller; only with RESELLER.") @Nullable
            String registrationNumber) {}
}
