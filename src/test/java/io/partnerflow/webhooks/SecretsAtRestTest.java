package io.partnerflow.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerflow.ApiClient;
import io.partnerflow.PartnerflowTest;
import io.partnerflow.TestParties;
import io.partnerflow.access.Role;
import io.partnerflow.access.Users;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Resellers;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The secrets of endpoints as they are stored, with the installation's key and without. */
@PartnerflowTest
class SecretsAtRestTest {

    private static final String FIRST = key(1);
    private static final String NEXT = key(2);

    @LocalServerPort
    int port;

    @Autowired
    Users users;

    @Autowired
    Organisations organisations;

    @Autowired
    Resellers resellers;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    UUID endpoint;
    byte[] told;
    byte[] old;

    @BeforeEach
    void anEndpointWithTwoSecrets() {
        var admin = ApiClient.of(port, users, new TestParties(organisations, resellers).reseller(), Role.ADMIN);
        var made = admin.post("/api/v1/webhooks", "{\"url\": \"http://localhost:1029/\", \"types\": [\"*\"]}")
                .body();
        endpoint = UUID.fromString(made.get("id").asText());
        old = secret(made.get("secret").asText());
        told = secret(admin.post("/api/v1/webhooks/" + endpoint + "/secret", "{}")
                .body()
                .get("secret")
                .asText());
    }

    @Test
    void theStartLocksWhatIsThereAndAnotherKeyTakesOver() {
        triedOut(() -> {
            assertThat(stored("secret")).isEqualTo(told);
            start(FIRST);
            var locked = stored("secret");
            assertThat(locked).hasSize(65).isNotEqualTo(told);
            assertThat(stored("old_secret")).hasSize(65);
            assertOpens(FIRST);

            start(FIRST);
            assertThat(stored("secret")).as("not locked anew").isEqualTo(locked);
            start(NEXT, FIRST);
            assertThat(stored("secret")).isNotEqualTo(locked);
            assertOpens(NEXT);
        });
    }

    @Test
    void withoutItsKeyNothingStartsAndNothingIsSigned() {
        triedOut(() -> {
            start(FIRST);

            assertThatThrownBy(this::start)
                    .hasMessageContaining("partnerflow.webhooks.secret-keys")
                    .hasMessageNotContaining(FIRST);
            assertThatThrownBy(() -> start(NEXT)).hasMessageContaining("Add it");
            assertThatThrownBy(() -> rows(NEXT).secrets(endpoint, Instant.EPOCH))
                    .isInstanceOf(IllegalStateException.class);
        });
    }

    @Test
    void aSecretOpensInItsOwnRowOnly() {
        var box = box(FIRST);
        var locked = box.locked(endpoint, told);

        assertThat(box.opened(endpoint, locked)).isEqualTo(told);
        assertThat(box.locked(endpoint, told)).as("never the same twice").isNotEqualTo(locked);
        assertThatThrownBy(() -> box.opened(UUID.randomUUID(), locked)).isInstanceOf(IllegalStateException.class);
        locked[40] ^= 1;
        assertThatThrownBy(() -> box.opened(endpoint, locked)).isInstanceOf(IllegalStateException.class);
        assertThat(box().locked(endpoint, told)).isEqualTo(told);
        assertThatThrownBy(() -> box("c2hvcnQ="))
                .hasMessageContaining("openssl rand -base64 32")
                .hasMessageNotContaining("c2hvcnQ");
        assertThatThrownBy(() -> box("not base64!")).hasMessageContaining("openssl rand");
    }

    /** And undone: the rows of everybody else have no key. */
    private void triedOut(Runnable test) {
        transaction.executeWithoutResult(begun -> {
            begun.setRollbackOnly();
            test.run();
        });
    }

    private void start(String... keys) {
        new SecretsAtRest(rows(keys), box(keys), transaction).afterSingletonsInstantiated();
    }

    private void assertOpens(String key) {
        var now = rows(key).secrets(endpoint, Instant.EPOCH);
        assertThat(now.current()).isEqualTo(told);
        assertThat(now.old()).isEqualTo(old);
    }

    private byte[] stored(String column) {
        return database.sql("SELECT " + column + " FROM webhook_endpoint WHERE id = ?")
                .param(endpoint)
                .query((row, number) -> row.getBytes(1))
                .single();
    }

    private EndpointRows rows(String... keys) {
        return new EndpointRows(database, box(keys));
    }

    private static SecretBox box(String... keys) {
        return new SecretBox(WebhooksTest.settings(true, null, keys));
    }

    private static byte[] secret(String shown) {
        return Base64.getDecoder().decode(shown.replace("whsec_", ""));
    }

    private static String key(int of) {
        var bytes = new byte[32];
        List.of(0, 9, 31).forEach(place -> bytes[place] = (byte) (of + place));
        return Base64.getEncoder().encodeToString(bytes);
    }
}
