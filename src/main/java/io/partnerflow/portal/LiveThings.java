package io.partnerflow.portal;

import io.partnerflow.access.Caller;
import io.partnerflow.engine.ProcessDiagram;
import io.partnerflow.engine.ProcessWatch;
import io.partnerflow.offers.Offers;
import io.partnerflow.orders.OrderProgress;
import io.partnerflow.returns.Returns;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shipping.Shipments;
import io.partnerflow.subscriptions.SubscriptionChanges;
import io.partnerflow.subscriptions.Subscriptions;
import io.partnerflow.trials.TrialManagement;
import java.util.List;
import org.springframework.stereotype.Component;

/** What has a process that its reader may look at: orders, trials, changes, renewals, returns, offers, shipments. */
@Component
class LiveThings {

    private final OrderProgress orders;
    private final TrialManagement trials;
    private final SubscriptionChanges changes;
    private final Subscriptions subscriptions;
    private final Returns returns;
    private final Offers offers;
    private final Shipments shipments;
    private final ProcessWatch watch;

    LiveThings(
            OrderProgress orders,
            TrialManagement trials,
            SubscriptionChanges changes,
            Subscriptions subscriptions,
            Returns returns,
            Offers offers,
            Shipments shipments,
            ProcessWatch watch) {
        this.orders = orders;
        this.trials = trials;
        this.changes = changes;
        this.subscriptions = subscriptions;
        this.returns = returns;
        this.offers = offers;
        this.shipments = shipments;
        this.watch = watch;
    }

    /**
     * @param page      where the thing itself is read
     * @param sold      whether the reader is its reseller rather than its customer
     * @param processes the first is the thing's own
     */
    record Thing(String number, String page, boolean sold, List<ProcessDiagram> processes) {}

    /** @throws NotFound if there is no such thing, or the reader has nothing to do with it */
    Thing of(Caller caller, String number) {
        return switch (number.split("-", 2)[0]) {
            case "OR" -> sold(number, "/orders/" + number, orders.diagrams(caller.reseller(), number));
            case "TR" ->
                sold(
                        number,
                        "/trials/" + number,
                        watch.diagrams(trials.get(caller.reseller(), number).number()));
            case "OF" ->
                sold(
                        number,
                        "/offers/" + number,
                        watch.diagrams(offers.get(caller.reseller(), number).number()));
            case "SH" ->
                sold(
                        number,
                        "/shipments/" + number,
                        watch.diagrams(shipments.get(caller.reseller(), number).number()));
            case "CH" -> change(caller, number);
            case "SU" ->
                sold(
                        number,
                        "/subscriptions/" + number,
                        changes.renewal(caller.reseller(), number).stream().toList());
            case "RE" -> returned(caller, number);
            default -> throw new NotFound("process", number);
        };
    }

    private Thing change(Caller caller, String number) {
        var subscription = changes.get(caller.actingFor(), number).subscription();
        var sold =
                subscriptions.get(caller.actingFor(), subscription).reseller().equals(caller.actingFor());
        var page = (sold ? "/subscriptions/" : "/contracts/") + subscription;
        return new Thing(number, page, sold, changes.diagrams(number));
    }

    private Thing returned(Caller caller, String number) {
        var head = returns.get(caller.actingFor(), number).head();
        return new Thing(
                number, "/returns/" + number, head.reseller().equals(caller.actingFor()), watch.diagrams(number));
    }

    private static Thing sold(String number, String page, List<ProcessDiagram> processes) {
        return new Thing(number, page, true, processes);
    }
}
