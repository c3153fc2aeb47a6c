package io.partnerflow;

import io.partnerflow.orders.OrderFields;
import io.partnerflow.orders.OrderManagement;
import io.partnerflow.orders.WantedOrder;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.Resellers;
import io.partnerflow.shared.Percentage;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;

/** Resellers of the seats programme and what they order; an order goes through at once, nobody has to check it. */
public class TestSeats {

    private final Organisations organisations;
    private final Resellers resellers;
    private final OrderManagement orders;
    private final ProcessEngine engine;

    public TestSeats(Organisations organisations, Resellers resellers, OrderManagement orders, ProcessEngine engine) {
        this.organisations = organisations;
        this.resellers = resellers;
        this.orders = orders;
        this.engine = engine;
    }

    /** A reseller of the seats programme, 20 % partner discount. */
    public Party reseller() {
        var reseller = new TestParties(organisations, resellers).organisation();
        resellers.appoint(reseller.id(), "seats", "GOLD", Percentage.of("20"));
        return reseller;
    }

    public Party customerOf(Party reseller) {
        return new TestParties(organisations, resellers).customerOf(reseller);
    }

    /** @param seats by product, such as {@code air-monitor-seat} */
    public static WantedOrder wanted(Party reseller, Party customer, LocalDate begins, Map<String, Integer> seats) {
        return new WantedOrder(
                reseller.id(),
                "seats",
                customer.id(),
                null,
                seats.entrySet().stream()
                        .map(line -> new WantedOrder.Line(line.getKey(), line.getValue()))
                        .toList(),
                12,
                begins,
                null,
                null,
                null,
                "2025-2",
                TestIdentities.email("orderer"));
    }

    /** @return number of an order that waits for the first of its jobs */
    public String placed(Party reseller, Party customer, LocalDate begins, Map<String, Integer> seats) {
        return orders.place(wanted(reseller, customer, begins, seats), OrderFields.API);
    }

    /** @return number of an order whose subscription runs */
    public String ordered(Party reseller, Party customer, LocalDate begins, Map<String, Integer> seats) {
        var order = placed(reseller, customer, begins, seats);
        runJobsOf(order);
        return order;
    }

    /** Everything the case does by itself, except what waits for time. */
    public void runJobsOf(String businessKey) {
        for (var jobs = jobsOf(businessKey); !jobs.isEmpty(); jobs = jobsOf(businessKey)) {
            engine.getManagementService().executeJob(jobs.get(0));
        }
    }

    private List<String> jobsOf(String businessKey) {
        return engine
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey)
                .unfinished()
                .list()
                .stream()
                .flatMap(
                        instance -> engine
                                .getManagementService()
                                .createJobQuery()
                                .processInstanceId(instance.getId())
                                .messages()
                                .list()
                                .stream())
                .map(job -> job.getId())
                .toList();
    }
}
