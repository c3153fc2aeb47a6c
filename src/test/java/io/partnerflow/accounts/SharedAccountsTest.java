package io.partnerflow.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.TestParties;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.Resellers;
import io.partnerflow.shared.EmailAddress;
import io.partnerflow.shared.NamedEmail;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Several contracts of a customer are one account, which may be used for what all of them grant. */
@PartnerflowTest
class SharedAccountsTest {

    private static final String PROGRAMME = "seats";

    @Autowired
    SharedAccounts shared;

    @Autowired
    Organisations organisations;

    @Autowired
    Resellers resellers;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    Party customer;

    @BeforeEach
    void prepare() {
        customer = new TestParties(organisations, resellers).organisation();
    }

    @Test
    void contractsThatBeginAtTheSameMomentShareOneAccountAndAddUp() throws Exception {
        var threads = Executors.newFixedThreadPool(4);
        try {
            var results = threads.invokeAll(IntStream.range(0, 4)
                    .<Callable<Boolean>>mapToObj(i -> () -> shared.open(PROGRAMME, wanted(10)))
                    .toList());
            var made = 0;
            for (var result : results) {
                made += result.get() ? 1 : 0;
            }
            assertThat(made).isOne();
        } finally {
            threads.shutdownNow();
        }
        assertThat(use()).containsExactly("ACTIVE air-monitor-seat 40");
    }

    @Test
    void whatOneContractGrantsGoesAndTheLastOneSuspendsTheAccountUntilAnotherComes() {
        var first = wanted(10);
        var second = wanted(5);
        shared.open(PROGRAMME, first);
        shared.open(PROGRAMME, second);

        assertThat(shared.grant(customer.id(), PROGRAMME, first.reference(), List.of()))
                .isFalse();
        assertThat(use()).containsExactly("ACTIVE air-monitor-seat 5");
        assertThat(shared.grant(customer.id(), PROGRAMME, first.reference(), List.of()))
                .isFalse();
        assertThat(shared.grant(customer.id(), PROGRAMME, second.reference(), List.of()))
                .isTrue();
        assertThat(status()).isEqualTo("SUSPENDED");

        shared.open(PROGRAMME, wanted(3));
        assertThat(use()).containsExactly("ACTIVE air-monitor-seat 3");
    }

    @Test
    void aStepThatIsRolledBackAndDoneAgainGrantsOnce() {
        shared.open(PROGRAMME, wanted(10));
        var second = wanted(5);
        transaction.executeWithoutResult(step -> {
            shared.open(PROGRAMME, second);
            step.setRollbackOnly();
        });

        shared.open(PROGRAMME, second);
        shared.open(PROGRAMME, second);

        assertThat(use()).containsExactly("ACTIVE air-monitor-seat 15");
    }

    private NewAccount wanted(int seats) {
        return new NewAccount(
                "TEST-" + UUID.randomUUID().toString().substring(0, 12),
                customer.id(),
                customer.name(),
                "Storgatan 1",
                List.of(new NamedEmail("", EmailAddress.of(customer.email()))),
                List.of(new Entitlement("air-monitor-seat", seats)));
    }

    private List<String> use() {
        return database.sql("""
                        SELECT a.status || ' ' || e.product || ' ' || e.quantity FROM service_account a
                        JOIN account_entitlement e ON e.reference = a.reference WHERE a.customer = ?""").param(customer.id()).query(String.class).list();
    }

    private String status() {
        return database.sql("SELECT status FROM service_account WHERE customer = ?")
                .param(customer.id())
                .query(String.class)
                .single();
    }
}
