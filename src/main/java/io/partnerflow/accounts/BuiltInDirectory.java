package io.partnerflow.accounts;

import io.partnerflow.shared.NamedEmail;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps accounts here, for where no other system does. Behaves like one: each request is a transaction of its own, done
 * or not done whatever becomes of the step that asked. Every change says how things shall be, so a second request with
 * the same key changes nothing.
 */
class BuiltInDirectory implements ProvisioningSystem {

    private final DirectoryTables tables;
    private final TransactionTemplate transaction;
    private final Failures failures;
    private final URI loginUrl;

    BuiltInDirectory(DirectoryTables tables, PlatformTransactionManager transactions, Failures failures, URI loginUrl) {
        this.tables = tables;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.failures = failures;
        this.loginUrl = loginUrl;
    }

    @Override
    public OpenedAccount createAccount(NewAccount account) {
        transaction.executeWithoutResult(status -> {
            if (tables.insert(account)) {
                tables.setEntitlements(account.reference(), account.bought());
                tables.insertProperty(account.reference(), account.place());
                setUsers(account.reference(), account.customer(), account.users());
            }
        });
        return new OpenedAccount(account.reference(), loginUrl.toString());
    }

    @Override
    public void updateUsers(String key, String reference, List<NamedEmail> users) {
        transaction.executeWithoutResult(status -> {
            var customer = tables.customerOf(reference).orElseThrow(() -> unknown(reference));
            setUsers(reference, customer, users);
            tables.releaseUnused(customer);
        });
    }

    @Override
    public void convert(String key, String reference, List<Entitlement> bought) {
        transaction.executeWithoutResult(status -> {
            require(tables.setStatus(reference, "ACTIVE"), reference);
            tables.setEntitlements(reference, bought);
        });
    }

    @Override
    public void entitle(String key, String reference, List<Entitlement> all) {
        convert(key, reference, all);
    }

    @Override
    public void activate(String key, String reference) {
        transaction.executeWithoutResult(status -> require(tables.setStatus(reference, "ACTIVE"), reference));
    }

    @Override
    public void suspend(String key, String reference) {
        transaction.executeWithoutResult(status -> tables.setStatus(reference, "SUSPENDED"));
    }

    @Override
    public void setPlan(String key, String reference, Plan plan) {
        transaction.executeWithoutResult(status -> tables.setPlan(reference, plan));
    }

    @Override
    public void markReseller(String key, String reference, String reseller) {
        transaction.executeWithoutResult(status -> require(tables.setReseller(reference, reseller), reference));
    }

    @Override
    public List<Property> properties(String reference) {
        return tables.properties(reference);
    }

    @Override
    public void returnData(String key, String reference, List<String> properties) {
        transaction.executeWithoutResult(status -> tables.markReturned(reference, properties));
    }

    @Override
    public void purge(String key, String reference) {
        transaction.executeWithoutResult(status -> tables.customerOf(reference).ifPresent(customer -> {
            tables.replaceUsers(reference, List.of());
            tables.releaseUnused(customer);
            tables.deleteProperties(reference);
            tables.setStatus(reference, "PURGED");
        }));
    }

    private void setUsers(String reference, UUID customer, List<NamedEmail> users) {
        // always in the same order, so that two requests with the same addresses wait instead of blocking each other
        users.stream()
                .map(DirectoryTables::address)
                .sorted(Comparator.naturalOrder())
                .forEach(email -> {
                    if (!tables.claim(email, customer).equals(customer)) {
                        throw failures.because("address-taken", null, email, tables.accountNameFor(email), reference);
                    }
                });
        tables.replaceUsers(reference, users);
    }

    private void require(boolean found, String reference) {
        if (!found) {
            throw unknown(reference);
        }
    }

    private ProvisioningFailed unknown(String reference) {
        return failures.because("no-account", null, reference);
    }
}
