package io.partnerflow.accounts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.partnerflow.shared.LimitedBody;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One request to another system and its answer: JSON both ways, never longer than allowed, neither in time nor in size.
 * Redirects are not followed, so that a request cannot end where nobody configured it to.
 */
class BoundedHttp {

    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    private static final int SHOWN = 200;
    private static final int LONGEST_HINT = 40;

    private final AccountsSettings settings;
    private final Failures failures;
    private final HttpClient client;
    private final ObjectMapper json = new ObjectMapper();

    BoundedHttp(AccountsSettings settings, Failures failures) {
        this.settings = settings;
        this.failures = failures;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .build();
    }

    /**
     * An answer that came.
     *
     * @param raw its body as it was, shortened
     */
    record Answer(int status, byte[] body, String raw, HttpResponse<byte[]> whole) {

        @Nullable
        String header(String name) {
            return whole.headers().firstValue(name).orElse(null);
        }
    }

    /**
     * @param longest how long to wait for the whole answer; the settings' limit holds as well
     * @throws ProvisioningFailed if none came, or one that asks to come back later
     */
    Answer exchange(HttpRequest.Builder request, Duration longest) {
        var limit = longest.compareTo(settings.answerTimeout()) < 0 ? longest : settings.answerTimeout();
        if (limit.isNegative() || limit.isZero()) {
            throw tooSlow(settings.stepTimeout(), null);
        }
        var answer = await(request.timeout(limit).build(), limit);
        var raw = shortened(answer.body());
        if (answer.statusCode() == TOO_MANY
                || answer.statusCode() == UNAVAILABLE
                        && answer.headers().firstValue("Retry-After").isPresent()) {
            var hint = answer.headers().firstValue("Retry-After").orElse("").replaceAll("[^A-Za-z0-9 :,-]", "");
            throw failures.busy(
                    settings.provisioningUrl(),
                    answer.statusCode(),
                    hint.substring(0, Math.min(hint.length(), LONGEST_HINT)));
        }
        return new Answer(answer.statusCode(), answer.body(), raw, answer);
    }

    ProvisioningFailed refused(Answer answer) {
        return failures.refused(settings.provisioningUrl(), answer.status(), answer.raw(), code(answer));
    }

    /** What the answer calls its refusal; empty if it is no JSON or names nothing. */
    private String code(Answer answer) {
        try {
            return json.readTree(answer.body()).path("code").asText("");
        } catch (IOException noJson) {
            return "";
        }
    }

    /** @return missing if the answer was empty */
    JsonNode parsed(Answer answer) {
        try {
            return answer.body().length == 0 ? MissingNode.getInstance() : json.readTree(answer.body());
        } catch (IOException e) {
            throw failures.because("not-understood", e, settings.provisioningUrl(), answer.raw());
        }
    }

    byte[] written(Object body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<byte[]> await(HttpRequest request, Duration limit) {
        var answer = client.sendAsync(request, info -> new LimitedBody());
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw tooSlow(limit, e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw tooSlow(limit, e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof HttpTimeoutException
                    ? tooSlow(limit, e)
                    : failures.because("unreachable", e, settings.provisioningUrl(), reason(e.getCause()));
        }
    }

    private ProvisioningFailed tooSlow(Duration limit, @Nullable Exception cause) {
        return failures.because("too-slow", cause, settings.provisioningUrl(), Math.max(1, limit.toSeconds()));
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
