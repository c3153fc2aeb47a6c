package io.partnerflow.subscriptions;

import static java.util.stream.Collectors.toMap;

import io.partnerflow.engine.ModuleService;
import io.partnerflow.engine.ProcessDiagram;
import io.partnerflow.engine.ProcessWatch;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.VendorCalendar;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.transaction.annotation.Transactional;

/** What has become of contracts, and what is scheduled for them. */
@ModuleService
@Transactional(readOnly = true)
public class SubscriptionChanges {

    private final ChangeRows changes;
    private final Subscriptions subscriptions;
    private final ProcessWatch watch;
    private final VendorCalendar calendar;

    SubscriptionChanges(ChangeRows changes, Subscriptions subscriptions, ProcessWatch watch, VendorCalendar calendar) {
        this.changes = changes;
        this.subscriptions = subscriptions;
        this.watch = watch;
        this.calendar = calendar;
    }

    /** @throws NotFound if there is none with this number */
    public SubscriptionChange get(String number) {
        return changes.get(number);
    }

    /** @throws NotFound if there is none of this organisation's contracts with this number */
    public SubscriptionChange get(UUID organisation, String number) {
        var change = changes.get(number);
        subscriptions.get(organisation, change.subscription());
        return change;
    }

    /** All of a subscription's changes, latest first. */
    public List<SubscriptionChange> of(String subscription) {
        return changes.of(subscription);
    }

    /** Those that are asked for or scheduled, and not yet effective. */
    public List<SubscriptionChange> scheduled(String subscription) {
        return changes.open(subscription);
    }

    /** The process about a change as a drawing, as long as it runs; a scheduled change waits without one. */
    public List<ProcessDiagram> diagrams(String number) {
        return watch.diagrams(number);
    }

    /**
     * The process about the end of a contract's term, once somebody has to look at it.
     *
     * @throws NotFound if there is none of this organisation's contracts with this number
     */
    public Optional<ProcessDiagram> renewal(UUID organisation, String subscription) {
        subscriptions.get(organisation, subscription);
        return watch.diagrams(subscription).stream()
                .filter(diagram -> diagram.process().equals(ChangeProcess.RENEWAL))
                .findFirst();
    }

    /** How it stands with each of the contracts, by number. */
    public Map<String, SubscriptionState> states(Collection<SubscriptionView> contracts) {
        var reduced =
                changes.reduced(contracts.stream().map(SubscriptionView::number).toList());
        return contracts.stream().collect(toMap(SubscriptionView::number, contract -> state(contract, reduced)));
    }

    public SubscriptionState state(SubscriptionView contract) {
        return states(List.of(contract)).get(contract.number());
    }

    private SubscriptionState state(SubscriptionView contract, Set<String> reduced) {
        if (!contract.active()) {
            return contract.closed() ? SubscriptionState.CLOSED : SubscriptionState.ENDED;
        }
        if (contract.startDate().isAfter(calendar.today())) {
            return SubscriptionState.SCHEDULED;
        }
        if (contract.endsOn() != null && !contract.endsByItself()) {
            return SubscriptionState.NOTICE_GIVEN;
        }
        return reduced.contains(contract.number()) ? SubscriptionState.REDUCTION_SCHEDULED : SubscriptionState.ACTIVE;
    }
}
