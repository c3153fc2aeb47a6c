package io.partnerflow.accounts;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A real HTTP server that keeps accounts by idempotency key, on good days and bad ones. */
class ProvisioningServer implements AutoCloseable {

    enum Mood {
        WORKS,
        WORKS_BUT_ANSWERS_500,
        SAYS_NOTHING,
        STOPS_IN_THE_MIDDLE,
        NEVER_ENDS,
        TALKS_NONSENSE,
        FORGETS_THE_ID,
        SENDS_ELSEWHERE,
        KNOWS_NOTHING
    }

    private final HttpServer http;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Queue<Mood> moods = new ArrayDeque<>();
    private final Map<String, String> accounts = new ConcurrentHashMap<>();
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();

    ProvisioningServer() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", this::handle);
        http.setExecutor(threads);
        http.start();
    }

    URI address() {
        return URI.create(
                "http://127.0.0.1:%d/product".formatted(http.getAddress().getPort()));
    }

    /** How the next request is treated; after that the server works again. */
    void next(Mood mood) {
        moods.add(mood);
    }

    int accounts() {
        return accounts.size();
    }

    List<String> keys() {
        return keys;
    }

    List<String> bodies() {
        return bodies;
    }

    List<String> authorizations() {
        return authorizations;
    }

    @Override
    public void close() {
        closed.countDown();
        http.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        var key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        keys.add(key);
        bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
        var mood = moods.isEmpty() ? Mood.WORKS : moods.remove();
        switch (mood) {
            case WORKS -> answer(exchange, 200, work(exchange, key));
            case WORKS_BUT_ANSWERS_500 -> {
                work(exchange, key);
                answer(exchange, 500, "{\"error\": \"lost the database\"}");
            }
            case SAYS_NOTHING -> untilClosed();
            case STOPS_IN_THE_MIDDLE -> {
                exchange.sendResponseHeaders(200, 1000);
                exchange.getResponseBody().write("{\"id\":".getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
                untilClosed();
            }
            case NEVER_ENDS -> babble(exchange);
            case TALKS_NONSENSE -> answer(exchange, 200, "<html>It works!</html>");
            case FORGETS_THE_ID -> answer(exchange, 200, "{\"loginAddress\": \"https://product.example\"}");
            case SENDS_ELSEWHERE -> {
                exchange.getResponseHeaders().set("Location", address() + "/elsewhere");
                answer(exchange, 302, "");
            }
            case KNOWS_NOTHING -> answer(exchange, 404, "{}");
        }
    }

    private String work(HttpExchange exchange, String key) {
        if (exchange.getRequestURI().getPath().endsWith("/properties")) {
            return "{\"properties\": [{\"id\": \"p-1\", \"name\": \"Storgatan 1\"}]}";
        }
        if (!exchange.getRequestURI().getPath().endsWith("/accounts")) {
            return "";
        }
        var id = accounts.computeIfAbsent(key, fresh -> "acc-" + fresh);
        return "{\"id\": \"%s\", \"loginAddress\": \"https://product.example/%s\"}".formatted(id, id);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static void babble(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        var nonsense = new byte[64 * 1024];
        try (var body = exchange.getResponseBody()) {
            for (var part = 0; part < 10_000; part++) {
                body.write(nonsense);
            }
        } catch (IOException readerHasGone) {
            exchange.close();
        }
    }

    private void untilClosed() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
