package io.partnerflow.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.TestIdentities;
import io.partnerflow.TestParties;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Resellers;
import io.partnerflow.shared.EmailAddress;
import io.partnerflow.shared.NamedEmail;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PartnerflowTest
class AccountsTest {

    private static final List<ProvisioningServer.Mood> BAD_DAYS = List.of(
            ProvisioningServer.Mood.BREAKS,
            ProvisioningServer.Mood.WORKS_BUT_ANSWERS_500,
            ProvisioningServer.Mood.WORKS_BUT_ANSWERS_LATE,
            ProvisioningServer.Mood.IS_BUSY,
            ProvisioningServer.Mood.TALKS_NONSENSE);

    @Autowired
    Accounts accounts;

    @Autowired
    ProvisioningAttempts attempts;

    @Autowired
    Organisations organisations;

    @Autowired
    Resellers resellers;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    @Test
    void aCaseHasOneAccount() {
        var wanted = account(TestIdentities.email("anna"));

        assertThat(accounts.open(wanted)).isTrue();
        assertThat(accounts.open(wanted)).isFalse();

        assertThat(accounts.find(wanted.reference())).isPresent();
        assertThat(accounts.attempts(wanted.reference())).hasSize(1);
    }

    @Test
    void whatWasAskedIsKeptThoughTheStepIsRolledBack() {
        var wanted = account(TestIdentities.email("anna"));

        transaction.executeWithoutResult(step -> {
            accounts.open(wanted);
            step.setRollbackOnly();
        });

        assertThat(accounts.find(wanted.reference())).isPresent();
        assertThat(accounts.open(wanted)).isFalse();
    }

    @Test
    void anAccountIsLimitedAndRestoredOncePerOccasion() {
        var reference = opened();

        accounts.restore(reference, "CV-1");
        accounts.limit(reference, "CV-1");
        accounts.limit(reference, "CV-1");
        assertThat(plan(reference)).isEqualTo("LIMITED");
        accounts.restore(reference, "CV-1");
        accounts.restore(reference, "CV-1");

        assertThat(plan(reference)).isEqualTo("FULL");
        assertThat(accounts.attempts(reference))
                .extracting(Attempt::action)
                .containsExactly("create-account", "limit-plan", "restore-plan");
    }

    @Test
    void anAccountThatIsNotThereIsNotLimited() {
        accounts.limit("OR-0000-1", "CV-1");

        assertThat(accounts.find("OR-0000-1")).isEmpty();
    }

    private String opened() {
        var wanted = account(TestIdentities.email("anna"));
        accounts.open(wanted);
        return wanted.reference();
    }

    private String plan(String reference) {
        return database.sql("SELECT plan FROM service_account WHERE reference = ?")
                .param(reference)
                .query(String.class)
                .single();
    }

    @Test
    void ofTwoCustomersWithOneAddressOneGetsIt() throws Exception {
        var email = TestIdentities.email("anna");
        var wanted = List.of(account(email), account(email));
        var threads = Executors.newFixedThreadPool(2);
        try {
            var results = threads.invokeAll(wanted.stream()
                    .<Callable<Boolean>>map(one -> () -> {
                        try {
                            return accounts.open(one);
                        } catch (ProvisioningFailed refused) {
                            return false;
                        }
                    })
                    .toList());
            assertThat(List.of(results.get(0).get(), results.get(1).get())).containsExactlyInAnyOrder(true, false);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void anAddressIsFreeAgainOnceItsAccountIsPurged() {
        var email = TestIdentities.email("anna");
        var first = account(email);
        accounts.open(first);

        accounts.purge(first.reference());

        assertThat(accounts.open(account(email))).isTrue();
    }

    @Test
    void oneCustomerMayUseAnAddressInTwoAccounts() {
        var email = TestIdentities.email("anna");
        var first = account(email);
        accounts.open(first);

        var second = new NewAccount(
                "TEST-" + UUID.randomUUID().toString().substring(0, 8),
                first.customer(),
                first.customerName(),
                first.place(),
                first.users(),
                List.of(new Entitlement("planning-licence", 2)));

        assertThat(accounts.open(second)).isTrue();
    }

    @Test
    void whatWasNeverAskedForNeedsNotBeShut() {
        accounts.suspend("OR-NEVER", "OR-NEVER");

        assertThat(accounts.attempts("OR-NEVER")).isEmpty();
    }

    @Test
    void whatWasAskedForAndNotAnsweredIsShutAllTheSame() {
        var wanted = account(TestIdentities.email("anna"));
        attempts.begin(new ProvisioningAttempts.Request(
                wanted.reference(), wanted.reference(), wanted.reference(), "create-account", null));

        accounts.suspend(wanted.reference(), "cancelled");

        assertThat(accounts.attempts(wanted.reference()))
                .extracting(Attempt::action, Attempt::succeeded)
                .containsExactly(tuple("create-account", null), tuple("suspend", true));
    }

    @Test
    void anotherSystemIsAskedUntilItAnswersAndNeverAgainAfterThat() throws Exception {
        try (var server = new ProvisioningServer()) {
            var elsewhere = accountsAt(server);
            var wanted = account(TestIdentities.email("anna"));
            server.next(ProvisioningServer.Mood.WORKS_BUT_ANSWERS_500);
            server.next(ProvisioningServer.Mood.TALKS_NONSENSE);

            assertThatThrownBy(() -> elsewhere.open(wanted)).isInstanceOf(ProvisioningFailed.class);
            assertThatThrownBy(() -> elsewhere.open(wanted)).isInstanceOf(ProvisioningFailed.class);
            assertThat(elsewhere.open(wanted)).isTrue();
            assertThat(elsewhere.open(wanted)).isFalse();

            assertThat(server.accounts()).isEqualTo(1);
            assertThat(server.keys()).hasSize(3).containsOnly(wanted.reference());
            assertThat(elsewhere.attempts(wanted.reference()))
                    .extracting(Attempt::succeeded)
                    .containsExactly(false, false, true);
        }
    }

    @Test
    void theSameListOfPeopleIsSentOnce() throws Exception {
        try (var server = new ProvisioningServer()) {
            var elsewhere = accountsAt(server);
            var wanted = account(TestIdentities.email("anna"));
            elsewhere.open(wanted);

            elsewhere.setUsers(wanted.reference(), "2", wanted.users());
            elsewhere.setUsers(wanted.reference(), "2", wanted.users());

            assertThat(server.keys()).containsExactly(wanted.reference(), wanted.reference() + "/users/2");
        }
    }

    /** FT-05 in small, and the light kill: whatever happens at the boundary, one account for each order. */
    @Test
    void hundredOrdersOnBadDaysAreHundredAccountsEachAskedForWithOneKey() throws Exception {
        var days = new Random(20261122);
        try (var server = new ProvisioningServer()) {
            var elsewhere = accountsAt(server);
            for (var number = 0; number < 100; number++) {
                var wanted = account(TestIdentities.email("anna"));
                for (var bad = days.nextInt(3); bad > 0; bad--) {
                    server.next(BAD_DAYS.get(days.nextInt(BAD_DAYS.size())));
                }
                for (var tries = 0;
                        tries < 5 && elsewhere.find(wanted.reference()).isEmpty();
                        tries++) {
                    quietly(() -> elsewhere.open(wanted));
                }
                assertThat(elsewhere.find(wanted.reference())).isPresent();
                assertThat(server.keysAbout(wanted.reference())).containsOnly(wanted.reference());
            }
            assertThat(server.accounts()).isEqualTo(100);
        }
    }

    private static void quietly(Runnable request) {
        try {
            request.run();
        } catch (ProvisioningFailed badDay) {
            assertThat(badDay.permanent()).isFalse();
        }
    }

    private Accounts accountsAt(ProvisioningServer server) {
        return TestAccounts.asking(TestAccounts.http(server.address()), server.address(), attempts);
    }

    private NewAccount account(String email) {
        var customer = new TestParties(organisations, resellers).organisation();
        return new NewAccount(
                "TEST-" + UUID.randomUUID().toString().substring(0, 8),
                customer.id(),
                customer.name(),
                "Storgatan 1, Stockholm",
                List.of(new NamedEmail("Anna", EmailAddress.of(email))),
                List.of());
    }
}
