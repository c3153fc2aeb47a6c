package io.partnerflow.accounts;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** A provisioning system that calls back, signed as agreed. */
public final class CallBacks {

    private static final String PATH = "/api/v1/provisioning-events";

    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();

    public CallBacks(int port) {
        this.port = port;
    }

    public HttpResponse<String> accountMade(String key) {
        var id = ProvisioningServer.idOf(key);
        return send("""
                {"key": "%s", "state": "done", "account": {"id": "%s", "loginAddress": "https://product.example/%s"}}""".formatted(key, id, id));
    }

    public HttpResponse<String> failed(String key, String message, boolean permanent) {
        return send("""
                {"key": "%s", "state": "failed", "message": "%s", "permanent": %s}""".formatted(key, message, permanent));
    }

    public HttpResponse<String> send(String body) {
        return send(body, Instant.now(), TestAccounts.SECRET);
    }

    public HttpResponse<String> send(String body, Instant signedAt, String secret) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var timestamp = Signature.timestamp(signedAt);
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(port, PATH)))
                            .header("Content-Type", "application/json")
                            .header(Signature.TIMESTAMP, timestamp)
                            .header(Signature.SIGNATURE, Signature.of(secret, timestamp, "POST", PATH, bytes))
                            .POST(BodyPublishers.ofByteArray(bytes))
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
