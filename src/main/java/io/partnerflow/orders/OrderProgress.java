package io.partnerflow.orders;

import io.partnerflow.engine.ProcessDiagram;
import io.partnerflow.engine.ProcessWatch;
import io.partnerflow.engine.Waiting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where the processes about an order stand, in the words of orders. */
@Service
@Transactional(readOnly = true)
public class OrderProgress {

    /** What ends each wait for somebody outside, and which timer says until when. */
    private static final Map<String, String> DEADLINES = Map.ofEntries(
            Map.entry("receiveTask_receiveOrderForm", "event_formDeadline"),
            Map.entry("receiveTask_awaitSignedAgreement", "event_agreementDeadline"),
            Map.entry("receiveTask_awaitOriginal", "event_originalOverdue"),
            Map.entry("receiveTask_awaitResellerAnswer", "event_resellerDeadline"),
            Map.entry("receiveTask_awaitAlternative", "event_alternativeDeadline"));

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("receiveTask_receiveOrderForm", "order-form"),
            Map.entry("receiveTask_awaitSignedAgreement", "signed-agreement"),
            Map.entry("userTask_checkSignedAgreement", "check-agreement"),
            Map.entry("receiveTask_awaitOriginal", "original"),
            Map.entry("userTask_seeToMissingOriginal", "missing-original"),
            Map.entry("userTask_checkOrder", "check-order"),
            Map.entry("serviceTask_sendAgreement", "send-agreement"),
            Map.entry("serviceTask_askCreditAgency", "credit-agency"),
            Map.entry("event_awaitAgency", "credit-agency"),
            Map.entry("userTask_decideCredit", "credit-person"),
            Map.entry("receiveTask_awaitAlternative", "credit-alternatives"),
            Map.entry("serviceTask_createCustomerAccount", "account"),
            Map.entry("serviceTask_convertTrialAccount", "account"),
            Map.entry("serviceTask_markReseller", "account"),
            Map.entry("receiveTask_awaitProvisioningSystem", "account-system"),
            Map.entry("userTask_clarifyProvisioning", "account-delayed"),
            Map.entry("receiveTask_awaitResellerAnswer", "account-question"),
            Map.entry("userTask_shipDevices", "ship-devices"),
            Map.entry("receiveTask_awaitReceipts", "receipts"),
            Map.entry("serviceTask_issueInvoice", "invoice"),
            Map.entry("serviceTask_sendInvoice", "invoice"));

    /** Messages that do not come from the reseller. */
    private static final Set<String> FROM_SYSTEMS = Set.of("receiveTask_awaitProvisioningSystem");

    private final Orders orders;
    private final ProcessWatch watch;

    OrderProgress(Orders orders, ProcessWatch watch) {
        this.orders = orders;
        this.watch = watch;
    }

    /** Everything the order waits for, what the reader can do first; empty once it has ended. */
    public List<OrderWait> waits(UUID reseller, String number) {
        var order = orders.get(reseller, number);
        var found = new ArrayList<>(watch.waitingFor(number));
        if (order.subscriptionNumber() != null && order.status().isOpen()) {
            found.addAll(watch.waitingFor(order.subscriptionNumber()));
        }
        return found.stream()
                .filter(wait -> wait.kind() != Waiting.Kind.TIMER || WORDS.containsKey(wait.element()))
                .map(wait -> inOwnWords(wait, found))
                .sorted(Comparator.comparing(OrderWait::party).thenComparing(OrderWait::since))
                .toList();
    }

    /**
     * Where the processes about the order stand, the order's own first.
     *
     * @throws io.partnerflow.shared.NotFound if it is none of the reseller's
     */
    public List<ProcessDiagram> diagrams(UUID reseller, String number) {
        orders.get(reseller, number);
        return watch.diagrams(number);
    }

    private static OrderWait inOwnWords(Waiting wait, List<Waiting> all) {
        var what = wait.kind() == Waiting.Kind.INCIDENT ? "trouble" : WORDS.getOrDefault(wait.element(), "next-step");
        return new OrderWait(party(wait), what, wait.since(), due(wait, all));
    }

    private static OrderWait.Party party(Waiting wait) {
        return switch (wait.kind()) {
            case MESSAGE -> FROM_SYSTEMS.contains(wait.element()) ? OrderWait.Party.HOUSE : OrderWait.Party.RESELLER;
            case TASK, INCIDENT -> OrderWait.Party.VENDOR;
            default -> OrderWait.Party.HOUSE;
        };
    }

    private static @Nullable Instant due(Waiting wait, List<Waiting> all) {
        return switch (wait.kind()) {
            case MESSAGE ->
                all.stream()
                        .filter(other -> other.element().equals(DEADLINES.get(wait.element())))
                        .map(Waiting::due)
                        .findFirst()
                        .orElse(null);
            case TASK -> wait.due();
            default -> null;
        };
    }
}
