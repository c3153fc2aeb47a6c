package io.partnerflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.partnerflow.access.Role;
import io.partnerflow.access.Users;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;

/** Calls the API over HTTP with the session of a user of the portal. */
public class ApiClient {

    private static final String PASSWORD = "seven otters play chess";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final int port;
    private String csrf = "";

    public ApiClient(int port) {
        this.port = port;
    }

    /** An answer, its body read as JSON. */
    public record Answer(int status, JsonNode body, HttpResponse<String> raw) {

        public String problem() {
            return body.path("type").asText().replace("/problems/", "");
        }
    }

    /** A new user of the organisation, logged in. */
    public static ApiClient of(int port, Users users, UUID organisation, Role role) {
        var email = "u" + UUID.randomUUID() + "@example.org";
        var user = users.invite(email, "Maria Berg", "en");
        users.setPassword(user.id(), PASSWORD);
        users.join(user.id(), organisation, role);
        return new ApiClient(port).logIn(email);
    }

    private ApiClient logIn(String email) {
        readToken(page("/login"));
        send(HttpRequest.newBuilder(uri("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=%s&password=%s&_csrf=%s"
                        .formatted(encoded(email), encoded(PASSWORD), encoded(csrf)))));
        readToken(page("/customers"));
        return this;
    }

    /** A page of the portal as the browser of this user gets it. */
    public HttpResponse<String> page(String path) {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Accept-Language", "en")
                .GET());
    }

    public Answer get(String path) {
        return answer(send(HttpRequest.newBuilder(uri(path)).GET()));
    }

    /** With a new idempotency key. */
    public Answer post(String path, String json) {
        return post(path, json, UUID.randomUUID().toString());
    }

    public Answer post(String path, String json, String key) {
        return answer(send(write(path).header("Idempotency-Key", key).POST(BodyPublishers.ofString(json))));
    }

    public Answer put(String path, String json) {
        return answer(send(write(path).PUT(BodyPublishers.ofString(json))));
    }

    private HttpRequest.Builder write(String path) {
        return HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .header("X-CSRF-TOKEN", csrf);
    }

    private void readToken(HttpResponse<String> page) {
        var token = CSRF.matcher(page.body());
        assertThat(token.find()).as("a form on " + page.uri()).isTrue();
        csrf = token.group(1);
    }

    private static Answer answer(HttpResponse<String> raw) {
        try {
            return new Answer(raw.statusCode(), JSON.readTree(raw.body()), raw);
        } catch (IOException e) {
            throw new AssertionError("no JSON: " + raw.body(), e);
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
