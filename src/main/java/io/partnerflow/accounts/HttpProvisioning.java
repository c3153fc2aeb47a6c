package io.partnerflow.accounts;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerflow.shared.NamedEmail;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Accounts in another system, over HTTP with JSON: {@code POST /accounts} makes one and answers {@code {"id",
 * "loginAddress"}}, {@code PUT /accounts/<reference>/users} sets its people, {@code PUT
 * /accounts/<reference>/entitlements} what it may be used for, {@code POST /accounts/<reference>/conversion},
 * {@code /activation}, {@code /suspension}, {@code /data-return} and {@code /purge} do what they say, {@code PUT
 * /accounts/<reference>/reseller} marks the reseller, {@code PUT /accounts/<reference>/plan} says {@code FULL} or {@code
 * LIMITED}, {@code GET /accounts/<reference>/properties} answers {@code
 * {"properties": [{"id", "name"}]}}. Every request has the header {@code Idempotency-Key}, and with a secret those of
 * {@link Signature}.
 *
 * <p>A system that needs longer answers 202, perhaps with a {@code Location} where {@code GET} answers {@code {"state":
 * "pending" | "done" | "failed", "id", "loginAddress", "message", "permanent"}}; it calls back when it is done. Asked
 * again with the same key it answers how far it is. What it has refused it has not done: the same key may come with
 * other content then. An e-mail address that logs in for somebody else is refused with {@code {"code":
 * "address-taken"}}.
 */
class HttpProvisioning implements ProvisioningSystem {

    private final ProvisioningHttp http;
    private final Failures failures;

    HttpProvisioning(ProvisioningHttp http, Failures failures) {
        this.http = http;
        this.failures = failures;
    }

    @Override
    public OpenedAccount createAccount(NewAccount account) {
        var body = Map.of(
                "reference", account.reference(),
                "customer", account.customer(),
                "name", account.customerName(),
                "place", account.place(),
                "users", people(account.users()),
                "bought", account.bought());
        var answer = http.send("POST", "/accounts", account.reference(), body);
        return new OpenedAccount(text(answer, "id", 200), text(answer, "loginAddress", 500));
    }

    @Override
    public void updateUsers(String key, String reference, List<NamedEmail> users) {
        http.send("PUT", about(reference, "users"), key, Map.of("users", people(users)));
    }

    @Override
    public void convert(String key, String reference, List<Entitlement> bought) {
        http.send("POST", about(reference, "conversion"), key, Map.of("bought", bought));
    }

    @Override
    public void entitle(String key, String reference, List<Entitlement> all) {
        http.send("PUT", about(reference, "entitlements"), key, Map.of("bought", all));
    }

    @Override
    public void activate(String key, String reference) {
        http.send("POST", about(reference, "activation"), key, Map.of());
    }

    @Override
    public void suspend(String key, String reference) {
        http.sendIfKnown("POST", about(reference, "suspension"), key, Map.of());
    }

    @Override
    public void setPlan(String key, String reference, Plan plan) {
        http.sendIfKnown("PUT", about(reference, "plan"), key, Map.of("plan", plan));
    }

    @Override
    public void markReseller(String key, String reference, String reseller) {
        http.send("PUT", about(reference, "reseller"), key, Map.of("name", reseller));
    }

    @Override
    public List<Property> properties(String reference) {
        var answer = http.send("GET", about(reference, "properties"), reference + "/properties", null);
        var properties = new ArrayList<Property>();
        answer.path("properties")
                .forEach(property ->
                        properties.add(new Property(text(property, "id", 100), text(property, "name", 200))));
        return properties;
    }

    @Override
    public void returnData(String key, String reference, List<String> properties) {
        http.send("POST", about(reference, "data-return"), key, Map.of("properties", properties));
    }

    @Override
    public void purge(String key, String reference) {
        http.sendIfKnown("POST", about(reference, "purge"), key, Map.of());
    }

    private static String about(String reference, String what) {
        return "/accounts/" + reference + "/" + what;
    }

    private static List<Map<String, String>> people(List<NamedEmail> users) {
        return users.stream()
                .map(user -> Map.of("name", user.name(), "email", user.email().value()))
                .toList();
    }

    private String text(JsonNode answer, String field, int longest) {
        var value = answer.path(field).asText("");
        if (value.isBlank() || value.length() > longest) {
            throw failures.because("incomplete", null, field);
        }
        return value;
    }

    @Override
    public @Nullable OpenedAccount state(String key, String statusAddress) {
        var answer = http.state(statusAddress, key);
        return switch (answer.path("state").asText("")) {
            case "done" ->
                answer.hasNonNull("id")
                        ? new OpenedAccount(text(answer, "id", 200), text(answer, "loginAddress", 500))
                        : null;
            case "pending" -> throw failures.outstanding(statusAddress, statusAddress);
            case "failed" ->
                throw failures.told(
                        answer.path("message").asText(""),
                        answer.path("permanent").asBoolean());
            default -> throw failures.because("incomplete", null, "state");
        };
    }
}
