package io.partnerflow.processes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.ApiClient;
import io.partnerflow.PartnerflowTest;
import io.partnerflow.ResellerClient;
import io.partnerflow.Staff;
import io.partnerflow.StaffBrowser;
import io.partnerflow.TestParties;
import io.partnerflow.access.Role;
import io.partnerflow.access.Users;
import io.partnerflow.mail.OutboxLetter;
import io.partnerflow.shipping.ConfirmedBy;
import io.partnerflow.shipping.OwnServiceTask;
import io.partnerflow.shipping.OwnServices;
import io.partnerflow.shipping.ShipmentStatus;
import io.partnerflow.shipping.ShipmentView;
import io.partnerflow.web.StaffListener;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.camunda.bpm.engine.IdentityService;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Shipments at every door: the API, the carrier's call-back, the customer's link, the portal, the logistics desk. */
@PartnerflowTest
class ShippingDoorsTest extends DeliveryTests {

    private static final Pattern LINK = Pattern.compile("/link/receipt/[A-Za-z0-9_-]+");

    @LocalServerPort
    int port;

    @Autowired
    StaffListener door;

    @Autowired
    IdentityService identity;

    @Autowired
    Users users;

    @Autowired
    OwnServices ownServices;

    @Autowired
    JdbcClient database;

    @Test
    void theApiShowsConfirmsAndTakesDamage() {
        var order = delivering();
        var shipment = shipments.get(shipAll(order));
        var first = shipment.items().get(0).serial();
        var api = ApiClient.of(port, users, reseller, Role.ORDER);

        assertThat(api.get("/api/v1/shipments?search=" + first)
                        .body()
                        .at("/items/0/number")
                        .asText())
                .isEqualTo(shipment.number());
        var foreign = api.post(
                "/api/v1/shipments/" + shipment.number() + "/receipt",
                "{\"received\":[\"NOBODY-1\",\"%s\"]}".formatted(first));
        assertThat(foreign.status()).isEqualTo(422);
        assertThat(foreign.body().at("/errors/0/field").asText()).isEqualTo("received[0]");
        assertThat(foreign.body().at("/errors/0/message").asText()).contains("NOBODY-1", shipment.number());

        var path = "/api/v1/shipments/" + shipment.number();
        var partly = api.post(path + "/receipt", "{\"received\":[\"%s\"]}".formatted(first));
        assertThat(partly.status()).isEqualTo(200);
        assertThat(partly.body().at("/items/0/outcome").asText()).isEqualTo("RECEIVED");
        var report = api.post(path + "/damage-reports", "{\"serial\":\"%s\",\"words\":\"Cracked.\"}".formatted(first));
        assertThat(report.status()).isEqualTo(202);
        assertThat(report.body().at("/status").asText()).isEqualTo("OPEN");
        assertThat(api.post(path + "/damage-reports", "{\"serial\":\"%s\",\"words\":\"x\"}".formatted(first))
                        .problem())
                .isEqualTo("damage-reported");

        var device = api.get("/api/v1/devices?search=" + first).body().at("/items/0");
        assertThat(device.at("/status").asText()).isEqualTo("delivered");
        assertThat(api.get("/api/v1/devices/" + device.at("/id").asText())
                        .body()
                        .at("/history"))
                .hasSize(3);
        assertThat(api.get("/api/v1/devices?status=no").status()).isEqualTo(422);
        assertThat(api.get("/api/v1/devices?status=delivered&organisationId=" + customer.id())
                        .body()
                        .at("/total")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void anotherResellerSeesNothing() {
        var shipment = shipments.get(shipAll(delivering()));
        var stranger = new TestParties(organisations, resellers).resellerOf("workplace", "0");
        var api = ApiClient.of(port, users, stranger, Role.ADMIN);

        assertThat(api.get("/api/v1/shipments").body().at("/total").asInt()).isZero();
        assertThat(api.get("/api/v1/shipments/" + shipment.number()).status()).isEqualTo(404);
        assertThat(api.get("/api/v1/devices/" + shipment.items().get(0).device())
                        .status())
                .isEqualTo(404);
        assertThat(api.page("/shipments/" + shipment.number()).statusCode()).isEqualTo(404);
        assertThat(api.page("/documents/" + shipment.note()).statusCode()).isEqualTo(404);
    }

    @Test
    void aCarrierIsBelievedByItsSignatureOnce() throws Exception {
        var shipment = shipments.get(shipAll(delivering()));
        var now = calendar.now().getEpochSecond();
        var body = event("E-" + shipment.number(), shipment.trackingNumber(), "DELIVERED");

        assertThat(carrier(now, "0".repeat(64), body)).isEqualTo(401);
        assertThat(carrier(now, null, body)).isEqualTo(401);
        assertThat(carrier(now, signature(now, body), body.replace("DELIVERED", "RETURNED!")))
                .isEqualTo(401);
        assertThat(carrier(now - 301, signature(now - 301, body), body)).isEqualTo(401);
        assertThat(carrier(now + 600, signature(now + 600, body), body)).isEqualTo(401);
        assertThat(shipments.get(shipment.number()).status()).isEqualTo(ShipmentStatus.UNDER_WAY);

        assertThat(carrier(now, signature(now, body), body)).isEqualTo(204);
        assertThat(carrier(now, "sha256=" + signature(now, body), body)).isEqualTo(204);
        var late = event("E0-" + shipment.number(), shipment.trackingNumber(), "OUT_FOR_DELIVERY");
        assertThat(carrier(now, signature(now, late), late)).isEqualTo(204);
        assertThat(shipments.get(shipment.number()).items())
                .allMatch(item -> item.confirmedBy() == ConfirmedBy.CARRIER);
        assertThat(shipments.told(shipment.number())).hasSize(2);
    }

    @Test
    void whatACarrierTellsMustBeReadableAndAboutAParcelOfOurs() throws Exception {
        var now = calendar.now().getEpochSecond();
        var unknown = event("E-1", "1Z-NOBODY", "DELIVERED");

        assertThat(carrier(now, signature(now, unknown), unknown)).isEqualTo(404);
        assertThat(carrier(now, signature(now, "{"), "{")).isEqualTo(400);
        assertThat(carrier(now, signature(now, "{}"), "{}")).isEqualTo(422);
    }

    @Test
    void theCustomersLinkLooksConfirmsAndReportsDamageWithoutALogIn() {
        var order = delivering();
        var shipment = shipments.get(shipAll(order));
        var link = linkIn(order);
        var nobody = ResellerClient.anonymous(port);

        var page = nobody.get(link);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(shipment.items().get(0).serial(), "Has it arrived?")
                .doesNotContain("??", "/devices/");
        nobody.get(link);
        assertThat(shipments.get(shipment.number()).open()).hasSize(3);

        nobody.takeCsrf(link);
        var answers = Map.of(
                "piece." + shipment.items().get(0).serial(),
                "received",
                "piece." + shipment.items().get(1).serial(),
                "received",
                "piece." + shipment.items().get(2).serial(),
                "missing",
                "words",
                "The monitor is not here.");
        assertThat(nobody.submitAgain(link, answers).statusCode()).isEqualTo(302);
        assertThat(nobody.submitAgain(link, Map.of("x", "y")).statusCode()).isEqualTo(422);
        var now = shipments.get(shipment.number());
        assertThat(now.status()).isEqualTo(ShipmentStatus.INCOMPLETE);
        assertThat(now.items().get(0).confirmedBy()).isEqualTo(ConfirmedBy.CUSTOMER);

        var damage = Map.of("serial", now.items().get(0).serial(), "words", "It does not start.");
        assertThat(nobody.submitAgain(link + "/damage", damage).statusCode()).isEqualTo(302);
        var again = nobody.submitAgain(link + "/damage", damage);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body())
                .contains("has been reported already", "It does not start.")
                .doesNotContain("??");
        assertThat(damages.ofOrder(order))
                .singleElement()
                .satisfies(report -> assertThat(report.reportedBy()).isEqualTo("customer"));
    }

    @Test
    void whatIsWrongIsSaidAboveAndAtItsFieldAndWhatWasTypedStays() {
        var shipment = shipments.get(shipAll(delivering()));
        var person = ResellerClient.of(port, users, reseller, Role.ORDER);
        var page = "/shipments/" + shipment.number();
        var serial = shipment.items().get(1).serial();

        var nothing =
                Jsoup.parse(person.submitAgain(page + "/receipt", Map.of()).body());
        assertThat(nothing.select(".problems a[href=#pieces]").text()).isEqualTo("Name at least one serial number.");
        assertThat(nothing.select("#pieces #pieces-problem").text()).isEqualTo("Name at least one serial number.");
        person.submitAgain(page + "/receipt", Map.of("piece." + serial, "received"));
        var received =
                person.submitAgain(page + "/receipt", Map.of("piece." + serial, "missing", "words", "y".repeat(2001)));
        assertThat(received.statusCode()).isEqualTo(422);
        var long2 = Jsoup.parse(received.body());
        assertThat(long2.select(".problems a").eachAttr("href")).containsExactly("#pieces", "#missing-words");
        assertThat(long2.select("#missing-words[aria-invalid=true][aria-describedby=missing-words-problem]")
                        .text())
                .hasSize(2001);
        var other = shipment.items().get(2).serial();
        var damage = Jsoup.parse(person.submitAgain(page + "/damage", Map.of("serial", "", "words", " "))
                .body());
        assertThat(damage.select(".problems a").eachAttr("href")).containsExactly("#serial", "#words");
        assertThat(damage.select("#serial-problem").text()).isEqualTo("Say which device is broken.");
        assertThat(damage.select("#words-problem").text()).isEqualTo("Say what is broken.");
        assertThat(damage.select("#serial[aria-invalid=true], #words[aria-invalid=true]"))
                .hasSize(2);
        var late = person.submitAgain(page + "/damage", Map.of("serial", other, "words", "Its lid is bent."));
        assertThat(late.statusCode()).isEqualTo(409);
        var refused = Jsoup.parse(late.body());
        assertThat(refused.select("#serial-problem").text()).contains(other);
        assertThat(refused.select("#words").text()).isEqualTo("Its lid is bent.");
        assertThat(refused.title()).startsWith("▲");
    }

    @Test
    void anUnusableLinkSaysSoAndNothingElse() {
        var nobody = ResellerClient.anonymous(port);
        var page = nobody.get("/link/receipt/no-such-secret");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("This link does not work any more").doesNotContain("??");
    }

    @Test
    void theResellerSeesShipmentsDevicesAndItsOwnServices() {
        var order = delivering();
        var shipment = shipments.get(shipAll(order));
        var serial = shipment.items().get(0).serial();
        database.sql("INSERT INTO own_service_task (order_number, position, name, quantity, status)"
                        + " VALUES (?, 1, 'Installation on site', 2, 'OPEN')")
                .param(order)
                .update();
        var person = ResellerClient.of(port, users, reseller, Role.ORDER);

        assertThat(person.get("/shipments").body())
                .contains(shipment.number(), "On its way")
                .doesNotContain("??");
        assertThat(person.get("/shipments/" + shipment.number()).body())
                .contains(serial, "Confirm receipt", shipment.trackingNumber())
                .doesNotContain("??");
        assertThat(person.get("/documents/" + shipment.note()).statusCode()).isEqualTo(200);
        assertThat(person.get("/devices?search=" + serial + "&status=shipped").body())
                .contains(serial, customer.name())
                .doesNotContain("??");
        assertThat(person.get("/devices/" + shipment.items().get(0).device()).body())
                .contains("Ordered", "On its way", shipment.number())
                .doesNotContain("??");
        assertThat(person.get("/orders/" + order).body())
                .contains(shipment.number(), "Your own services", "2 × Installation on site")
                .doesNotContain("??");
        assertThat(person.get("/customers/" + customer.id() + "/devices").body())
                .contains(shipment.number())
                .doesNotContain("??");

        var task = "/orders/" + order + "/own-services/1";
        person.submitAgain(
                task,
                Map.of("answer", "done", "doneOn", calendar.today().plusDays(1).toString()));
        person.submitAgain(task, Map.of("answer", "not-done", "reason", " "));
        assertThat(ownServices.of(reseller.id(), order).get(0).status()).isEqualTo(OwnServiceTask.Status.OPEN);
        person.submitAgain(task, Map.of("answer", "not-done", "reason", "The customer did it itself."));
        assertThat(ownServices.of(reseller.id(), order).get(0).reason()).isEqualTo("The customer did it itself.");
        person.submitAgain(
                task, Map.of("answer", "done", "doneOn", calendar.today().toString()));
        assertThat(ownServices.of(reseller.id(), order).get(0).doneOn()).isEqualTo(calendar.today());

        var confirmed = person.submitAgain(
                "/shipments/" + shipment.number() + "/receipt", Map.of("piece." + serial, "received"));
        assertThat(confirmed.statusCode()).isEqualTo(302);
        assertThat(person.get("/shipments/" + shipment.number()).body()).contains("by the reseller", "Report damage");
    }

    @Test
    void theLogisticsDeskShipsFromItsPageAndReadsEveryBadLine() {
        var order = delivering();
        var desk = staff("lena", "logistics");
        var page = "/staff/shipping/" + order;
        assertThat(desk.get("/staff/shipping").body()).contains("Shipping").doesNotContain("??");
        assertThat(desk.get(page).body())
                .contains("Laptop 14 inch: 2 to send", customer.name())
                .doesNotContain("??");

        var taken = serial();
        var bad = desk.submit(
                page,
                Map.of(
                        "serials.laptop-14",
                        taken + "\n" + taken.toLowerCase() + "\n??",
                        "carrier",
                        "dhl",
                        "tracking",
                        "T 1 2"));
        assertThat(bad.statusCode()).isEqualTo(422);
        assertThat(bad.body())
                .contains(
                        "Laptop 14 inch: Line 2: serial number " + taken + " stands in line 1 already",
                        "Line 3: “??” is no",
                        "T 1 2");
        assertThat(shipments.ofOrder(order)).isEmpty();

        var sent = desk.submit(page, Map.of("serials.laptop-14", taken, "carrier", "dhl", "tracking", "trk" + taken));
        assertThat(sent.statusCode()).isEqualTo(302);
        var shipment = shipments.ofOrder(order).get(0);
        assertThat(shipment.items()).extracting(ShipmentView.Item::serial).containsExactly(taken);
        assertThat(desk.get(page).body())
                .contains(shipment.number(), "Laptop 14 inch: 1 to send", "TRK" + taken)
                .doesNotContain("??");
        assertThat(desk.get("/staff/documents/" + shipment.note()).statusCode()).isEqualTo(200);
    }

    @Test
    void onlyTheLogisticsDeskShips() {
        var order = delivering();
        var page = "/staff/shipping/" + order;

        assertThat(staff("birger", "billing").get(page).statusCode()).isEqualTo(403);
        assertThat(staff("mona-s", "managers").get(page).statusCode()).isEqualTo(200);
        assertThat(staff("mona-t", "managers")
                        .submit(page, Map.of("serials.laptop-14", serial(), "carrier", "dhl"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(ResellerClient.anonymous(port).get(page).statusCode()).isEqualTo(404);
        assertThat(shipments.ofOrder(order)).isEmpty();
    }

    private StaffBrowser staff(String person, String group) {
        new Staff(identity).hire(person, group);
        var browser = new StaffBrowser(door.port());
        browser.login(person, Staff.PASSWORD);
        return browser;
    }

    private String linkIn(String order) {
        return letters(order, "shipment-sent").stream()
                .map(OutboxLetter::html)
                .map(LINK::matcher)
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst()
                .orElseThrow();
    }

    private String event(String id, String tracking, String status) {
        return "{\"id\":\"%s\",\"trackingNumber\":\"%s\",\"status\":\"%s\",\"at\":\"%s\"}"
                .formatted(id, tracking, status, calendar.now());
    }

    private static String signature(long timestamp, String body) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("a secret for tests".getBytes(UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal((timestamp + "." + body).getBytes(UTF_8)));
    }

    private int carrier(long timestamp, String signature, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/carrier-events"))
                .header("Content-Type", "application/json")
                .header("X-Timestamp", String.valueOf(timestamp))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (signature != null) {
            request.header("X-Signature", signature);
        }
        return HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.discarding())
                .statusCode();
    }
}
