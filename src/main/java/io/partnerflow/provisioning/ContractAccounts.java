package io.partnerflow.provisioning;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import io.partnerflow.accounts.Entitlement;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.subscriptions.SubscriptionLine;
import io.partnerflow.subscriptions.SubscriptionView;
import io.partnerflow.subscriptions.Subscriptions;
import java.util.LinkedHashMap;
import java.util.List;

/** Keeps a customer's account in step with its contract: more seats, fewer, none any more. */
@ModuleService
class ContractAccounts {

    private final Subscriptions subscriptions;
    private final AccountProvisioning accounts;

    ContractAccounts(Subscriptions subscriptions, AccountProvisioning accounts) {
        this.subscriptions = subscriptions;
        this.accounts = accounts;
    }

    /**
     * From now on the account may be used for what the contract is for.
     *
     * @param occasion what this change is called; the same change has the same
     */
    void follow(String subscription, String occasion) {
        var contract = subscriptions.get(subscription);
        accounts.entitle(contract.orderNumber(), occasion, seats(contract));
    }

    /** The contract is over: it grants nothing any more. */
    void close(String subscription) {
        accounts.close(subscriptions.get(subscription).orderNumber(), subscription);
    }

    private static List<Entitlement> seats(SubscriptionView contract) {
        return contract.lines().stream()
                .collect(groupingBy(
                        SubscriptionLine::product, LinkedHashMap::new, summingInt(SubscriptionLine::quantity)))
                .entrySet()
                .stream()
                .map(one -> new Entitlement(one.getKey(), one.getValue()))
                .toList();
    }
}
