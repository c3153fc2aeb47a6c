package io.partnerflow.accounts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.partnerflow.shared.LimitedBody;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One request to another system and its answer: JSON both ways, never longer than allowed, neither in time nor in size.
 * Redirects are not followed, so that a request cannot end where nobody configured it to.
 */
class ProvisioningHttp {

    private static final int NOT_FOUND = 404;
    private static final int SHOWN = 200;

    private final AccountsSettings settings;
    private final Failures failures;
    private final HttpClient client;
    private final ObjectMapper json = new ObjectMapper();

    ProvisioningHttp(AccountsSettings settings, Failures failures) {
        this.settings = settings;
        this.failures = failures;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .build();
    }

    /**
     * @param body null for none
     * @return what was answered; missing if the answer was empty
     */
    JsonNode send(String method, String path, String key, @Nullable Object body) {
        return sendIfKnown(method, path, key, body)
                .orElseThrow(() -> failures.because("refused", null, settings.provisioningUrl(), NOT_FOUND, path));
    }

    /** @return empty if what it was about does not exist there */
    Optional<JsonNode> sendIfKnown(String method, String path, String key, @Nullable Object body) {
        var answer = answer(request(method, path, key, body));
        if (answer.statusCode() == NOT_FOUND) {
            return Optional.empty();
        }
        if (answer.statusCode() / 100 != 2) {
            throw failures.because(
                    "refused", null, settings.provisioningUrl(), answer.statusCode(), shortened(answer.body()));
        }
        return Optional.of(parsed(answer.body()));
    }

    private HttpRequest request(String method, String path, String key, @Nullable Object body) {
        var base = settings.provisioningUrl().toString().replaceAll("/+$", "");
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(settings.answerTimeout())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .header("Idempotency-Key", key)
                .method(method, written(body));
        if (settings.provisioningToken() != null) {
            request.header("Authorization", "Bearer " + settings.provisioningToken());
        }
        return request.build();
    }

    private HttpResponse<byte[]> answer(HttpRequest request) {
        var answer = client.sendAsync(request, info -> new LimitedBody());
        try {
            return answer.get(settings.answerTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw tooSlow(e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw tooSlow(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof HttpTimeoutException
                    ? tooSlow(e)
                    : failures.because("unreachable", e, settings.provisioningUrl(), reason(e.getCause()));
        }
    }

    private ProvisioningFailed tooSlow(Exception cause) {
        return failures.because(
                "too-slow",
                cause,
                settings.provisioningUrl(),
                settings.answerTimeout().toSeconds());
    }

    private BodyPublisher written(@Nullable Object body) {
        try {
            return body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode parsed(byte[] body) {
        try {
            return body.length == 0 ? MissingNode.getInstance() : json.readTree(body);
        } catch (IOException e) {
            throw failures.because("not-understood", e, settings.provisioningUrl(), shortened(body));
        }
    }

    private static String reason(Throwable cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    private static String shortened(byte[] body) {
        var text = new String(body, StandardCharsets.UTF_8)
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
