package io.partnerflow.accounts;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerflow.shared.NamedEmail;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * Accounts in a system that speaks SCIM 2.0 (RFC 7643, RFC 7644). SCIM knows users and groups and no accounts, so:
 *
 * <ul>
 *   <li>an account is a group, {@code externalId} its reference (TR- or OR-number); its members are the account's people;
 *       {@link #ACCOUNT} says whose it is, on which plan, whether it works, and who the reseller is;
 *   <li>what may be used is a group per product, {@code externalId} {@code <reference>/<product>}, with the same members
 *       and the quantity in the extension;
 *   <li>a person is a user, {@code externalId} {@code <customer>/<address>}, {@code userName} the address. It is active as
 *       long as one of the customer's accounts it belongs to works.
 * </ul>
 *
 * <p>Everything is looked for by {@code externalId} before it is made, and again if the server says it exists: a request
 * that was done and whose answer was lost makes nothing twice. People come first, so that an address that belongs to
 * somebody else is found before there is an account.
 */
class ScimProvisioning implements ProvisioningSystem {

    static final String ACCOUNT = "urn:partnerflow:params:scim:schemas:extension:1.0:Account";
    private static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
    private static final String GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group";
    private static final String USERS = "Users";
    private static final String GROUPS = "Groups";
    private static final String ACTIVE = "active";

    private final AccountsSettings settings;
    private final Failures failures;
    private final BoundedHttp http;

    ScimProvisioning(AccountsSettings settings, Failures failures) {
        this.settings = settings;
        this.failures = failures;
        this.http = new BoundedHttp(settings, failures);
    }

    @Override
    public OpenedAccount createAccount(NewAccount account) {
        var scim = session();
        var people = account.users().stream()
                .map(user -> person(scim, account.customer(), user, account.reference()))
                .toList();
        var group = scim.find(GROUPS, "externalId", "eq", account.reference()).stream()
                .findFirst();
        var id = group.map(scim::id)
                .orElseGet(() -> makeGroup(
                        scim,
                        account.reference(),
                        "%s (%s)".formatted(account.customerName(), account.reference()),
                        people,
                        Map.of("customer", account.customer().toString(), "plan", Plan.FULL.name(), ACTIVE, true)));
        if (group.isPresent()) {
            scim.replace(GROUPS, id, Map.of("members", members(people)));
        }
        grant(scim, account.reference(), people, account.bought());
        return new OpenedAccount(id, settings.loginUrl().toString());
    }

    @Override
    public void updateUsers(String key, String reference, List<NamedEmail> users) {
        var scim = session();
        var account = account(scim, reference);
        var customer = UUID.fromString(account.path(ACCOUNT).path("customer").asText());
        var people = users.stream()
                .map(user -> person(scim, customer, user, reference))
                .toList();
        var before = membersOf(account);
        scim.replace(GROUPS, scim.id(account), Map.of("members", members(people)));
        products(scim, reference)
                .forEach(product -> scim.replace(GROUPS, scim.id(product), Map.of("members", members(people))));
        before.stream().filter(one -> !people.contains(one)).forEach(gone -> shutUnlessUsed(scim, gone, reference));
    }

    @Override
    public void convert(String key, String reference, List<Entitlement> bought) {
        entitle(key, reference, bought);
    }

    @Override
    public void entitle(String key, String reference, List<Entitlement> all) {
        var scim = session();
        var account = account(scim, reference);
        grant(scim, reference, membersOf(account), all);
        open(scim, account);
    }

    @Override
    public void activate(String key, String reference) {
        var scim = session();
        open(scim, account(scim, reference));
    }

    @Override
    public void suspend(String key, String reference) {
        var scim = session();
        scim.find(GROUPS, "externalId", "eq", reference).stream().findFirst().ifPresent(account -> {
            scim.replace(GROUPS, scim.id(account), Map.of(ACCOUNT + ":" + ACTIVE, false));
            membersOf(account).forEach(person -> shutUnlessUsed(scim, person, reference));
        });
    }

    @Override
    public void setPlan(String key, String reference, Plan plan) {
        var scim = session();
        scim.find(GROUPS, "externalId", "eq", reference)
                .forEach(account -> scim.replace(GROUPS, scim.id(account), Map.of(ACCOUNT + ":plan", plan.name())));
    }

    @Override
    public void markReseller(String key, String reference, String reseller) {
        var scim = session();
        scim.replace(GROUPS, scim.id(account(scim, reference)), Map.of(ACCOUNT + ":reseller", reseller));
    }

    /** SCIM says nothing about what people have built. */
    @Override
    public List<Property> properties(String reference) {
        return List.of();
    }

    @Override
    public void returnData(String key, String reference, List<String> properties) {
        throw failures.because("not-possible", null, settings.provisioningUrl(), reference);
    }

    @Override
    public void purge(String key, String reference) {
        var scim = session();
        products(scim, reference).forEach(product -> scim.delete(GROUPS, scim.id(product)));
        scim.find(GROUPS, "externalId", "eq", reference).forEach(account -> {
            membersOf(account).stream()
                    .filter(person -> !isUsed(scim, person, reference))
                    .forEach(person -> scim.delete(USERS, person));
            scim.delete(GROUPS, scim.id(account));
        });
    }

    private ScimSession session() {
        return new ScimSession(settings, failures, http);
    }

    private JsonNode account(ScimSession scim, String reference) {
        return scim.find(GROUPS, "externalId", "eq", reference).stream()
                .findFirst()
                .orElseThrow(() -> failures.because("no-account", null, reference));
    }

    private static List<JsonNode> products(ScimSession scim, String reference) {
        return scim.find(GROUPS, "externalId", "sw", reference + "/");
    }

    /** @return the id of the customer's user with this address, made if there was none */
    private String person(ScimSession scim, UUID customer, NamedEmail user, String reference) {
        var address = DirectoryTables.address(user);
        var externalId = customer + "/" + address;
        var known = scim.find(USERS, "externalId", "eq", externalId).stream().findFirst();
        if (known.isEmpty() && scim.find(USERS, "userName", "eq", address).isEmpty()) {
            var made = scim.create(USERS, newUser(externalId, address, user.name()));
            if (made.isPresent()) {
                return made.get();
            }
            known = scim.find(USERS, "externalId", "eq", externalId).stream().findFirst();
        }
        var own = known.orElseThrow(
                () -> failures.because("address-taken", null, address, "another customer", reference));
        if (!own.path(ACTIVE).asBoolean(true)) {
            scim.replace(USERS, scim.id(own), Map.of(ACTIVE, true));
        }
        return scim.id(own);
    }

    private static Map<String, Object> newUser(String externalId, String address, String name) {
        var user = new LinkedHashMap<String, Object>();
        user.put("schemas", List.of(USER));
        user.put("externalId", externalId);
        user.put("userName", address);
        if (!name.isBlank()) {
            user.put("displayName", name);
            user.put("name", Map.of("formatted", name));
        }
        user.put("emails", List.of(Map.of("value", address, "type", "work", "primary", true)));
        user.put(ACTIVE, true);
        return user;
    }

    /** From now on exactly these products may be used. */
    private void grant(ScimSession scim, String reference, List<String> people, List<Entitlement> all) {
        var there = products(scim, reference);
        for (var one : all) {
            var externalId = reference + "/" + one.product();
            var facts =
                    Map.<String, Object>of("account", reference, "product", one.product(), "quantity", one.quantity());
            there.stream()
                    .filter(group -> group.path("externalId").asText().equals(externalId))
                    .findFirst()
                    .ifPresentOrElse(
                            group -> scim.replace(
                                    GROUPS,
                                    scim.id(group),
                                    Map.of("members", members(people), ACCOUNT + ":quantity", one.quantity())),
                            () -> makeGroup(
                                    scim, externalId, "%s (%s)".formatted(one.product(), reference), people, facts));
        }
        there.stream()
                .filter(group -> all.stream()
                        .noneMatch(one -> group.path("externalId").asText().equals(reference + "/" + one.product())))
                .forEach(group -> scim.delete(GROUPS, scim.id(group)));
    }

    private String makeGroup(
            ScimSession scim, String externalId, String name, List<String> people, Map<String, Object> facts) {
        var group = Map.<String, Object>of(
                "schemas",
                List.of(GROUP, ACCOUNT),
                "externalId",
                externalId,
                "displayName",
                name,
                "members",
                members(people),
                ACCOUNT,
                facts);
        return scim.create(GROUPS, group)
                .orElseGet(() -> scim.find(GROUPS, "externalId", "eq", externalId).stream()
                        .findFirst()
                        .map(scim::id)
                        .orElseThrow(() -> failures.refused(settings.provisioningUrl(), 409, externalId, "")));
    }

    private void open(ScimSession scim, JsonNode account) {
        scim.replace(GROUPS, scim.id(account), Map.of(ACCOUNT + ":" + ACTIVE, true));
        membersOf(account).forEach(person -> scim.replace(USERS, person, Map.of(ACTIVE, true)));
    }

    private void shutUnlessUsed(ScimSession scim, String person, String reference) {
        if (!isUsed(scim, person, reference)) {
            scim.replace(USERS, person, Map.of(ACTIVE, false));
        }
    }

    /** Whether the person belongs to another account that works; the server says so in the user's {@code groups}. */
    private static boolean isUsed(ScimSession scim, String person, String reference) {
        var groups = new HashSet<String>();
        scim.get(USERS, person)
                .ifPresent(user -> user.path("groups")
                        .forEach(group -> groups.add(group.path("value").asText())));
        return groups.stream()
                .flatMap(group -> scim.get(GROUPS, group).stream())
                .filter(group -> !group.path("externalId").asText().equals(reference))
                .anyMatch(group -> group.path(ACCOUNT).path(ACTIVE).asBoolean(false));
    }

    private static List<Map<String, String>> members(List<String> people) {
        return people.stream().map(id -> Map.of("value", id)).toList();
    }

    private static List<String> membersOf(JsonNode group) {
        return StreamSupport.stream(group.path("members").spliterator(), false)
                .map(member -> member.path("value").asText())
                .toList();
    }
}
