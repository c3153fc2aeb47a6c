package io.partnerflow.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.TestParties;
import io.partnerflow.TestWorkplace;
import io.partnerflow.accounts.Accounts;
import io.partnerflow.orders.Milestone;
import io.partnerflow.orders.OrderFields;
import io.partnerflow.orders.OrderManagement;
import io.partnerflow.orders.Orders;
import io.partnerflow.orders.ReachedMilestone;
import io.partnerflow.orders.WantedOrder;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.Resellers;
import io.partnerflow.shared.VendorCalendar;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The account of a rented bundle: for what is used in one, not for what stands on a desk. */
@PartnerflowTest
class BundleAccountProcessTest {

    private static final String CREATE = "serviceTask_createCustomerAccount";

    @Autowired
    RuntimeService runtime;

    @Autowired
    ProcessDriver process;

    @Autowired
    Organisations organisations;

    @Autowired
    Resellers resellers;

    @Autowired
    OrderManagement management;

    @Autowired
    Orders orders;

    @Autowired
    Accounts accounts;

    @Autowired
    VendorCalendar calendar;

    @Autowired
    JdbcClient database;

    Party reseller;
    Party customer;

    @BeforeEach
    void prepare() {
        var parties = new TestParties(organisations, resellers);
        reseller = parties.resellerOf("workplace", "0");
        customer = parties.customerOf(reseller);
    }

    @Test
    void theAccountIsForSoftwareAndBackupOnly() {
        var order = provisioned(
                new WantedOrder.Line("laptop-14", 2),
                new WantedOrder.Line("monitor-27", 1),
                new WantedOrder.Line("office-suite", 2),
                new WantedOrder.Line("cloud-backup", 1),
                new WantedOrder.Line("electronics-insurance", 2));

        process.run(order, CREATE);
        process.run(order, "serviceTask_markReseller");

        process.hasPassed(order, "endEvent_accountProvisioned");
        assertThat(accounts.find(order)).isPresent();
        assertThat(usedIn(order)).containsExactly("cloud-backup 1", "office-suite 2");
        assertThat(milestones(order)).contains(Milestone.ACCOUNT_READY);
    }

    @Test
    void devicesAndInsuranceAloneNeedNoAccount() {
        var order = provisioned(new WantedOrder.Line("laptop-14", 1), new WantedOrder.Line("electronics-insurance", 1));

        process.hasPassed(order, "endEvent_noAccountNeeded");
        process.hasNotPassed(order, CREATE);
        assertThat(accounts.find(order)).isEmpty();
        assertThat(accounts.attemptsFor(order)).isEmpty();
        assertThat(milestones(order)).doesNotContain(Milestone.ACCOUNT_READY, Milestone.ACCOUNT_DELAYED);
    }

    private String provisioned(WantedOrder.Line... lines) {
        var order =
                management.place(TestWorkplace.order(reseller, customer, calendar.today(), lines), OrderFields.FORM);
        runtime.startProcessInstanceByKey("provisioning", order, Map.of("trialToConvert", false));
        return order;
    }

    private List<Milestone> milestones(String order) {
        return orders.milestones(order).stream()
                .map(ReachedMilestone::milestone)
                .toList();
    }

    private List<String> usedIn(String order) {
        return database.sql("""
                        SELECT product || ' ' || quantity FROM account_entitlement WHERE reference = ?
                        ORDER BY product""").param(order).query(String.class).list();
    }
}
