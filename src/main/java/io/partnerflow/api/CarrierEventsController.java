package io.partnerflow.api;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.partnerflow.shipping.CarrierMessages;
import io.partnerflow.shipping.CarrierSignature;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where carriers tell what becomes of their parcels. No log-in: what they send is signed with a secret we share. */
@RestController
@RequestMapping("/api/v1/carrier-events")
@Tag(name = "Shipments")
class CarrierEventsController {

    private final CarrierSignature signature;
    private final CarrierMessages messages;
    private final ObjectMapper json;

    CarrierEventsController(CarrierSignature signature, CarrierMessages messages, ObjectMapper json) {
        this.signature = signature;
        this.messages = messages;
        this.json = json;
    }

    @Schema(name = "CarrierEvent", description = "Something that happened to a parcel.")
    record Event(
            @Schema(description = "The carrier's own: the same one again is the same message.", example = "E-4711")
            @Nullable
            String id,

            @Schema(example = "00340434161094042557") @Nullable
            String trackingNumber,

            @Schema(
                    description = "DELIVERED confirms the receipt; everything else is kept to be read.",
                    example = "DELIVERED")
            @Nullable
            String status,

            @Nullable Instant at,

            @Schema(description = "At most 500 characters.") @Nullable
            String words) {}

    @PostMapping
    @Operation(
            summary = "A carrier tells what became of a parcel",
            description = "X-Timestamp: seconds since 1970, at most five minutes off. X-Signature: sha256= and the "
                    + "HMAC-SHA256 of the timestamp, a dot and the body, in hexadecimal digits. Messages may come twice "
                    + "and in any order. An unknown tracking number is answered 404.",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = Event.class))))
    ResponseEntity<Void> take(
            @RequestHeader(name = "X-Timestamp", required = false) @Nullable String timestamp,
            @RequestHeader(name = "X-Signature", required = false) @Nullable String signed,
            HttpServletRequest request)
            throws IOException {
        var body = request.getInputStream().readAllBytes();
        if (!signature.isGenuine(timestamp, signed, body)) {
            throw new RefusedCall(401, "carrier-signature");
        }
        var event = read(body, request);
        messages.take(event.id(), event.trackingNumber(), event.status(), event.at(), event.words());
        return ResponseEntity.noContent().build();
    }

    private Event read(byte[] body, HttpServletRequest request) throws IOException {
        try {
            return json.readValue(body, Event.class);
        } catch (JacksonException unreadable) {
            throw new HttpMessageNotReadableException(
                    "carrier event", unreadable, new ServletServerHttpRequest(request));
        }
    }
}
