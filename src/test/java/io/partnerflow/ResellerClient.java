package io.partnerflow;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.partnerflow.access.Role;
import io.partnerflow.access.Users;
import io.partnerflow.parties.Party;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A user of a reseller who calls the API over HTTP, logged in at the portal as a browser is. */
public final class ResellerClient {

    private static final String PASSWORD = "seven otters play chess";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern TOKEN = Pattern.compile("name=\"_token\" value=\"([^\"]+)\"");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final int port;
    private final String email = "u" + UUID.randomUUID() + "@example.org";
    private String csrf;
    private String language = "";

    private ResellerClient(int port) {
        this.port = port;
    }

    /** Logs a new user of the organisation in. */
    public static ResellerClient of(int port, Users users, Party organisation, Role role) {
        return of(port, users, organisation, role, "en");
    }

    /** The same with a user who reads this language. */
    public static ResellerClient of(int port, Users users, Party organisation, Role role, String language) {
        var client = new ResellerClient(port);
        var user = users.invite(client.email, "Anna Ek", language);
        users.setPassword(user.id(), PASSWORD);
        users.join(user.id(), organisation.id(), role);
        client.logIn();
        return client;
    }

    /** Nobody. */
    public static ResellerClient anonymous(int port) {
        return new ResellerClient(port);
    }

    /** Again, in the same browser, after its log-in has ended. */
    public HttpResponse<String> logInAgain() {
        return logIn(email);
    }

    /** Somebody else in this browser; the password is everybody's. */
    public HttpResponse<String> logIn(String address) {
        var page = csrfIn("/login");
        var answer = send(request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=%s&password=%s&_csrf=%s"
                        .formatted(
                                URLEncoder.encode(address, UTF_8),
                                URLEncoder.encode(PASSWORD, UTF_8),
                                URLEncoder.encode(page, UTF_8)))));
        renewCsrf();
        return answer;
    }

    /** Sends a form as a browser does, which says on which page it was. */
    public HttpResponse<String> submitFrom(String page, String path, Map<String, String> answers) {
        var all = new LinkedHashMap<>(answers);
        all.putIfAbsent("_csrf", csrf);
        var body = all.entrySet().stream()
                .map(answer -> answer.getKey() + "=" + URLEncoder.encode(answer.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Referer", "http://localhost:" + port + page)
                .POST(BodyPublishers.ofString(body)));
    }

    /** From now on the browser asks for this language. */
    public ResellerClient reads(String code) {
        language = code;
        return this;
    }

    private void logIn() {
        csrf = csrfIn("/login");
        var form = "username=%s&password=%s&_csrf=%s"
                .formatted(
                        URLEncoder.encode(email, UTF_8),
                        URLEncoder.encode(PASSWORD, UTF_8),
                        URLEncoder.encode(csrf, UTF_8));
        send(request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        csrf = csrfIn("/problems/not-found");
    }

    private String csrfIn(String page) {
        var found = CSRF.matcher(send(request(page).GET()).body());
        return found.find() ? found.group(1) : "";
    }

    /** After a switch to another organisation the pages carry another token. */
    public void renewCsrf() {
        csrf = csrfIn("/problems/not-found");
    }

    /** What the forms of this page carry, for who is not logged in. */
    public ResellerClient at(String page) {
        csrf = csrfIn(page);
        return this;
    }

    /** The token of a page that is open to anybody. */
    public void takeCsrf(String page) {
        csrf = csrfIn(page);
    }

    /** A call that names the organisation it acts for. */
    public HttpResponse<String> getFor(UUID organisation, String path) {
        return send(
                request(path).header("X-Acting-For", organisation.toString()).GET());
    }

    public String email() {
        return email;
    }

    public String csrf() {
        return csrf;
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    public HttpResponse<byte[]> bytes(String path) {
        return exchange(request(path).GET().build(), BodyHandlers.ofByteArray());
    }

    /** With a key of its own. */
    public HttpResponse<String> post(String path, String json) {
        return post(path, UUID.randomUUID().toString(), json);
    }

    /** @param key null to leave it out */
    public HttpResponse<String> post(String path, String key, String json) {
        return send(posted(path, key, "application/json", json));
    }

    public HttpResponse<String> post(String path, String key, String contentType, String body) {
        return send(posted(path, key, contentType, body));
    }

    public HttpResponse<String> put(String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("X-CSRF-TOKEN", String.valueOf(csrf))
                .PUT(BodyPublishers.ofString(json)));
    }

    /** With another header, such as {@code If-Match}. */
    public HttpResponse<String> putWith(String name, String value, String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("X-CSRF-TOKEN", String.valueOf(csrf))
                .header(name, value)
                .PUT(BodyPublishers.ofString(json)));
    }

    public HttpResponse<String> patch(String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("X-CSRF-TOKEN", csrf)
                .method("PATCH", BodyPublishers.ofString(json)));
    }

    public HttpResponse<String> delete(String path) {
        return send(request(path).header("X-CSRF-TOKEN", String.valueOf(csrf)).DELETE());
    }

    /** The same, not waited for. */
    public CompletableFuture<HttpResponse<String>> posting(String path, String key, String json) {
        return http.sendAsync(posted(path, key, "application/json", json).build(), BodyHandlers.ofString());
    }

    /** As a cookie alone would let another site do it. */
    public HttpResponse<String> forged(String path, String contentType, String body) {
        return send(request(path)
                .header("Origin", "https://evil.example")
                .header("Content-Type", contentType)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder posted(String path, String key, String contentType, String body) {
        var request = request(path)
                .header("Content-Type", contentType)
                .header("X-CSRF-TOKEN", String.valueOf(csrf))
                .POST(BodyPublishers.ofString(body));
        return key == null ? request : request.header("Idempotency-Key", key);
    }

    /** A body that is no text. */
    public HttpResponse<String> postBytes(String path, String contentType, byte[] body) {
        return send(request(path)
                .header("Content-Type", contentType)
                .header("X-CSRF-TOKEN", String.valueOf(csrf))
                .POST(BodyPublishers.ofByteArray(body)));
    }

    /** One file as a form sends it, in the part {@code file}. */
    public HttpResponse<String> upload(String path, String fileName, byte[] content) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--partnerflow\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                        + "Content-Type: application/pdf\r\n\r\n")
                .formatted(fileName)
                .getBytes(UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--partnerflow--\r\n".getBytes(UTF_8));
        var request = request(path)
                .header("Content-Type", "multipart/form-data; boundary=partnerflow")
                .POST(BodyPublishers.ofByteArray(body.toByteArray()));
        return send(path.contains("_csrf=") ? request : request.header("X-CSRF-TOKEN", csrf));
    }

    /** A page with a form on it. */
    public HttpResponse<String> form(String page) {
        return get(page);
    }

    /** Fetches the form and sends it filled in. */
    public HttpResponse<String> submit(String page, Map<String, String> answers) {
        var all = new LinkedHashMap<>(answers);
        all.putIfAbsent("_token", token(form(page).body()));
        return submitAgain(page, all);
    }

    /** Sends a form that was fetched before. */
    public HttpResponse<String> submitAgain(String page, Map<String, String> answers) {
        var all = new LinkedHashMap<>(answers);
        all.put("_csrf", csrf);
        var body = all.entrySet().stream()
                .map(answer -> answer.getKey() + "=" + URLEncoder.encode(answer.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(page)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    public static String token(String page) {
        var found = TOKEN.matcher(page);
        return found.find() ? found.group(1) : "";
    }

    /** As the page's own form does: the session's token stands in the address. */
    public HttpResponse<String> uploadByForm(String path, String fileName, byte[] content) {
        return upload(path + "?_csrf=" + URLEncoder.encode(csrf, UTF_8), fileName, content);
    }

    public static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(answer.body(), e);
        }
    }

    public static ObjectNode object() {
        return JSON.createObjectNode();
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        return language.isEmpty() ? request : request.header("Accept-Language", language);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return exchange(request.build(), BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
