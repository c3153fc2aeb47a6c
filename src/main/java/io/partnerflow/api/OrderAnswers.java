package io.partnerflow.api;

import io.partnerflow.documents.Document;
import io.partnerflow.documents.Documents;
import io.partnerflow.orders.OrderEstimate;
import io.partnerflow.orders.OrderProgress;
import io.partnerflow.orders.OrderWait;
import io.partnerflow.orders.OrderWarnings;
import io.partnerflow.orders.OrderWords;
import io.partnerflow.orders.Orders;
import io.partnerflow.provisioning.ProvisioningHistory;
import io.partnerflow.provisioning.ProvisioningQuestions;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Gathers what the API says about orders. */
@Component
class OrderAnswers {

    private final Orders orders;
    private final OrderProgress progress;
    private final OrderWords words;
    private final Documents documents;
    private final OrderWarnings warnings;
    private final ProvisioningHistory provisioning;
    private final ProvisioningQuestions questions;
    private final MessageSource messages;

    OrderAnswers(
            Orders orders,
            OrderProgress progress,
            OrderWords words,
            OrderWarnings warnings,
            Documents documents,
            ProvisioningHistory provisioning,
            ProvisioningQuestions questions,
            MessageSource messages) {
        this.orders = orders;
        this.progress = progress;
        this.words = words;
        this.warnings = warnings;
        this.documents = documents;
        this.provisioning = provisioning;
        this.questions = questions;
        this.messages = messages;
    }

    OrderAnswer one(UUID reseller, String number, Locale language) {
        var order = orders.get(reseller, number);
        return OrderAnswer.of(
                order,
                words.name(order.customer()),
                orders.estimate(number).map(known -> estimate(known, language)).orElse(null),
                orders.milestones(number),
                progress.waits(reseller, number).stream()
                        .map(wait -> said(wait, language))
                        .toList(),
                papers(reseller, number),
                provisioning.told(reseller, number, language).stream()
                        .map(one -> new OrderAnswer.ProvisioningTry(one.at(), one.step(), one.outcome(), one.failed()))
                        .toList(),
                questions.open(reseller, number).orElse(null));
    }

    /** Those the reseller may read. */
    List<Document> papers(UUID reseller, String number) {
        return documents.about(number).stream()
                .filter(document -> document.isOwnedBy(reseller.toString()))
                .toList();
    }

    EstimateAnswer estimate(OrderEstimate estimate, Locale language) {
        return EstimateAnswer.of(estimate, words, warnings.of(estimate, language), language);
    }

    private OrderAnswer.Wait said(OrderWait wait, Locale language) {
        return new OrderAnswer.Wait(
                wait.party().name(),
                messages.getMessage("order-wait." + wait.what(), null, language),
                wait.since(),
                wait.due());
    }
}
