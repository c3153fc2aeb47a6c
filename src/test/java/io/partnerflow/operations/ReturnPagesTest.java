package io.partnerflow.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.ApiClient;
import io.partnerflow.PartnerflowTest;
import io.partnerflow.Staff;
import io.partnerflow.StaffBrowser;
import io.partnerflow.TestParties;
import io.partnerflow.access.Role;
import io.partnerflow.access.Users;
import io.partnerflow.inventory.Inventory;
import io.partnerflow.inventory.Reason;
import io.partnerflow.inventory.SerialNumber;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.Resellers;
import io.partnerflow.processes.ProcessDriver;
import io.partnerflow.returns.Inspections;
import io.partnerflow.returns.NewInspection;
import io.partnerflow.returns.Receiving;
import io.partnerflow.returns.RentedDevices;
import io.partnerflow.returns.ReturnedDevice.Condition;
import io.partnerflow.returns.ReturnedDevice.End;
import io.partnerflow.returns.ReturnedDevice.State;
import io.partnerflow.returns.Returns;
import io.partnerflow.returns.Wiping;
import io.partnerflow.subscriptions.Rentals;
import io.partnerflow.subscriptions.Subscriptions;
import io.partnerflow.web.StaffListener;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A return over HTTP: asked for by the reseller, worked on by the logistics desk. */
@PartnerflowTest
class ReturnPagesTest {

    private static final String RETURNS = "/api/v1/returns";

    @LocalServerPort
    int port;

    @Autowired
    StaffListener door;

    @Autowired
    IdentityService identity;

    @Autowired
    Users users;

    @Autowired
    Organisations organisations;

    @Autowired
    Resellers resellers;

    @Autowired
    Rentals rentals;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    Inventory inventory;

    @Autowired
    Returns returns;

    @Autowired
    Receiving receiving;

    @Autowired
    Inspections inspections;

    @Autowired
    Wiping wiping;

    @Autowired
    JdbcClient database;

    @Autowired
    ProcessDriver process;

    Party reseller;
    ApiClient api;
    StaffBrowser lena;
    String contract;
    List<String> serials;

    @BeforeEach
    void rent() {
        var parties = new TestParties(organisations, resellers);
        reseller = parties.resellerOf("workplace", "0");
        contract = rentals.begin(reseller, parties.customerOf(reseller), 36);
        serials = new RentedDevices(inventory).inUse(subscriptions.get(contract), "laptop-14", "smartphone");
        api = ApiClient.of(port, users, reseller, Role.ORDER);
        lena = browser("lena", "logistics");
    }

    @Test
    void aDeviceIsAskedBackReceivedInspectedWipedAndRecycled() {
        var asked = api.post(RETURNS, wanted(serials.get(0), "direct"));
        assertThat(asked.status()).as(asked.body().toString()).isEqualTo(201);
        var number = asked.body().path("number").asText();
        process.run(number, "serviceTask_announceReturn");
        process.run(number, "serviceTask_chargeFindings");
        process.taskAt(number, "userTask_receiveDevices");
        var page = "/staff/returns/" + number;
        assertThat(lena.get("/staff/returns").body()).contains(number).doesNotContain("??");
        assertThat(lena.get(page).body()).contains(serials.get(0), "on its way").doesNotContain("??", serials.get(1));

        lena.submit(page, page + "/receipt?serials=" + serials.get(0) + "%0ANOT-OURS-1", Map.of());
        assertThat(lena.get(page).body()).contains("One device has arrived", "NOT-OURS-1: we have no such device");
        process.run(number, "userTask_receiveDevices");
        process.run(number, "serviceTask_chargeFindings");
        process.taskAt(number, "userTask_inspectDevices");
        var device = page + "/devices/1";
        assertThat(lena.get(device).body())
                .contains("Inspect", "Activation lock".toLowerCase())
                .doesNotContain("??");
        var bad = lena.submit(device, device + "/inspection", Map.of("condition", "DAMAGED_MINOR"));
        assertThat(bad.statusCode()).isEqualTo(422);
        assertThat(bad.body())
                .contains("Say in a few words what is wrong", "Damage needs a photo")
                .doesNotContain("??");
        assertThat(lena.submit(page, page + "/devices", Map.of("what", "good")).statusCode())
                .isEqualTo(422);
        assertThat(lena.submit(page, page + "/devices", Map.of("what", "good", "position", "1"))
                        .statusCode())
                .isEqualTo(302);

        var incomplete = lena.submit(device, device + "/wipe", Map.of("medium", "SSD-77", "tool", "Blancco"));
        assertThat(incomplete.statusCode()).isEqualTo(422);
        assertThat(incomplete.body()).contains("There is no such method", "passed or failed", "SSD-77");
        lena.submit(device, device + "/wipe", tried("SSD-77", "nist-purge-crypto", "failed"));
        assertThat(lena.submit(device, page + "/devices", Map.of("what", "RECYCLED", "position", "1"))
                        .statusCode())
                .isEqualTo(409);
        lena.submit(device, device + "/wipe", tried("SSD-77", "bsi-con6-destroy", "passed"));
        assertThat(lena.get(device).body())
                .contains("SSD-77", "Failed", "Passed", "Physical destruction")
                .doesNotContain("??");
        assertThat(returns.get(number).device(1).orElseThrow().state()).isEqualTo(State.WIPED);
        lena.submit(device, page + "/devices", Map.of("what", "RECYCLED", "position", "1"));
        assertThat(returns.get(number).device(1).orElseThrow().endedAs()).isEqualTo(End.RECYCLED);

        process.run(number, "userTask_inspectDevices"); // its save point; the page had ended the task
        process.run(number, "serviceTask_chargeFindings");
        process.run(number, "serviceTask_issueErasureCertificate");
        process.hasEndedBy(number, "endEvent_returnCompleted");
        var answer = api.get(RETURNS + "/" + number).body();
        assertThat(answer.path("status").asText()).isEqualTo("completed");
        assertThat(answer.at("/devices/0/endedAs").asText()).isEqualTo("recycled");
        assertThat(answer.at("/devices/0/wipes")).hasSize(2);
        assertThat(answer.path("certified").asBoolean()).isTrue();
        assertThat(api.get(RETURNS).body().at("/items/0/number").asText()).isEqualTo(number);
        var portal = browserOfTheReseller();
        assertThat(portal.get("/returns").body()).contains(number, "Completed").doesNotContain("??");
        assertThat(portal.get("/returns/" + number).body())
                .contains(serials.get(0), "Recycled", "Certificate of data erasure")
                .doesNotContain("??");
        assertThat(portal.get("/subscriptions/" + contract).body())
                .contains(number, "Send devices back")
                .doesNotContain("??");
        assertThat(portal.get("/customers/" + returns.get(number).head().customer() + "/devices")
                        .body())
                .contains(number)
                .doesNotContain("??");
    }

    @Test
    void theResellerAsksOnThePageAndChoosesTheWay() {
        var portal = browserOfTheReseller();
        var form = "/returns/new?subscription=" + contract;
        assertThat(portal.get(form).body())
                .contains(serials.get(0), serials.get(1))
                .doesNotContain("??");
        var refused = portal.submit(form, "/returns/new", Map.of("subscription", contract, "reason", "Broken"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Name at least one device", "Broken")
                .doesNotContain("??");
        portal.submit(
                form,
                "/returns/new",
                Map.of("subscription", contract, "reason", "Broken", "serial", serials.get(0), "way", "direct"));
        var number = returns.ofSubscription(contract).get(0).head().number();
        process.run(number, "serviceTask_announceReturn");
        portal.submit("/returns/" + number, "/returns/" + number + "/way", Map.of("way", "via-reseller"));

        assertThat(portal.get("/returns/" + number).body())
                .contains("Via the reseller")
                .doesNotContain("??");
        assertThat(api.get(RETURNS + "/" + number).body().path("way").asText()).isEqualTo("via-reseller");
    }

    @Test
    void onlyWhomItIsAddressedToOpensTheInvoiceOfAFee() {
        var number = asked();
        process.run(number, "serviceTask_announceReturn");
        process.run(number, "serviceTask_chargeFindings");
        receiving.receive(number, serials.get(0), "lena");
        process.run(number, "userTask_receiveDevices");
        process.run(number, "serviceTask_chargeFindings");
        inspections.inspect(
                number, 1, new NewInspection(Condition.GOOD, false, true, 0, "No power supply.", null), "lena");
        wiping.end(number, List.of(1), End.REFURBISHED, "lena");
        process.run(number, "userTask_inspectDevices");
        process.run(number, "serviceTask_chargeFindings");
        process.run("once/%s/1".formatted(number), "serviceTask_issueInvoice");
        var invoice = returns.get(number).fees().get(0).invoice();

        assertThat(browserOfTheReseller().get("/returns/" + number).body())
                .contains("Fees to your customer", invoice)
                .doesNotContain("??", "/invoices/" + invoice);
        var customer = returns.get(number).head().customer();
        assertThat(browserOf(customer).get("/returns/" + number).body())
                .contains(serials.get(0), "No power supply.", "/invoices/" + invoice)
                .doesNotContain("??", "/customers/", "Fees to your customer");
        assertThat(browserOf(customer).get("/invoices/" + invoice).statusCode()).isEqualTo(200);
    }

    @Test
    void whatWasLostIsTakenInOnThePageOfItsReturnThatIsOver() {
        var number = asked();
        var page = "/staff/returns/" + number;
        database.sql("""
                        UPDATE returned_device SET state = 'ENDED', ended_as = 'LOST', ended_at = now(), ended_by = 'test'
                        WHERE return_number = ?""").param(number).update();
        database.sql("UPDATE device_return SET status = 'COMPLETED', completed_at = now() WHERE number = ?")
                .param(number)
                .update();
        var device = inventory.find(new SerialNumber(serials.get(0))).orElseThrow();
        inventory.lost(device.id(), Reason.of(number));
        assertThat(lena.get(page).body()).contains("This return is over").doesNotContain("??");

        lena.submit(page, page + "/receipt?serials=" + serials.get(0), Map.of());
        var late = returns.ofSubscription(contract).get(0).head().number();
        assertThat(late).isNotEqualTo(number);
        assertThat(lena.get(page).body())
                .contains(serials.get(0) + " had been given up as lost", "/staff/returns/" + late)
                .doesNotContain("??", "Nothing new has arrived");
        assertThat(lena.get("/staff/returns/" + late).body())
                .contains("to inspect", "given up as lost in " + number)
                .doesNotContain("??");
        assertThat(lena.submit(page, page + "/receipt?serials=" + serials.get(0), Map.of())
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void badWishesAreRefusedFieldByFieldAndOthersSeeNothing() {
        var refused = api.post(RETURNS, wanted("NOT-OURS-1", "direct"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/field").asText()).isEqualTo("serials[0]");
        assertThat(refused.body().at("/errors/0/code").asText()).isEqualTo("serial-not-returnable");
        assertThat(api.post(RETURNS, wanted(serials.get(0), "by air")).status()).isEqualTo(422);
        var number = api.post(RETURNS, wanted(serials.get(0), "direct"))
                .body()
                .path("number")
                .asText();

        var parties = new TestParties(organisations, resellers);
        var stranger = ApiClient.of(port, users, parties.resellerOf("workplace", "0"), Role.ADMIN);
        assertThat(stranger.get(RETURNS + "/" + number).status()).isEqualTo(404);
        assertThat(stranger.post(RETURNS, wanted(serials.get(1), "direct")).status())
                .isEqualTo(404);
        var looker = ApiClient.of(port, users, reseller, Role.VIEW);
        assertThat(looker.get(RETURNS + "/" + number).status()).isEqualTo(200);
        assertThat(looker.post(RETURNS, wanted(serials.get(1), "direct")).status())
                .isEqualTo(403);
        assertThat(api.get(RETURNS + "/" + number + "/certificate.pdf").status())
                .isEqualTo(404);
    }

    @Test
    void staffPagesAreForTheLogisticsDeskAndManagersLookOnly() {
        var number = api.post(RETURNS, wanted(serials.get(0), "direct"))
                .body()
                .path("number")
                .asText();
        var page = "/staff/returns/" + number;
        assertThat(browser("clerk-without-parcels", "order-desk").get(page).statusCode())
                .isEqualTo(403);
        var manager = browser("mika", "managers");
        assertThat(manager.get(page).statusCode()).isEqualTo(200);
        assertThat(manager.submit(page, page + "/receipt?serials=X1234", Map.of())
                        .statusCode())
                .isEqualTo(403);
        assertThat(new StaffBrowser(door.port()).get(page).statusCode()).isIn(302, 401);
        assertThat(lena.get("/staff/returns/RE-1999-000001").statusCode()).isEqualTo(404);
    }

    private String wanted(String serial, String way) {
        return "{\"subscription\":\"%s\",\"serials\":[\"%s\"],\"reason\":\"The screen flickers.\",\"way\":\"%s\"}"
                .formatted(contract, serial, way);
    }

    private static Map<String, String> tried(String medium, String method, String result) {
        return Map.of("medium", medium, "method", method, "tool", "Blancco", "toolVersion", "7.9", "result", result);
    }

    private String asked() {
        return api.post(RETURNS, wanted(serials.get(0), "direct"))
                .body()
                .path("number")
                .asText();
    }

    private StaffBrowser browserOfTheReseller() {
        return browserOf(reseller.id());
    }

    private StaffBrowser browserOf(UUID organisation) {
        var email = "r" + UUID.randomUUID() + "@example.org";
        var user = users.invite(email, "Anna Ek", "en");
        users.setPassword(user.id(), Staff.PASSWORD);
        users.join(user.id(), organisation, Role.ADMIN);
        var browser = new StaffBrowser(port);
        browser.submit("/login", Map.of("username", email, "password", Staff.PASSWORD));
        return browser;
    }

    private StaffBrowser browser(String person, String group) {
        new Staff(identity).hire(person, group);
        var browser = new StaffBrowser(door.port());
        browser.login(person, Staff.PASSWORD);
        return browser;
    }
}
