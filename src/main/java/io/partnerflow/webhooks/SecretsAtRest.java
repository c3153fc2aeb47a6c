package io.partnerflow.webhooks;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Locks at the start, before anything is sent, what is not locked with the first key yet. An installation whose key is
 * missing does not start: it would fail with every message.
 */
@Component
class SecretsAtRest implements SmartInitializingSingleton {

    private final EndpointRows endpoints;
    private final SecretBox box;
    private final TransactionOperations transaction;

    SecretsAtRest(EndpointRows endpoints, SecretBox box, TransactionOperations transaction) {
        this.endpoints = endpoints;
        this.box = box;
        this.transaction = transaction;
    }

    /** @throws IllegalStateException if a secret is locked with a key that is not there */
    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(begun -> endpoints.lockAgain(box.beginning()));
    }
}
