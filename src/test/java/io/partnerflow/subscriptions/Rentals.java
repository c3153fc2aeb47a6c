package io.partnerflow.subscriptions;

import io.partnerflow.TestIdentities;
import io.partnerflow.orders.OrderFields;
import io.partnerflow.orders.OrderManagement;
import io.partnerflow.orders.WantedOrder;
import io.partnerflow.orders.WantedOrder.AcceptedOffer;
import io.partnerflow.parties.Party;
import io.partnerflow.shared.VendorCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.transaction.support.TransactionTemplate;

/** Rental contracts that simply run: nobody signed, was checked or got a parcel, as none of that matters to their life. */
public class Rentals {

    private final OrderManagement orders;
    private final Activation activation;
    private final RuntimeService runtime;
    private final TransactionTemplate transaction;
    private final VendorCalendar calendar;

    Rentals(
            OrderManagement orders,
            Activation activation,
            RuntimeService runtime,
            TransactionTemplate transaction,
            VendorCalendar calendar) {
        this.orders = orders;
        this.activation = activation;
        this.runtime = runtime;
        this.transaction = transaction;
        this.calendar = calendar;
    }

    /** Three laptops with insurance and office software from today on. @return SU-… */
    public String begin(Party reseller, Party customer, int months) {
        return begin(
                reseller,
                customer,
                months,
                List.of(
                        new WantedOrder.Line("laptop-14", 3),
                        new WantedOrder.Line("office-suite", 3),
                        new WantedOrder.Line("electronics-insurance", 3)));
    }

    /** @return SU-… */
    public String begin(Party reseller, Party customer, int months, List<WantedOrder.Line> lines) {
        return begin(reseller, customer, months, lines, calendar.today());
    }

    /** @return SU-… */
    public String begin(Party reseller, Party customer, int months, List<WantedOrder.Line> lines, LocalDate startDate) {
        var order = orders.place(
                new WantedOrder(
                        reseller.id(),
                        "workplace",
                        customer.id(),
                        null,
                        lines,
                        months,
                        startDate,
                        null,
                        "Eva Berg",
                        TestIdentities.email("signatory"),
                        "2026-1",
                        TestIdentities.email("orderer"),
                        new AcceptedOffer("OF-" + UUID.randomUUID(), calendar.today())),
                OrderFields.API);
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(order)
                .rootProcessInstances()
                .list()
                .forEach(running -> runtime.deleteProcessInstance(running.getId(), "not what this test is about"));
        return transaction.execute(status -> activation.activate(order).number());
    }
}
