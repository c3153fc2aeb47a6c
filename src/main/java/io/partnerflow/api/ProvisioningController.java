package io.partnerflow.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.partnerflow.access.CurrentCaller;
import io.partnerflow.accounts.OpenedAccount;
import io.partnerflow.accounts.ProvisioningAnswers;
import io.partnerflow.provisioning.ProvisioningEvents;
import io.partnerflow.provisioning.ProvisioningQuestions;
import io.partnerflow.shared.Invalid;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the provisioning system and resellers have to say about accounts that are being provided. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Provisioning")
class ProvisioningController {

    private static final int LARGEST = 64 * 1024;
    private static final int LONGEST_KEY = 200;
    private static final int LONGEST_ID = 200;
    private static final int LONGEST_ADDRESS = 500;

    private final ProvisioningEvents events;
    private final ProvisioningAnswers answers;
    private final ProvisioningQuestions questions;
    private final OrderAnswers orders;
    private final CurrentCaller callers;
    private final ObjectMapper json;

    ProvisioningController(
            ProvisioningEvents events,
            ProvisioningAnswers answers,
            ProvisioningQuestions questions,
            OrderAnswers orders,
            CurrentCaller callers,
            ObjectMapper json) {
        this.events = events;
        this.answers = answers;
        this.questions = questions;
        this.orders = orders;
        this.callers = callers;
        this.json = json;
    }

    @PostMapping("/provisioning-events")
    @SecurityRequirements
    @Operation(
            summary = "The provisioning system's call-back: what came of a request it had taken on",
            description = "Signed: X-Partnerflow-Timestamp (seconds since 1970, at most five minutes off) and "
                    + "X-Partnerflow-Signature (v1= and HMAC-SHA256 in hex over timestamp, method, path and body, "
                    + "the first three each followed by a line feed, with the secret of "
                    + "partnerflow.accounts.signing-secret). The same call again changes nothing; whatever is not "
                    + "answered with 2xx is to be sent again.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = Event.class))))
    ResponseEntity<Void> heard(
            @RequestHeader(name = "X-Partnerflow-Timestamp", required = false) @Nullable String timestamp,
            @RequestHeader(name = "X-Partnerflow-Signature", required = false) @Nullable String signature,
            HttpServletRequest request)
            throws IOException {
        var body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throw new RefusedCall(413, "body-too-large");
        }
        var path = request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
        if (!answers.isGenuine(timestamp, signature, request.getMethod(), path, body)) {
            throw new RefusedCall(401, "bad-signature");
        }
        events.heard(read(body).callBack());
        return ResponseEntity.noContent().build();
    }

    private Event read(byte[] body) {
        try {
            var event = json.readerFor(Event.class).<Event>readValue(body);
            if (event != null) {
                return event;
            }
        } catch (IOException unreadable) {
            // answered below, like a body that says nothing
        }
        throw new RefusedCall(400, "malformed-body");
    }

    @PostMapping("/orders/{number}/provisioning-answer")
    @OnlyOnce
    @Operation(
            summary = "Answer what the vendor asks about the account",
            description =
                    "The step that failed is tried again at once. Until there is an account, another person may be "
                            + "named to log in first.")
    ResponseEntity<OrderAnswer> answer(@PathVariable String number, @RequestBody Answer given, Locale language) {
        var caller = callers.require().mustBeAbleToOrder();
        questions.answer(
                caller.reseller(),
                number,
                new ProvisioningQuestions.Answer(given.answer(), given.email(), given.name(), caller.email()));
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/orders/" + number))
                .body(orders.one(caller.reseller(), number, language));
    }

    @Schema(name = "ProvisioningAnswer", description = "An answer, another first user, or both.")
    record Answer(
            @Schema(maxLength = 2000) @Nullable String answer,

            @Schema(description = "Who shall log in first.") @Nullable
            String email,

            @Schema(maxLength = 100) @Nullable String name) {}

    @Schema(name = "ProvisioningEvent")
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Event(
            @Schema(description = "The Idempotency-Key of the request.", maxLength = LONGEST_KEY) @Nullable
            String key,

            @Schema(description = "done or failed") @Nullable
            String state,

            @Schema(description = "If an account was made.") @Nullable
            Account account,

            @Schema(description = "Why it failed; staff read it.") @Nullable
            String message,

            @Schema(description = "Whether asking again would change nothing; absent for no.") @Nullable
            Boolean permanent) {

        ProvisioningAnswers.CallBack callBack() {
            var problems = new Invalid.Collector();
            if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
                problems.reject("key", "required", null);
            }
            if (!"done".equals(state) && !"failed".equals(state)) {
                problems.reject("state", "done-or-failed", state);
            }
            if (account != null) {
                account.check(problems);
            }
            problems.throwIfAny();
            return new ProvisioningAnswers.CallBack(
                    key,
                    "done".equals(state),
                    account == null ? null : account.opened(),
                    message,
                    Boolean.TRUE.equals(permanent));
        }
    }

    @Schema(name = "ProvisionedAccount")
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Account(
            @Schema(maxLength = LONGEST_ID) @Nullable String id,

            @Schema(description = "Where people log in.", maxLength = LONGEST_ADDRESS) @Nullable
            String loginAddress) {

        void check(Invalid.Collector problems) {
            if (id == null || id.isBlank() || id.length() > LONGEST_ID) {
                problems.reject("account.id", "required", null);
            }
            if (loginAddress == null
                    || loginAddress.length() > LONGEST_ADDRESS
                    || !loginAddress.matches("https?://[A-Za-z0-9]\\S*")) {
                problems.reject("account.loginAddress", "login-address", null);
            }
        }

        OpenedAccount opened() {
            return new OpenedAccount(String.valueOf(id), String.valueOf(loginAddress));
        }
    }
}
