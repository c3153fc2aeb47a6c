package io.partnerflow.api;

import io.partnerflow.onboarding.ApplicationStatus;
import io.partnerflow.onboarding.ResellerApplications;
import io.partnerflow.web.VisitSettings;
import io.partnerflow.web.Visits;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/reseller-applications")
@SecurityRequirements
@Tag(
        name = "Reseller applications",
        description =
                "No log-in. Whoever applied is known by a secret: the last part of the link in our letters. It is "
                        + "sent as header Application-Token, or as ?token= where a header cannot be set.")
class ResellerApplicationsController {

    private static final String SECRET = "The last part of the link in our letters about the application.";

    private final ResellerApplications applications;
    private final Visits visits;
    private final VisitSettings settings;

    ResellerApplicationsController(ResellerApplications applications, Visits visits, VisitSettings settings) {
        this.applications = applications;
        this.visits = visits;
        this.settings = settings;
    }

    @PostMapping
    @OnlyOnce
    @Operation(
            summary = "Apply to become a reseller",
            description = "A letter with a secret link goes to the contact person; a person decides. At most 20 "
                    + "applications a day from one address of the internet (429 with Retry-After).")
    ResponseEntity<?> submit(@RequestBody ResellerApplicationRequest wanted) {
        visits.admit("reseller-application", settings.applicationsPerDay());
        var number = applications.submit(wanted.application()).number();
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/reseller-applications/" + number))
                .body(new Accepted(number, ApplicationStatus.SUBMITTED));
    }

    @Schema(name = "ApplicationAccepted")
    record Accepted(@Schema(example = "RA-2026-000001") String number, ApplicationStatus status) {}

    @GetMapping("/{number}")
    @Operation(summary = "Where an application stands, and what we asked")
    ResellerApplicationAnswer one(
            @PathVariable String number,
            @Parameter(description = SECRET) @RequestHeader(name = "Application-Token", required = false) @Nullable
                    String header,
            @Parameter(description = SECRET) @RequestParam(required = false) @Nullable String token) {
        return ResellerApplicationAnswer.of(applications.find(number, secret(header, token)));
    }

    @PostMapping("/{number}/answers")
    @OnlyOnce
    @Operation(summary = "Answer our question; only while the application is ASKED")
    ResponseEntity<?> answer(
            @PathVariable String number,
            @Parameter(description = SECRET) @RequestHeader(name = "Application-Token", required = false) @Nullable
                    String header,
            @Parameter(description = SECRET) @RequestParam(required = false) @Nullable String token,
            @RequestBody ApplicationAnswerRequest answer) {
        var secret = secret(header, token);
        applications.find(number, secret);
        applications.answer(secret, answer.inWords());
        return ResponseEntity.accepted().body(ResellerApplicationAnswer.of(applications.find(number, secret)));
    }

    @PostMapping("/{number}/withdrawal")
    @OnlyOnce
    @Operation(summary = "Take an application back that is not decided yet")
    ResponseEntity<?> withdraw(
            @PathVariable String number,
            @Parameter(description = SECRET) @RequestHeader(name = "Application-Token", required = false) @Nullable
                    String header,
            @Parameter(description = SECRET) @RequestParam(required = false) @Nullable String token) {
        var secret = secret(header, token);
        applications.find(number, secret);
        applications.withdraw(secret);
        return ResponseEntity.ok(ResellerApplicationAnswer.of(applications.find(number, secret)));
    }

    private static String secret(@Nullable String header, @Nullable String token) {
        return header != null ? header : token == null ? "" : token;
    }
}
