package io.partnerflow.accounts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The requests of one step to a SCIM server (RFC 7644), which together take no longer than allowed. */
class ScimSession {

    private static final String PATCH = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int LONGEST_ID = 200;

    private final AccountsSettings settings;
    private final Failures failures;
    private final BoundedHttp http;
    private final long ends;

    ScimSession(AccountsSettings settings, Failures failures, BoundedHttp http) {
        this.settings = settings;
        this.failures = failures;
        this.http = http;
        this.ends = System.nanoTime() + settings.stepTimeout().toNanos();
    }

    /**
     * What the server has of a kind with an attribute that is, or begins with, a value.
     *
     * @param operator {@code eq} or {@code sw}
     * @throws ProvisioningFailed if the server finds other things than those: whoever does not filter would make us
     *     believe that what is there were not, and we would make it a second time
     */
    List<JsonNode> find(String kind, String attribute, String operator, String value) {
        var filter = "%s %s %s".formatted(attribute, operator, TextNode.valueOf(value));
        var answer = http.exchange(request("GET", "/%s?filter=%s".formatted(kind, encoded(filter)), null), left());
        if (answer.status() / 100 != 2) {
            throw http.refused(answer);
        }
        var body = http.parsed(answer);
        if (!body.path("totalResults").isInt()) {
            throw failures.because("incomplete", null, "totalResults");
        }
        var found = StreamSupport.stream(body.path("Resources").spliterator(), false)
                .toList();
        Predicate<String> fits = text -> "eq".equals(operator) ? text.equalsIgnoreCase(value) : text.startsWith(value);
        if (body.path("totalResults").asInt() != found.size()
                || !found.stream().allMatch(one -> fits.test(one.path(attribute).asText("")))) {
            throw failures.because("not-filtered", null, settings.provisioningUrl(), filter);
        }
        return found;
    }

    Optional<JsonNode> get(String kind, String id) {
        var answer = http.exchange(request("GET", "/%s/%s".formatted(kind, encoded(id)), null), left());
        return known(answer).map(http::parsed);
    }

    /** @return its id; empty if the server has one like it already (409) */
    Optional<String> create(String kind, Map<String, Object> resource) {
        var answer = http.exchange(request("POST", "/" + kind, resource), left());
        if (answer.status() == CONFLICT) {
            return Optional.empty();
        }
        if (answer.status() / 100 != 2) {
            throw http.refused(answer);
        }
        return Optional.of(id(http.parsed(answer)));
    }

    /** @param values what an attribute shall be from now on, by its path */
    void replace(String kind, String id, Map<String, Object> values) {
        var operations = values.entrySet().stream()
                .map(one -> Map.of("op", "replace", "path", one.getKey(), "value", one.getValue()))
                .toList();
        var body = Map.of("schemas", List.of(PATCH), "Operations", operations);
        var answer = http.exchange(request("PATCH", "/%s/%s".formatted(kind, encoded(id)), body), left());
        if (answer.status() / 100 != 2) {
            throw http.refused(answer);
        }
    }

    /** What is gone already is no fault. */
    void delete(String kind, String id) {
        known(http.exchange(request("DELETE", "/%s/%s".formatted(kind, encoded(id)), null), left()));
    }

    String id(JsonNode resource) {
        var id = resource.path("id").asText("");
        if (id.isBlank() || id.length() > LONGEST_ID) {
            throw failures.because("incomplete", null, "id");
        }
        return id;
    }

    private Optional<BoundedHttp.Answer> known(BoundedHttp.Answer answer) {
        if (answer.status() == NOT_FOUND) {
            return Optional.empty();
        }
        if (answer.status() / 100 != 2) {
            throw http.refused(answer);
        }
        return Optional.of(answer);
    }

    private HttpRequest.Builder request(String method, String path, @Nullable Object body) {
        var base = settings.provisioningUrl().toString().replaceAll("/+$", "");
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/scim+json")
                .header("Accept", "application/scim+json, application/json")
                .method(
                        method,
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(http.written(body)));
        if (settings.provisioningToken() != null) {
            request.header("Authorization", "Bearer " + settings.provisioningToken());
        }
        return request;
    }

    private Duration left() {
        return Duration.ofNanos(ends - System.nanoTime());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
