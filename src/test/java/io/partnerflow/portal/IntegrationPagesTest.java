package io.partnerflow.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.KeyClient;
import io.partnerflow.PartnerflowTest;
import io.partnerflow.ResellerClient;
import io.partnerflow.TestParties;
import io.partnerflow.access.Role;
import io.partnerflow.access.Users;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Resellers;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page an administrator lets programs in by. */
@PartnerflowTest
class IntegrationPagesTest {

    private static final Pattern KEY = Pattern.compile("pf_[0-9a-f]{72}");
    private static final Pattern ENDPOINT = Pattern.compile("/integrations/webhooks/[0-9a-f-]{36}");

    @LocalServerPort
    int port;

    @Autowired
    Users users;

    @Autowired
    Organisations organisations;

    @Autowired
    Resellers resellers;

    ResellerClient admin;

    @BeforeEach
    void logIn() {
        admin = ResellerClient.of(port, users, new TestParties(organisations, resellers).reseller(), Role.ADMIN);
    }

    @Test
    void aKeyIsShownOnceAndRevokedWithOneClick() {
        assertThat(admin.get("/integrations").body())
                .contains("No program has a key yet", "/integrations/webhooks/new");
        var made = admin.submitAgain(
                "/integrations/keys", Map.of("name", "ERP", "access-orders", "read", "access-invoices", "write"));
        var secret = KEY.matcher(made.body());
        assertThat(secret.find()).isTrue();
        assertThat(made.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(said -> assertThat(said).contains("no-store"));
        var erp = new KeyClient(port, secret.group());
        assertThat(erp.get("/api/v1/orders").statusCode()).isEqualTo(200);

        var page = admin.get("/integrations").body();
        assertThat(page)
                .contains(secret.group().substring(0, 11), "orders:read", "invoices:write", "Last used")
                .doesNotContain(secret.group(), "??");
        var revocation =
                Pattern.compile("/integrations/keys/[0-9a-f-]{36}/revocation").matcher(page);
        assertThat(revocation.find()).isTrue();
        admin.submitAgain(revocation.group(), Map.of());
        assertThat(erp.get("/api/v1/orders").statusCode()).isEqualTo(401);
        assertThat(admin.get("/integrations").body()).contains("revoked");
    }

    @Test
    void whatWasTypedStaysWhereItCannotBeAccepted() {
        var refused = admin.submitAgain("/integrations/keys", Map.of("name", "Web shop", "lastDay", "2001-01-01"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains(
                        "value=\"Web shop\"", "value=\"2001-01-01\"", "id=\"scopes-problem\"", "id=\"lastDay-problem\"")
                .doesNotContain("??");
        var private4 = admin.submitAgain("/integrations/webhooks", Map.of("url", "https://10.0.0.1/x", "types", "*"));
        assertThat(private4.statusCode()).isEqualTo(422);
        assertThat(private4.body())
                .contains("value=\"https://10.0.0.1/x\"", "private network")
                .doesNotContain("??");
    }

    @Test
    void anEndpointIsMadeTestedPausedAndRemoved() {
        var made = admin.submitAgain(
                "/integrations/webhooks", Map.of("url", "http://localhost:1029/hook", "types", "order.completed"));
        assertThat(made.body()).contains("whsec_").doesNotContain("??");
        var found = ENDPOINT.matcher(made.body());
        assertThat(found.find()).isTrue();
        var address = found.group();

        var tested = admin.submitAgain(address + "/test", Map.of());
        var delivery =
                admin.get(tested.headers().firstValue("Location").orElseThrow().replaceFirst("http://[^/]+", ""));
        assertThat(delivery.body())
                .contains("test.ping", "Nobody answers", "given up")
                .doesNotContain("??");
        admin.submitAgain(address + "/pause", Map.of());
        assertThat(admin.get(address).body())
                .contains("Nothing is sent at the moment", "test.ping")
                .doesNotContain("??");
        admin.submitAgain(address + "/resumption", Map.of());
        assertThat(admin.get(address + "/edit").body())
                .contains("http://localhost:1029/hook")
                .doesNotContain("??");
        assertThat(admin.submitAgain(address + "/secret", Map.of()).body()).contains("whsec_");
        admin.submitAgain(address + "/removal", Map.of());
        assertThat(admin.get(address).statusCode()).isEqualTo(404);
    }
}
