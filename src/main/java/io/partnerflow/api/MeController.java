package io.partnerflow.api;

import io.partnerflow.access.Caller;
import io.partnerflow.access.CurrentCaller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Caller")
class MeController {

    private final CurrentCaller callers;

    MeController(CurrentCaller callers) {
        this.callers = callers;
    }

    @GetMapping("/api/v1/me")
    @Operation(summary = "The user behind the call, its organisations and the resellers it acts for")
    Me me() {
        return Me.of(callers.require());
    }

    @Schema(name = "Me")
    record Me(
            UUID id,
            String email,
            String name,
            @Schema(description = "BCP 47", example = "en") String language,

            @Schema(description = "The organisation this call acts for.")
            UUID actingFor,

            @Schema(description = "Through whose link it acts for it; absent if the user belongs to it.") @Nullable
            Through through,

            List<Place> organisations,

            @Schema(description = "Those of the organisations that are resellers.")
            List<UUID> resellers) {

        static Me of(Caller caller) {
            return new Me(
                    caller.userId(),
                    caller.email(),
                    caller.name(),
                    caller.language().toLanguageTag(),
                    caller.actingFor(),
                    caller.via().map(via -> Through.of(via, caller)).orElse(null),
                    caller.own().stream().map(Place::of).toList(),
                    caller.own().stream()
                            .filter(Caller.Membership::reseller)
                            .map(Caller.Membership::organisation)
                            .toList());
        }
    }

    @Schema(name = "ThroughLink")
    record Through(
            UUID resellerId,
            String resellerName,

            @Schema(description = "What is left of the user's role and the link's.", example = "ORDER")
            String role) {

        static Through of(Caller.Via via, Caller caller) {
            return new Through(
                    via.reseller(), via.resellerName(), caller.acting().role().name());
        }
    }

    @Schema(name = "Membership")
    record Place(
            UUID organisationId,
            String name,

            @Schema(description = "VIEW, ORDER, BILLING or ADMIN.", example = "ORDER")
            String role,

            boolean reseller) {

        static Place of(Caller.Membership membership) {
            return new Place(
                    membership.organisation(),
                    membership.organisationName(),
                    membership.role().name(),
                    membership.reseller());
        }
    }
}
