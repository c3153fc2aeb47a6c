package io.partnerflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerflow.access.Role;
import io.partnerflow.access.Users;
import io.partnerflow.parties.Party;
import java.net.http.HttpResponse;

/** Calls the API as a reseller's user and reads each answer as JSON. */
public class ApiClient {

    private final ResellerClient client;

    private ApiClient(ResellerClient client) {
        this.client = client;
    }

    /** A new user of the organisation, logged in. */
    public static ApiClient of(int port, Users users, Party organisation, Role role) {
        return new ApiClient(ResellerClient.of(port, users, organisation, role));
    }

    /** An answer with its body. */
    public record Answer(int status, JsonNode body, HttpResponse<String> raw) {

        static Answer of(HttpResponse<String> raw) {
            return new Answer(raw.statusCode(), ResellerClient.json(raw), raw);
        }

        /** The last part of the problem's type. */
        public String problem() {
            return body.path("type").asText().replace("/problems/", "");
        }
    }

    /** A page of the portal as the browser of this user gets it. */
    public HttpResponse<String> page(String path) {
        return client.get(path);
    }

    public Answer get(String path) {
        return Answer.of(client.get(path));
    }

    /** With an idempotency key of its own. */
    public Answer post(String path, String json) {
        return Answer.of(client.post(path, json));
    }

    public Answer post(String path, String json, String key) {
        return Answer.of(client.post(path, key, json));
    }

    /** With another header, such as {@code If-Match}. */
    public Answer putWith(String name, String value, String path, String json) {
        return Answer.of(client.putWith(name, value, path, json));
    }

    public Answer delete(String path) {
        return Answer.of(client.delete(path));
    }

    public Answer put(String path, String json) {
        return Answer.of(client.put(path, json));
    }
}
