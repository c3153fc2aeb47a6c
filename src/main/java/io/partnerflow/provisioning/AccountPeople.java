package io.partnerflow.provisioning;

import io.partnerflow.accounts.Accounts;
import io.partnerflow.orders.OrderView;
import io.partnerflow.orders.Orders;
import io.partnerflow.shared.NamedEmail;
import io.partnerflow.subscriptions.SubscriptionView;
import io.partnerflow.subscriptions.Subscriptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who was let into the accounts of a customer's running contracts. Whom they let in themselves, they keep to themselves. */
@Service
@Transactional(readOnly = true)
public class AccountPeople {

    private static final int MOST = 20;

    private final AccountProvisioning provisioning;
    private final Accounts accounts;
    private final Orders orders;
    private final Subscriptions subscriptions;

    AccountPeople(AccountProvisioning provisioning, Accounts accounts, Orders orders, Subscriptions subscriptions) {
        this.provisioning = provisioning;
        this.accounts = accounts;
        this.orders = orders;
        this.subscriptions = subscriptions;
    }

    /**
     * An account that was made for an order.
     *
     * @param contracts that it is used under, SU-…
     * @param loginAddress where its people log in
     * @param first who got the log-in details, and lets others in
     */
    public record Account(List<String> contracts, String loginAddress, NamedEmail first) {}

    /** Accounts of running contracts with this reseller; one that began as a trial has the trial's people and is not among them. */
    public List<Account> of(UUID reseller, UUID customer) {
        var contracts = new LinkedHashMap<String, List<String>>();
        subscriptions.ofCustomer(reseller, customer).stream()
                .filter(SubscriptionView::active)
                .limit(MOST)
                .forEach(one -> reference(one)
                        .ifPresent(found -> contracts
                                .computeIfAbsent(found, none -> new ArrayList<>())
                                .add(one.number())));
        return contracts.entrySet().stream()
                .flatMap(one -> account(one).stream())
                .toList();
    }

    private Optional<String> reference(SubscriptionView contract) {
        var order = orders.get(contract.orderNumber());
        return Optional.of(order).filter(one -> one.trialNumber() == null).map(provisioning::account);
    }

    private Optional<Account> account(Map.Entry<String, List<String>> used) {
        return accounts.find(used.getKey()).map(found -> {
            OrderView order = orders.get(used.getKey());
            return new Account(List.copyOf(used.getValue()), found.loginAddress(), provisioning.firstUser(order));
        });
    }
}
