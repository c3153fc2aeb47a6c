package io.partnerflow.accounts;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Requests in the words of {@link HttpProvisioning}: with a key, a bearer token and a signature. */
class ProvisioningHttp {

    private static final int ACCEPTED = 202;
    private static final int NOT_FOUND = 404;

    private final AccountsSettings settings;
    private final Failures failures;
    private final InstantSource wallClock;
    private final BoundedHttp http;

    ProvisioningHttp(AccountsSettings settings, Failures failures, InstantSource wallClock) {
        this.settings = settings;
        this.failures = failures;
        this.wallClock = wallClock;
        this.http = new BoundedHttp(settings, failures);
    }

    /**
     * @param body null for none
     * @return what was answered; missing if the answer was empty
     */
    JsonNode send(String method, String path, String key, @Nullable Object body) {
        return sendIfKnown(method, path, key, body)
                .orElseThrow(() -> failures.refused(settings.provisioningUrl(), NOT_FOUND, path, ""));
    }

    /** @return empty if what it was about does not exist there */
    Optional<JsonNode> sendIfKnown(String method, String path, String key, @Nullable Object body) {
        var answer = http.exchange(
                request(method, URI.create(base() + path), key, body == null ? new byte[0] : http.written(body)),
                settings.answerTimeout());
        if (answer.status() == NOT_FOUND) {
            return Optional.empty();
        }
        if (answer.status() / 100 != 2) {
            throw http.refused(answer);
        }
        if (answer.status() == ACCEPTED) {
            throw failures.outstanding(settings.provisioningUrl(), statusAddress(answer));
        }
        return Optional.of(http.parsed(answer));
    }

    /** Asks how far it is, at the place the system has named. */
    JsonNode state(String address, String key) {
        var answer = http.exchange(request("GET", URI.create(address), key, new byte[0]), settings.answerTimeout());
        if (answer.status() / 100 != 2) {
            throw http.refused(answer);
        }
        return http.parsed(answer);
    }

    private HttpRequest.Builder request(String method, URI address, String key, byte[] body) {
        var request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .header("Idempotency-Key", key)
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (settings.provisioningToken() != null) {
            request.header("Authorization", "Bearer " + settings.provisioningToken());
        }
        if (settings.signs()) {
            var timestamp = Signature.timestamp(wallClock.instant());
            var path = address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
            request.header(Signature.TIMESTAMP, timestamp)
                    .header(Signature.SIGNATURE, Signature.of(settings.signingSecret(), timestamp, method, path, body));
        }
        return request;
    }

    /** What the answer names as the place to ask at, if it is the same system: no answer sends us anywhere else. */
    private @Nullable String statusAddress(BoundedHttp.Answer answer) {
        var named = answer.header("Location");
        if (named == null || named.length() > 1000) {
            return null;
        }
        try {
            var base = URI.create(base());
            var address = base.resolve(named.strip()).normalize();
            return address.getScheme().equals(base.getScheme())
                            && address.getRawAuthority().equals(base.getRawAuthority())
                    ? address.toString()
                    : null;
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    private String base() {
        return settings.provisioningUrl().toString().replaceAll("/+$", "");
    }
}
