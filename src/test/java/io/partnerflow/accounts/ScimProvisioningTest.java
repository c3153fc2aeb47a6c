package io.partnerflow.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerflow.accounts.ScimServer.Mood;
import io.partnerflow.shared.EmailAddress;
import io.partnerflow.shared.NamedEmail;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Against a real server that speaks SCIM 2.0 and does what such servers do on bad days. */
class ScimProvisioningTest {

    static final UUID CUSTOMER = UUID.fromString("00000000-0000-0000-0000-000000000001");
    static final String REFERENCE = "OR-2026-000001";

    ScimServer server;
    ScimProvisioning accounts;

    @BeforeEach
    void start() throws IOException {
        server = new ScimServer();
        accounts = new ScimProvisioning(TestAccounts.at(server.address()), TestAccounts.failures());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void anAccountIsAGroupWithItsPeopleAndOneForEachProduct() {
        var opened = accounts.createAccount(wanted(REFERENCE, "Anna@Example.org"));

        var account = server.groups.get(opened.systemId());
        assertThat(account.path("externalId").asText()).isEqualTo(REFERENCE);
        assertThat(account.path(ScimProvisioning.ACCOUNT).path("customer").asText())
                .isEqualTo(CUSTOMER.toString());
        var anna = server.user("anna@example.org");
        assertThat(anna.path("externalId").asText()).isEqualTo(CUSTOMER + "/anna@example.org");
        assertThat(anna.path("active").asBoolean()).isTrue();
        assertThat(server.groupsCalled(REFERENCE + "/planning-licence"))
                .singleElement()
                .satisfies(product -> {
                    assertThat(product.path(ScimProvisioning.ACCOUNT)
                                    .path("quantity")
                                    .asInt())
                            .isEqualTo(10);
                    assertThat(product.at("/members/0/value")).isEqualTo(anna.path("id"));
                });
        assertThat(opened.loginAddress()).isEqualTo("https://app.example/login");
        assertThat(server.authorizations).containsOnly("Bearer secret");
    }

    @ParameterizedTest
    @EnumSource(
            value = Mood.class,
            names = {"WORKS"},
            mode = EnumSource.Mode.EXCLUDE)
    void whateverGoesWrongAtAnyRequestThereIsOneAccountInTheEnd(Mood mood) {
        // at the first, the second, the third request that changes something
        for (var good = 0; good < 3; good++) {
            for (var i = 0; i < good; i++) {
                server.next(Mood.WORKS);
            }
            server.next(mood);
            made(wanted(REFERENCE, "anna@example.org"));
        }
        var tries = 0;
        while (!made(wanted(REFERENCE, "anna@example.org")) && tries < 10) {
            tries++;
        }

        assertThat(server.groupsCalled(REFERENCE)).hasSize(1);
        assertThat(server.groupsCalled(REFERENCE + "/planning-licence")).hasSize(1);
        assertThat(server.users).hasSize(1);
    }

    @Test
    void fiftyAccountsOnBadDaysAreFiftyAccounts() {
        var days = new Random(20261122);
        for (var number = 0; number < 50; number++) {
            var reference = "OR-2026-1%05d".formatted(number);
            for (var i = 0; i < 3; i++) {
                server.next(
                        switch (days.nextInt(6)) {
                            case 0 -> Mood.WORKS_BUT_ANSWERS_500;
                            case 1 -> Mood.BREAKS;
                            case 2 -> Mood.IS_BUSY;
                            case 3 -> Mood.TALKS_HTML;
                            default -> Mood.WORKS;
                        });
            }
            var wanted = wanted(reference, "user%d@example.org".formatted(number));
            var tries = 0;
            while (!made(wanted) && tries++ < 10) {
                assertThat(server.groupsCalled(reference)).hasSizeLessThan(2);
            }
            assertThat(server.groupsCalled(reference)).hasSize(1);
        }
        assertThat(server.users).hasSize(50);
        assertThat(server.groups).hasSize(100);
    }

    private boolean made(NewAccount wanted) {
        try {
            accounts.createAccount(wanted);
            return true;
        } catch (ProvisioningFailed badDay) {
            assertThat(badDay.permanent()).isFalse();
            return false;
        }
    }

    @Test
    void anAddressOfAnotherCustomerIsFoundBeforeThereIsAnAccount() {
        accounts.createAccount(wanted("OR-2026-000009", "anna@example.org"));
        var stranger = new NewAccount(
                REFERENCE, UUID.randomUUID(), "Other", "Storgatan 2", people("anna@example.org"), List.of());

        assertThatThrownBy(() -> accounts.createAccount(stranger))
                .isInstanceOfSatisfying(ProvisioningFailed.class, failed -> {
                    assertThat(failed.kind()).isEqualTo("address-taken");
                    assertThat(failed.permanent()).isTrue();
                });
        assertThat(server.groupsCalled(REFERENCE)).isEmpty();
    }

    @Test
    void peopleWhoLeaveCannotLogInAnyMoreUnlessAnotherAccountOfTheCustomerWorks() {
        accounts.createAccount(wanted(REFERENCE, "anna@example.org", "bo@example.org"));
        accounts.createAccount(wanted("OR-2026-000002", "bo@example.org"));

        accounts.updateUsers("k", REFERENCE, people("cilla@example.org"));

        assertThat(active("anna@example.org")).isFalse();
        assertThat(active("bo@example.org")).isTrue();
        assertThat(active("cilla@example.org")).isTrue();
        assertThat(server.groupsCalled(REFERENCE + "/planning-licence").get(0).path("members"))
                .hasSize(1);
    }

    @Test
    void aSuspendedAccountShutsItsPeopleOutAndAnActivatedOneLetsThemIn() {
        accounts.createAccount(wanted(REFERENCE, "anna@example.org", "bo@example.org"));
        accounts.createAccount(wanted("OR-2026-000002", "bo@example.org"));

        accounts.suspend("k", REFERENCE);
        assertThat(active("anna@example.org")).isFalse();
        assertThat(active("bo@example.org")).isTrue();
        accounts.suspend("k2", "OR-2026-000002");
        assertThat(active("bo@example.org")).isFalse();

        accounts.entitle("k3", REFERENCE, List.of(new Entitlement("planning-licence", 5)));
        assertThat(active("anna@example.org")).isTrue();
        assertThat(active("bo@example.org")).isTrue();
        accounts.suspend("k4", "OR-1999-000001");
    }

    @Test
    void whatMayBeUsedIsExactlyWhatWasSaidLast() {
        accounts.createAccount(wanted(REFERENCE, "anna@example.org"));

        accounts.entitle(
                "k", REFERENCE, List.of(new Entitlement("planning-licence", 12), new Entitlement("cloud-backup", 3)));
        assertThat(quantity("planning-licence")).isEqualTo(12);
        assertThat(quantity("cloud-backup")).isEqualTo(3);
        accounts.entitle("k2", REFERENCE, List.of(new Entitlement("cloud-backup", 3)));

        assertThat(server.groupsCalled(REFERENCE + "/planning-licence")).isEmpty();
    }

    @Test
    void planAndResellerStandInTheAccount() {
        accounts.createAccount(wanted(REFERENCE, "anna@example.org"));

        accounts.setPlan("k", REFERENCE, Plan.LIMITED);
        accounts.markReseller("k2", REFERENCE, "Partner \"AB\"");

        var facts = server.groupsCalled(REFERENCE).get(0).path(ScimProvisioning.ACCOUNT);
        assertThat(facts.path("plan").asText()).isEqualTo("LIMITED");
        assertThat(facts.path("reseller").asText()).isEqualTo("Partner \"AB\"");
        assertThatThrownBy(() -> accounts.markReseller("k3", "OR-1999-000001", "Partner AB"))
                .isInstanceOf(ProvisioningFailed.class);
    }

    @Test
    void aPurgedAccountLeavesOnlyPeopleWhoAreUsedElsewhere() {
        accounts.createAccount(wanted(REFERENCE, "anna@example.org", "bo@example.org"));
        accounts.createAccount(wanted("OR-2026-000002", "bo@example.org"));

        accounts.purge("k", REFERENCE);
        accounts.purge("k", REFERENCE);

        assertThat(server.groupsCalled(REFERENCE)).isEmpty();
        assertThat(server.users.values())
                .extracting(user -> user.path("userName").asText())
                .containsExactly("bo@example.org");
    }

    @Test
    void aServerThatDoesNotFilterIsRefusedInsteadOfMadeDoubleUse() {
        accounts.createAccount(wanted("OR-2026-000009", "anna@example.org"));
        server.filters = false;

        assertThatThrownBy(() -> accounts.createAccount(wanted(REFERENCE, "bo@example.org")))
                .isInstanceOfSatisfying(
                        ProvisioningFailed.class,
                        failed -> assertThat(failed.kind()).isEqualTo("not-filtered"));
        assertThat(server.users).hasSize(1);
    }

    @Test
    void allRequestsOfAStepTogetherTakeNoLongerThanAllowed() {
        accounts.createAccount(wanted(REFERENCE, "anna@example.org"));
        server.next(Mood.SAYS_NOTHING);
        var started = System.nanoTime();

        assertThatThrownBy(() -> accounts.suspend("k", REFERENCE)).hasMessageContaining("did not answer");

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @CsvSource({"IS_BUSY, come back after: 30", "TALKS_HTML, not JSON", "NEVER_ENDS, longer than", "BREAKS, no disk"})
    void saysWhatWentWrong(Mood mood, String words) {
        server.next(mood);

        assertThatThrownBy(() -> accounts.createAccount(wanted(REFERENCE, "anna@example.org")))
                .isInstanceOf(ProvisioningFailed.class)
                .hasMessageContaining(words);
    }

    private boolean active(String address) {
        return server.user(address).path("active").asBoolean();
    }

    private int quantity(String product) {
        return server.groupsCalled(REFERENCE + "/" + product)
                .get(0)
                .path(ScimProvisioning.ACCOUNT)
                .path("quantity")
                .asInt();
    }

    private static NewAccount wanted(String reference, String... addresses) {
        return new NewAccount(
                reference,
                CUSTOMER,
                "BRF Eken",
                "Storgatan 1, Stockholm",
                people(addresses),
                List.of(new Entitlement("planning-licence", 10)));
    }

    private static List<NamedEmail> people(String... addresses) {
        return Arrays.stream(addresses)
                .map(address -> new NamedEmail("Anna Ek", EmailAddress.of(address)))
                .toList();
    }
}
