package io.partnerflow.scenarios;

import io.partnerflow.Staff;
import io.partnerflow.TestIdentities;
import io.partnerflow.TestOrders;
import io.partnerflow.TestParties;
import io.partnerflow.agreements.AgreementManagement;
import io.partnerflow.documents.Documents;
import io.partnerflow.engine.DeskWork;
import io.partnerflow.orders.OrderFields;
import io.partnerflow.orders.OrderManagement;
import io.partnerflow.orders.Orders;
import io.partnerflow.orders.WantedOrder;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.Resellers;
import io.partnerflow.shared.EmailAddress;
import io.partnerflow.shared.NamedEmail;
import io.partnerflow.subscriptions.Subscriptions;
import io.partnerflow.trials.TrialFields;
import io.partnerflow.trials.TrialManagement;
import io.partnerflow.trials.TrialPerson;
import io.partnerflow.trials.TrialWish;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;

/** The turns a deal takes: what resellers ask of the modules, what staff do with their tasks, and a moment after each. */
public class Deals {

    public static final String PARTNER_MANAGER = "petra";
    public static final String ORDER_CLERK = "olle";
    public static final String CONTRACT_CLERK = "carla";
    public static final String BILLING_CLERK = "bengt";
    public static final String OTHER_BILLING_CLERK = "britta";
    public static final String CREDIT_CLERK = "klara";
    public static final String LOGISTICS_CLERK = "lena";

    private final TimeMachine time;
    private final DeskWork desks;
    private final Organisations organisations;
    private final TrialManagement trials;
    private final OrderManagement management;
    private final Orders orders;
    private final AgreementManagement agreements;
    private final Documents documents;
    private final Subscriptions subscriptions;
    private final Resellers resellers;
    private final TestParties parties;
    private final Staff staff;

    Deals(
            TimeMachine time,
            DeskWork desks,
            Organisations organisations,
            Resellers resellers,
            TrialManagement trials,
            OrderManagement management,
            Orders orders,
            AgreementManagement agreements,
            Documents documents,
            Subscriptions subscriptions,
            IdentityService identity) {
        this.time = time;
        this.desks = desks;
        this.organisations = organisations;
        this.trials = trials;
        this.management = management;
        this.orders = orders;
        this.agreements = agreements;
        this.documents = documents;
        this.subscriptions = subscriptions;
        this.resellers = resellers;
        parties = new TestParties(organisations, resellers);
        staff = new Staff(identity);
    }

    /** A reseller of the licence programme, 20 % partner discount. */
    public Party reseller() {
        return parties.reseller();
    }

    public void takesCareOf(Party reseller, Party customer) {
        resellers.link(reseller.id(), customer.id());
    }

    public Party customerOf(Party reseller) {
        return parties.customerOf(reseller);
    }

    /** Whoever works at the desks; they are there before anybody does anything. */
    public void hireStaff() {
        staff.hire(PARTNER_MANAGER, "partner-managers");
        staff.hire(ORDER_CLERK, "order-desk");
        staff.hire(CONTRACT_CLERK, "contracts");
        staff.hire(BILLING_CLERK, "billing");
        staff.hire(OTHER_BILLING_CLERK, "billing");
        staff.hire(CREDIT_CLERK, "credit");
        staff.hire(LOGISTICS_CLERK, "logistics");
    }

    /** A member of staff does a task. */
    public void does(String person, String task, String businessKey, Map<String, Object> answers) {
        hireStaff();
        desks.complete(businessKey, task, person, answers);
        time.aMoment();
    }

    /** @return number of a trial that is in use */
    public String trial(Party reseller, Party customer, String... emails) {
        var people = Arrays.stream(emails)
                .map(email -> new TrialPerson(named("", email), "en"))
                .toList();
        var number = trials.start(
                new TrialWish(
                        "licence",
                        reseller.id(),
                        customer.id(),
                        "housing-association",
                        people,
                        named("Maria", reseller.email())),
                TrialFields.API);
        time.aMoment();
        return number;
    }

    private static NamedEmail named(String name, String email) {
        return new NamedEmail(name, EmailAddress.of(email));
    }

    /** Ten licences for a year, from the first click on: the agreement goes out. @return the order's number */
    public String order(Party reseller, Party customer) {
        var number = management.start(wanted(reseller, customer, time.today()), OrderFields.FORM);
        time.aMoment();
        return number;
    }

    public void sendsForm(String order) {
        sendsForm(order, time.today());
    }

    public void sendsForm(String order, LocalDate startDate) {
        var begun = orders.get(order);
        management.register(
                order,
                wanted(organisations.get(begun.reseller()), organisations.get(begun.customer()), startDate),
                OrderFields.FORM);
        time.aMoment();
    }

    private static io.partnerflow.orders.WantedOrder wanted(Party reseller, Party customer, LocalDate startDate) {
        return TestOrders.of(reseller, customer, startDate).wanted();
    }

    /** The signed agreement comes back and is accepted. */
    public void sendsScan(String order) {
        var reseller = orders.get(order).reseller();
        var paper =
                documents.content(agreements.of(reseller, order).orElseThrow().document());
        agreements.upload(reseller, order, paper, "signed.pdf", TestIdentities.email("sender"));
        time.aMoment();
        does(CONTRACT_CLERK, "userTask_checkSignedAgreement", order, Map.of("agreementDecision", "accept"));
    }

    public void isApproved(String order) {
        does(ORDER_CLERK, "userTask_checkOrder", order, Map.of("orderDecision", "approve"));
    }

    /** A reseller of that programme. @param discount partner discount in percent */
    public Party resellerOf(String programme, String discount) {
        return parties.resellerOf(programme, discount);
    }

    /** Ordered with accepted terms and done at once, as nobody has to sign or check. @return the order's number */
    public String purchase(WantedOrder wanted) {
        var number = management.place(wanted, OrderFields.API);
        time.aMoment();
        return number;
    }

    /** From the first click to the running subscription. @return the order's number */
    public String completeOrder(Party reseller, Party customer, LocalDate startDate) {
        var order = order(reseller, customer);
        sendsForm(order, startDate);
        sendsScan(order);
        isApproved(order);
        return order;
    }

    /** @return number of a new reseller's subscription that begins that day */
    public String subscription(LocalDate startDate) {
        var reseller = reseller();
        return subscriptionOf(completeOrder(reseller, customerOf(reseller), startDate));
    }

    public String subscriptionOf(String order) {
        return subscriptions.ofOrder(order).orElseThrow().number();
    }
}
