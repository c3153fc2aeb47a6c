package io.partnerflow.accounts;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** A real HTTP server that keeps accounts by idempotency key, on good days and bad ones. */
public class ProvisioningServer implements AutoCloseable {

    public enum Mood {
        WORKS,
        WORKS_BUT_ANSWERS_500,
        WORKS_BUT_ANSWERS_LATE,
        SAYS_NOTHING,
        STOPS_IN_THE_MIDDLE,
        NEVER_ENDS,
        TALKS_NONSENSE,
        FORGETS_THE_ID,
        SENDS_ELSEWHERE,
        KNOWS_NOTHING,
        BREAKS,
        IS_BUSY,
        ADDRESS_TAKEN,
        TAKES_ITS_TIME,
        CALLS_BACK_BEFORE_IT_ANSWERS
    }

    private final HttpServer http;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Queue<Mood> moods = new ConcurrentLinkedQueue<>();
    private final Map<String, String> accounts = new ConcurrentHashMap<>();
    private final Map<String, String> states = new ConcurrentHashMap<>();
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private final List<String> badSignatures = new CopyOnWriteArrayList<>();
    private volatile Consumer<String> callBack = key -> {};

    public ProvisioningServer() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", this::handle);
        http.setExecutor(threads);
        http.start();
    }

    public URI address() {
        return URI.create(
                "http://127.0.0.1:%d/product".formatted(http.getAddress().getPort()));
    }

    /** How the next request is treated; after that the server works again. */
    public void next(Mood mood) {
        moods.add(mood);
    }

    /** The same for several requests, one after the other. */
    public void next(Mood mood, int times) {
        for (var i = 0; i < times; i++) {
            moods.add(mood);
        }
    }

    /** Whom it tells what it has done later: the key. */
    public void callsBack(Consumer<String> whom) {
        callBack = whom;
    }

    /** What it answers who asks how far it is with the request of this key. */
    public void says(String key, String state) {
        states.put(key, state);
    }

    public int accounts() {
        return accounts.size();
    }

    /** How many accounts there are for requests with this key. */
    public long accountsOf(String key) {
        return accounts.keySet().stream().filter(key::equals).count();
    }

    public List<String> keys() {
        return keys;
    }

    /** Keys of all requests about an account. */
    public List<String> keysAbout(String reference) {
        return keys.stream().filter(key -> key.startsWith(reference)).toList();
    }

    List<String> bodies() {
        return bodies;
    }

    List<String> authorizations() {
        return authorizations;
    }

    /** Requests that were not signed, or not well. */
    public List<String> badSignatures() {
        return badSignatures;
    }

    /** As an account it has made is called. */
    public static String idOf(String key) {
        return "acc-" + key;
    }

    @Override
    public void close() {
        closed.countDown();
        http.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        var key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        var body = exchange.getRequestBody().readAllBytes();
        checkSignature(exchange, body);
        if (exchange.getRequestURI().getPath().contains("/states/")) {
            answer(exchange, 200, states.getOrDefault(key, "{\"state\": \"pending\"}"));
            return;
        }
        keys.add(key);
        bodies.add(new String(body, StandardCharsets.UTF_8));
        authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
        var mood = moods.poll();
        switch (mood == null ? Mood.WORKS : mood) {
            case WORKS -> answer(exchange, 200, work(exchange, key));
            case WORKS_BUT_ANSWERS_500 -> {
                work(exchange, key);
                answer(exchange, 500, "{\"error\": \"lost the database\"}");
            }
            case WORKS_BUT_ANSWERS_LATE -> {
                work(exchange, key);
                untilClosed();
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
            case BREAKS -> answer(exchange, 500, "{\"error\": \"no disk\"}");
            case IS_BUSY -> {
                exchange.getResponseHeaders().set("Retry-After", "120");
                answer(exchange, 429, "");
            }
            case ADDRESS_TAKEN -> answer(exchange, 409, "{\"code\": \"address-taken\"}");
            case TAKES_ITS_TIME -> accept(exchange, key);
            case CALLS_BACK_BEFORE_IT_ANSWERS -> {
                work(exchange, key);
                callBack.accept(key);
                accept(exchange, key);
            }
        }
    }

    private void accept(HttpExchange exchange, String key) throws IOException {
        exchange.getResponseHeaders().set("Location", "/product/states/" + key.replace('/', '-'));
        answer(exchange, 202, "");
    }

    private void checkSignature(HttpExchange exchange, byte[] body) {
        var headers = exchange.getRequestHeaders();
        if (!Signature.isGood(
                TestAccounts.SECRET,
                Instant.now(),
                headers.getFirst(Signature.TIMESTAMP),
                headers.getFirst(Signature.SIGNATURE),
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                body)) {
            badSignatures.add(exchange.getRequestURI().toString());
        }
    }

    private String work(HttpExchange exchange, String key) {
        if (exchange.getRequestURI().getPath().endsWith("/properties")) {
            return "{\"properties\": [{\"id\": \"p-1\", \"name\": \"Storgatan 1\"}]}";
        }
        if (!exchange.getRequestURI().getPath().endsWith("/accounts")) {
            return "";
        }
        var id = accounts.computeIfAbsent(key, ProvisioningServer::idOf);
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
