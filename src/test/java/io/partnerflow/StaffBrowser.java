package io.partnerflow;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Speaks HTTP with one of the two doors, byte for byte as written, with cookies as a browser keeps them. */
public class StaffBrowser {

    private static final Pattern CSRF_IN_ADDRESS = Pattern.compile("_csrf=([^\"&]+)\"");
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final int port;
    private String basic;
    private String forwardedFor;
    private String language;

    public StaffBrowser(int port) {
        this.port = port;
    }

    /** From now on every request carries name and password. */
    public StaffBrowser withBasic(String name, String password) {
        basic = "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(UTF_8));
        return this;
    }

    /** From now on a proxy of ours says that requests come from this address. */
    public StaffBrowser forwardedFor(String address) {
        forwardedFor = address;
        return this;
    }

    /** From now on every page is wanted in this language. */
    public StaffBrowser reading(String wanted) {
        language = wanted;
        return this;
    }

    /** Logs in by the form and follows the first redirect. */
    public HttpResponse<String> login(String name, String password) {
        return submit("/staff/login", Map.of("username", name, "password", password));
    }

    /** Fetches the page and posts its form with these values. */
    public HttpResponse<String> submit(String page, Map<String, String> values) {
        return submit(page, page, values);
    }

    /** Fetches the page and posts one of its forms, which goes to another address, with these values. */
    public HttpResponse<String> submit(String page, String address, Map<String, String> values) {
        var token = CSRF.matcher(get(page).body());
        var form = values.entrySet().stream()
                .map(value -> value.getKey() + "=" + URLEncoder.encode(value.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(uri(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form + (token.find() ? "&_csrf=" + token.group(1) : ""))));
    }

    /** Fetches the page and uploads one file to it, in the part {@code file}. */
    public HttpResponse<String> upload(String page, String fileName, byte[] content) {
        return upload(page, page, fileName, content);
    }

    /** Fetches the page and uploads one file to another address, in the part {@code file}. */
    public HttpResponse<String> upload(String page, String to, String fileName, byte[] content) {
        var token = CSRF.matcher(get(page).body());
        var address = to + "?_csrf=" + (token.find() ? URLEncoder.encode(token.group(1), UTF_8) : "");
        var head =
                "--partnerflow\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: text/xml\r\n\r\n"
                        .formatted(fileName)
                        .getBytes(UTF_8);
        return send(HttpRequest.newBuilder(uri(address))
                .header("Content-Type", "multipart/form-data; boundary=partnerflow")
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofByteArray(head),
                        BodyPublishers.ofByteArray(content),
                        BodyPublishers.ofString("\r\n--partnerflow--\r\n"))));
    }

    /** Fetches the page and sends its form back with files, in the part {@code files}, and values. */
    public HttpResponse<String> upload(String page, Map<String, byte[]> files, Map<String, String> values) {
        var token = CSRF_IN_ADDRESS.matcher(get(page).body());
        var parts = new ArrayList<BodyPublisher>();
        values.forEach((name, value) -> parts.add(part("name=\"" + name + "\"", value.getBytes(UTF_8))));
        files.forEach((name, content) -> parts.add(part("name=\"files\"; filename=\"" + name + "\"", content)));
        parts.add(BodyPublishers.ofString("--partnerflow--\r\n"));
        return send(HttpRequest.newBuilder(uri(page + "?_csrf=" + (token.find() ? token.group(1) : "")))
                .header("Content-Type", "multipart/form-data; boundary=partnerflow")
                .POST(BodyPublishers.concat(parts.toArray(BodyPublisher[]::new))));
    }

    private static BodyPublisher part(String disposition, byte[] content) {
        var head = "--partnerflow\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n";
        return BodyPublishers.concat(
                BodyPublishers.ofString(head), BodyPublishers.ofByteArray(content), BodyPublishers.ofString("\r\n"));
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(uri(path)).GET());
    }

    public HttpResponse<String> post(String path, String json) {
        return send("POST", path, "application/json", json);
    }

    public HttpResponse<String> send(String method, String path, String contentType, String body) {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", contentType)
                .header("Accept", "application/json")
                .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN"))
                .method(method, BodyPublishers.ofString(body)));
    }

    /** The cookie's value, empty if there is none. */
    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .map(value -> value.replace("\"", ""))
                .findFirst()
                .orElse("");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        if (forwardedFor != null) {
            request.header("X-Forwarded-For", forwardedFor);
        }
        if (language != null) {
            request.header("Accept-Language", language);
        }
        if (basic != null) {
            request.header("Authorization", basic);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
