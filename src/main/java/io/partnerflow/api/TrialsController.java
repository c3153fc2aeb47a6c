package io.partnerflow.api;

import io.partnerflow.access.Caller;
import io.partnerflow.access.CurrentCaller;
import io.partnerflow.parties.Organisations;
import io.partnerflow.shared.EmailAddress;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NamedEmail;
import io.partnerflow.shared.NotFound;
import io.partnerflow.trials.DataReturns;
import io.partnerflow.trials.TrialFields;
import io.partnerflow.trials.TrialManagement;
import io.partnerflow.trials.TrialWish;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/trials")
@Tag(name = "Trials")
class TrialsController {

    private final TrialManagement trials;
    private final DataReturns returns;
    private final Organisations organisations;
    private final CurrentCaller callers;
    private final Today today;

    TrialsController(
            TrialManagement trials,
            DataReturns returns,
            Organisations organisations,
            CurrentCaller callers,
            Today today) {
        this.trials = trials;
        this.returns = returns;
        this.organisations = organisations;
        this.callers = callers;
        this.today = today;
    }

    @PostMapping
    @OnlyOnce
    @Operation(
            summary = "Start a trial",
            description =
                    "It is free and starts at once: the account is made and its people are written to a moment later.")
    ResponseEntity<TrialAnswer> start(@RequestBody NewTrial wanted) {
        var caller = callers.require().mustBeAbleToOrder();
        var problems = new Invalid.Collector();
        var people = TrialPeople.checked(wanted.users(), language(wanted.organisationId()), problems);
        problems.throwIfAny();
        var number = trials.start(
                new TrialWish(
                        wanted.programme(),
                        caller.reseller(),
                        wanted.organisationId(),
                        wanted.customerType(),
                        people,
                        named(caller)),
                TrialFields.API);
        return ResponseEntity.created(URI.create("/api/v1/trials/" + number)).body(answer(number));
    }

    @GetMapping("/{number}")
    @Edited
    @Operation(summary = "One trial: its people, its dates, what can be done with it")
    TrialAnswer one(@PathVariable String number) {
        return answer(number);
    }

    @PutMapping("/{number}/users")
    @IfUnchanged(of = TrialsController.class)
    @Operation(
            summary =
                    "Say who can log in: who is missing is added and gets login details, who is left out is taken out")
    TrialAnswer changeUsers(@PathVariable String number, @RequestBody Users wanted) {
        var reseller = callers.require().mustBeAbleToOrder().reseller();
        var trial = trials.get(reseller, number);
        var problems = new Invalid.Collector();
        var people = TrialPeople.checked(wanted.users(), language(trial.customer()), problems);
        problems.throwIfAny();
        trials.changeUsers(reseller, number, people, "users");
        return answer(number);
    }

    @PostMapping("/{number}/extension")
    @OnlyOnce
    @Operation(summary = "Move the end of a running trial, within the limits of the programme")
    ResponseEntity<TrialAnswer> extend(@PathVariable String number, @RequestBody Extension wanted) {
        trials.extend(callers.require().mustBeAbleToOrder().reseller(), number, wanted.days());
        return ResponseEntity.ok(answer(number));
    }

    @GetMapping("/{number}/data-return")
    @Operation(summary = "What could be taken back from an ended trial, and the price of each property")
    DataReturnAnswer returnable(@PathVariable String number) {
        return DataReturnAnswer.of(returns.offer(callers.require().reseller(), number), returns.of(number));
    }

    @PostMapping("/{number}/data-return")
    @OnlyOnce
    @Operation(summary = "Take properties back from an ended trial; each is charged at the price of the offer")
    ResponseEntity<DataReturnAnswer> takeBack(@PathVariable String number, @RequestBody Properties wanted) {
        var caller = callers.require().mustBeAbleToOrder();
        var properties = wanted.properties() == null ? List.<String>of() : wanted.properties();
        returns.request(caller.reseller(), number, properties, caller.email());
        return ResponseEntity.accepted().body(returnable(number));
    }

    private TrialAnswer answer(String number) {
        var trial = trials.get(callers.require().reseller(), number);
        return TrialAnswer.of(trial, today.day(), trials.extensionsLeft(trial));
    }

    /** Of letters to people who name none; the house's own where the organisation is unknown, which is told later. */
    private String language(@Nullable UUID organisation) {
        try {
            return organisation == null ? "en" : organisations.get(organisation).language();
        } catch (NotFound unknown) {
            return "en";
        }
    }

    private static NamedEmail named(Caller caller) {
        return new NamedEmail(caller.name(), EmailAddress.of(caller.email()));
    }

    @Schema(name = "TrialUsers", description = "The people who can log in, as the list shall be.")
    record Users(
            @Schema(description = "At least one.") @Nullable List<TrialPeople> users) {}

    @Schema(name = "TrialExtension")
    record Extension(
            @Schema(description = "By how many days the end moves; 1 up to what the programme allows.", example = "14")
            int days) {}

    @Schema(name = "WantedProperties")
    record Properties(
            @Schema(description = "Ids of the offer, at least one.") @Nullable
            List<String> properties) {}
}
