package io.partnerflow.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerflow.PartnerflowTest;
import io.partnerflow.TestIdentities;
import io.partnerflow.TestParties;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Resellers;
import io.partnerflow.shared.EmailAddress;
import io.partnerflow.shared.NamedEmail;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The other system has done it, and the application dies before the answer is kept: nothing was rolled back, nothing was
 * noted, and the next try finds what is done.
 */
@PartnerflowTest
class LostAnswersTest {

    private static final List<Entitlement> FIRST = List.of(new Entitlement("planning-licence", 10));
    private static final List<Entitlement> MORE = List.of(new Entitlement("planning-licence", 12));

    /** What is asked for when the application dies. */
    enum Step {
        CREATE,
        CONVERT,
        ENTITLE,
        SUSPEND;

        void ask(Accounts accounts, NewAccount wanted) {
            var reference = wanted.reference();
            switch (this) {
                case CREATE -> accounts.open(wanted);
                case CONVERT -> accounts.convert(reference, "OR-1", MORE);
                case ENTITLE -> accounts.entitle(reference, "2", MORE);
                case SUSPEND -> accounts.suspend(reference, "cancelled");
            }
        }

        String key(String reference) {
            return switch (this) {
                case CREATE -> reference;
                case CONVERT -> reference + "/convert/OR-1";
                case ENTITLE -> reference + "/entitlements/2";
                case SUSPEND -> reference + "/suspend/cancelled";
            };
        }

        int quantity() {
            return this == CONVERT || this == ENTITLE ? 12 : 10;
        }

        boolean works() {
            return this != SUSPEND;
        }
    }

    /** No exception that anything here would catch and keep. */
    private static final class ApplicationDies extends Error {
        private static final long serialVersionUID = 1L;
    }

    @Autowired
    ProvisioningSystem directory;

    @Autowired
    ProvisioningAttempts attempts;

    @Autowired
    Organisations organisations;

    @Autowired
    Resellers resellers;

    @Autowired
    JdbcClient database;

    NewAccount wanted;

    @BeforeEach
    void want() {
        var customer = new TestParties(organisations, resellers).organisation();
        wanted = new NewAccount(
                "TEST-" + UUID.randomUUID().toString().substring(0, 8),
                customer.id(),
                customer.name(),
                "Storgatan 1, Stockholm",
                List.of(new NamedEmail("Anna", EmailAddress.of(TestIdentities.email("anna")))),
                FIRST);
    }

    @ParameterizedTest
    @EnumSource
    void overHttpTheSameKeyComesAgain(Step step) throws IOException {
        try (var server = new ProvisioningServer()) {
            diesAndTriesAgain(TestAccounts.http(server.address()), step);

            assertThat(server.accounts()).isEqualTo(1);
            assertThat(server.keys().stream().filter(step.key(wanted.reference())::equals))
                    .hasSize(2);
            assertThat(server.badSignatures()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void overScimTheAccountAndItsProductsAreFound(Step step) throws IOException {
        try (var server = new ScimServer()) {
            diesAndTriesAgain(new ScimProvisioning(TestAccounts.at(server.address()), TestAccounts.failures()), step);

            assertThat(server.groups).hasSize(2);
            assertThat(server.users).hasSize(1);
            assertThat(facts(server, wanted.reference()).path("active").asBoolean())
                    .isEqualTo(step.works());
            assertThat(facts(server, wanted.reference() + "/planning-licence")
                            .path("quantity")
                            .asInt())
                    .isEqualTo(step.quantity());
        }
    }

    @ParameterizedTest
    @EnumSource
    void inTheDirectoryOfThisHouseItIsAsItWasLeft(Step step) {
        diesAndTriesAgain(directory, step);

        assertThat(database.sql("SELECT status FROM service_account WHERE reference = ?")
                        .param(wanted.reference())
                        .query(String.class)
                        .list())
                .containsExactly(step.works() ? "ACTIVE" : "SUSPENDED");
        assertThat(database.sql("SELECT quantity FROM account_entitlement WHERE reference = ?")
                        .param(wanted.reference())
                        .query(Integer.class)
                        .list())
                .containsExactly(step.quantity());
    }

    /** The order is cancelled before the account is asked for again: what nobody here knows of is shut. */
    @Test
    void anAccountThatWasMadeAndNeverHeardOfIsShut() throws IOException {
        try (var server = new ScimServer()) {
            var scim = new ScimProvisioning(TestAccounts.at(server.address()), TestAccounts.failures());
            dies(scim, Step.CREATE);

            asking(scim).suspend(wanted.reference(), "cancelled");

            assertThat(facts(server, wanted.reference()).path("active").asBoolean())
                    .isFalse();
            assertThat(server.user(wanted.users().get(0).email().value())
                            .path("active")
                            .asBoolean())
                    .isFalse();
        }
    }

    private void diesAndTriesAgain(ProvisioningSystem system, Step step) {
        var after = asking(system);
        if (step != Step.CREATE) {
            after.open(wanted);
        }
        dies(system, step);
        assertThat(attempts.isDone(step.key(wanted.reference()))).isFalse();

        step.ask(after, wanted);
        step.ask(after, wanted);

        assertThat(after.find(wanted.reference())).isPresent();
        var tries = step == Step.CREATE ? after.attempts(wanted.reference()) : triesAfterTheFirst(after);
        assertThat(tries).extracting(Attempt::succeeded).containsExactly(null, true);
    }

    private List<Attempt> triesAfterTheFirst(Accounts accounts) {
        var all = accounts.attempts(wanted.reference());
        return all.subList(1, all.size());
    }

    private void dies(ProvisioningSystem system, Step step) {
        var before = asking(worksAndDies(system));
        assertThatThrownBy(() -> step.ask(before, wanted)).isInstanceOf(ApplicationDies.class);
    }

    private Accounts asking(ProvisioningSystem system) {
        return TestAccounts.asking(system, TestAccounts.NOWHERE, attempts);
    }

    private static ProvisioningSystem worksAndDies(ProvisioningSystem system) {
        return (ProvisioningSystem) Proxy.newProxyInstance(
                ProvisioningSystem.class.getClassLoader(),
                new Class<?>[] {ProvisioningSystem.class},
                (proxy, method, arguments) -> {
                    try {
                        method.invoke(system, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                    throw new ApplicationDies();
                });
    }

    private static JsonNode facts(ScimServer server, String externalId) {
        assertThat(server.groupsCalled(externalId)).hasSize(1);
        return server.groupsCalled(externalId).get(0).path(ScimProvisioning.ACCOUNT);
    }
}
