package io.partnerflow.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerflow.shared.EmailAddress;
import io.partnerflow.shared.NamedEmail;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a real server that does what such servers do on bad days. */
class HttpProvisioningTest {

    static final NewAccount ACCOUNT = new NewAccount(
            "TR-2026-000001",
            UUID.fromString("00000000-0000-0000-0000-000000000001"),
            "BRF Eken",
            "Storgatan 1, Stockholm",
            List.of(new NamedEmail("Anna Ek", EmailAddress.of("anna@example.org"))),
            List.of());

    ProvisioningServer server;
    HttpProvisioning accounts;

    @BeforeEach
    void startServer() throws IOException {
        server = new ProvisioningServer();
        accounts = TestAccounts.http(server.address());
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void makesAnAccountAndSaysWhoIsAsking() {
        var opened = accounts.createAccount(ACCOUNT);

        assertThat(opened)
                .isEqualTo(new OpenedAccount("acc-TR-2026-000001", "https://product.example/acc-TR-2026-000001"));
        assertThat(server.keys()).containsExactly("TR-2026-000001");
        assertThat(server.bodies().get(0)).contains("BRF Eken", "anna@example.org");
        assertThat(server.authorizations()).containsExactly("Bearer secret");
    }

    @Test
    void anAnswerThatWasLostDoesNotMakeASecondAccount() {
        server.next(ProvisioningServer.Mood.WORKS_BUT_ANSWERS_500);

        assertThatThrownBy(() -> accounts.createAccount(ACCOUNT))
                .isInstanceOf(ProvisioningFailed.class)
                .hasMessageContaining("500");
        var opened = accounts.createAccount(ACCOUNT);

        assertThat(opened.systemId()).isEqualTo("acc-TR-2026-000001");
        assertThat(server.accounts()).isEqualTo(1);
        assertThat(server.keys()).containsExactly("TR-2026-000001", "TR-2026-000001");
    }

    @Test
    void saysWhatAnAccountCanBeUsedForAndLeavesAnUnknownOneAlone() {
        accounts.setPlan("TR-2026-000001/limit/CV-2026-000001", "TR-2026-000001", Plan.LIMITED);
        server.next(ProvisioningServer.Mood.KNOWS_NOTHING);
        accounts.setPlan("TR-2026-000002/limit/CV-2026-000001", "TR-2026-000002", Plan.LIMITED);

        assertThat(server.keys())
                .containsExactly("TR-2026-000001/limit/CV-2026-000001", "TR-2026-000002/limit/CV-2026-000001");
        assertThat(server.bodies().get(0)).isEqualTo("{\"plan\":\"LIMITED\"}");
    }

    @Test
    void waitsNoLongerThanAllowed() {
        server.next(ProvisioningServer.Mood.SAYS_NOTHING);

        assertThatThrownBy(() -> accounts.createAccount(ACCOUNT))
                .isInstanceOf(ProvisioningFailed.class)
                .hasMessageContaining("within 1 seconds")
                .hasMessageContaining("repeating the step is safe");
    }

    @Test
    void waitsNoLongerForTheRestOfAnAnswer() {
        server.next(ProvisioningServer.Mood.STOPS_IN_THE_MIDDLE);

        assertThatThrownBy(() -> accounts.createAccount(ACCOUNT)).isInstanceOf(ProvisioningFailed.class);
    }

    @Test
    void readsNoMoreThanAnHonestAnswerHas() {
        server.next(ProvisioningServer.Mood.NEVER_ENDS);

        assertThatThrownBy(() -> accounts.createAccount(ACCOUNT))
                .isInstanceOf(ProvisioningFailed.class)
                .hasMessageContaining("longer than");
    }

    @Test
    void saysWhatItDidNotUnderstand() {
        server.next(ProvisioningServer.Mood.TALKS_NONSENSE);

        assertThatThrownBy(() -> accounts.createAccount(ACCOUNT))
                .isInstanceOf(ProvisioningFailed.class)
                .hasMessageContaining("not JSON")
                .hasMessageContaining("<html>");
    }

    @Test
    void saysWhatIsMissing() {
        server.next(ProvisioningServer.Mood.FORGETS_THE_ID);

        assertThatThrownBy(() -> accounts.createAccount(ACCOUNT))
                .isInstanceOf(ProvisioningFailed.class)
                .hasMessageContaining("“id”");
    }

    @Test
    void followsNoRedirect() {
        server.next(ProvisioningServer.Mood.SENDS_ELSEWHERE);

        assertThatThrownBy(() -> accounts.createAccount(ACCOUNT)).hasMessageContaining("302");
        assertThat(server.keys()).hasSize(1);
    }

    @Test
    void saysThatNobodyIsThere() {
        server.close();

        assertThatThrownBy(() -> accounts.createAccount(ACCOUNT))
                .isInstanceOf(ProvisioningFailed.class)
                .hasMessageContaining("cannot be reached");
    }

    @Test
    void shuttingWhatDoesNotExistIsNoFault() {
        server.next(ProvisioningServer.Mood.KNOWS_NOTHING);
        accounts.suspend("OR-2026-000009/suspend/OR-2026-000009", "OR-2026-000009");

        server.next(ProvisioningServer.Mood.KNOWS_NOTHING);
        assertThatThrownBy(() -> accounts.activate("OR-2026-000009/activate/x", "OR-2026-000009"))
                .isInstanceOf(ProvisioningFailed.class);
    }

    @Test
    void everyRequestCarriesItsKey() {
        accounts.createAccount(ACCOUNT);
        accounts.updateUsers("k-users", ACCOUNT.reference(), ACCOUNT.users());
        accounts.convert("k-convert", ACCOUNT.reference(), List.of(new Entitlement("planning-licence", 3)));
        accounts.entitle("k-entitle", ACCOUNT.reference(), List.of(new Entitlement("planning-licence", 5)));
        accounts.markReseller("k-reseller", ACCOUNT.reference(), "Partner AB");
        accounts.returnData("k-data", ACCOUNT.reference(), List.of("p-1"));
        accounts.purge("k-purge", ACCOUNT.reference());

        assertThat(server.keys())
                .containsExactly(
                        "TR-2026-000001", "k-users", "k-convert", "k-entitle", "k-reseller", "k-data", "k-purge");
    }

    @Test
    void tellsWhatIsInTheAccount() {
        assertThat(accounts.properties("TR-2026-000001")).containsExactly(new Property("p-1", "Storgatan 1"));
    }
}
