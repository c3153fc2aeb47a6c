package io.partnerflow.accounts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** A real SCIM 2.0 server with users and groups, as far as the adapter needs one; on good days and bad ones. */
class ScimServer implements AutoCloseable {

    enum Mood {
        WORKS,
        WORKS_BUT_ANSWERS_500,
        WORKS_BUT_ANSWERS_LATE,
        SAYS_NOTHING,
        IS_BUSY,
        TALKS_HTML,
        NEVER_ENDS,
        BREAKS
    }

    private static final Pattern FILTER = Pattern.compile("(\\w+) (eq|sw) (\".*\")");

    final Map<String, ObjectNode> users = new ConcurrentHashMap<>();
    final Map<String, ObjectNode> groups = new ConcurrentHashMap<>();
    final List<String> requests = new CopyOnWriteArrayList<>();
    final List<String> authorizations = new CopyOnWriteArrayList<>();
    volatile boolean filters = true;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpServer http;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Queue<Mood> moods = new ConcurrentLinkedQueue<>();

    ScimServer() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/scim/v2/", this::handle);
        http.setExecutor(threads);
        http.start();
    }

    URI address() {
        return URI.create(
                "http://127.0.0.1:%d/scim/v2".formatted(http.getAddress().getPort()));
    }

    /** How the next requests that change something are treated, one after the other. */
    void next(Mood... treated) {
        moods.addAll(List.of(treated));
    }

    List<ObjectNode> groupsCalled(String externalId) {
        return groups.values().stream()
                .filter(group -> group.path("externalId").asText().equals(externalId))
                .toList();
    }

    ObjectNode user(String address) {
        return users.values().stream()
                .filter(user -> user.path("userName").asText().equals(address))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        closed.countDown();
        http.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
        var body = exchange.getRequestBody().readAllBytes();
        var mood = exchange.getRequestMethod().equals("GET") ? null : moods.poll();
        switch (mood == null ? Mood.WORKS : mood) {
            case WORKS -> work(exchange, body, true);
            case WORKS_BUT_ANSWERS_500 -> {
                work(exchange, body, false);
                answer(exchange, 500, "{}");
            }
            case WORKS_BUT_ANSWERS_LATE -> {
                work(exchange, body, false);
                untilClosed();
            }
            case SAYS_NOTHING -> untilClosed();
            case IS_BUSY -> {
                exchange.getResponseHeaders().set("Retry-After", "30");
                answer(exchange, 429, "");
            }
            case TALKS_HTML -> answer(exchange, 201, "<html>Welcome</html>");
            case NEVER_ENDS -> {
                exchange.sendResponseHeaders(200, 0);
                try (var out = exchange.getResponseBody()) {
                    for (var i = 0; i < 10_000; i++) {
                        out.write(new byte[64 * 1024]);
                    }
                } catch (IOException readerHasGone) {
                    exchange.close();
                }
            }
            case BREAKS -> answer(exchange, 500, "{\"detail\": \"no disk\"}");
        }
    }

    private void work(HttpExchange exchange, byte[] body, boolean says) throws IOException {
        var path = exchange.getRequestURI()
                .getPath()
                .substring("/scim/v2/".length())
                .split("/", 2);
        var kind = path[0].equals("Users") ? users : groups;
        var resource = path.length > 1 ? kind.get(path[1]) : null;
        if (path.length > 1 && resource == null) {
            answer(exchange, 404, "{}");
            return;
        }
        var result =
                switch (exchange.getRequestMethod()) {
                    case "GET" -> resource == null ? list(kind, exchange.getRequestURI()) : shown(path[0], resource);
                    case "POST" -> create(kind, json.readTree(body));
                    case "PATCH" -> patch(resource, json.readTree(body));
                    default -> {
                        kind.remove(path[1]);
                        yield json.createObjectNode();
                    }
                };
        if (says) {
            answer(
                    exchange,
                    result == null ? 409 : exchange.getRequestMethod().equals("POST") ? 201 : 200,
                    result == null ? "{\"scimType\": \"uniqueness\", \"status\": \"409\"}" : result.toString());
        }
    }

    private JsonNode list(Map<String, ObjectNode> kind, URI address) {
        var filter = FILTER.matcher(address.getQuery().replaceFirst("^filter=", ""));
        assert filter.matches();
        var list = json.createObjectNode();
        var found = list.putArray("Resources");
        for (var one : kind.values()) {
            var value = one.path(filter.group(1)).asText();
            var wanted = unquoted(filter.group(3));
            if (!filters
                    || (filter.group(2).equals("eq") ? value.equalsIgnoreCase(wanted) : value.startsWith(wanted))) {
                found.add(one);
            }
        }
        return list.put("totalResults", found.size());
    }

    private String unquoted(String text) {
        try {
            return json.readValue(text, String.class);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return null if there is one with this name */
    private JsonNode create(Map<String, ObjectNode> kind, JsonNode resource) {
        var taken = kind.values().stream()
                .anyMatch(one -> kind == users && one.path("userName").equals(resource.path("userName")));
        if (taken) {
            return null;
        }
        var id = UUID.randomUUID().toString();
        var stored = ((ObjectNode) resource.deepCopy()).put("id", id);
        kind.put(id, stored);
        return stored;
    }

    private JsonNode patch(ObjectNode resource, JsonNode body) {
        body.path("Operations").forEach(operation -> {
            var path = operation.path("path").asText();
            var extension = path.lastIndexOf(':');
            if (extension < 0) {
                resource.set(path, operation.get("value"));
            } else {
                resource.withObject("/" + path.substring(0, extension).replace("/", "~1"))
                        .set(path.substring(extension + 1), operation.get("value"));
            }
        });
        return resource;
    }

    /** Users with the groups they belong to, as RFC 7643 4.1.2 has it. */
    private JsonNode shown(String kind, ObjectNode resource) {
        if (!kind.equals("Users")) {
            return resource;
        }
        var user = resource.deepCopy();
        var memberships = user.putArray("groups");
        groups.values().stream()
                .filter(group -> StreamSupport.stream(group.path("members").spliterator(), false)
                        .anyMatch(member -> member.path("value").equals(resource.path("id"))))
                .forEach(group -> memberships.addObject().set("value", group.path("id")));
        return user;
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/scim+json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void untilClosed() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
