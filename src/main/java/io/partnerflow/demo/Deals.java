package io.partnerflow.demo;

import io.partnerflow.orders.WantedOrder;
import io.partnerflow.programmes.ProgrammePolicy;
import io.partnerflow.shared.VendorCalendar;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** The turns a deal takes. */
@Component
class Deals {

    private static final String PARTNER_MANAGER = "petra";
    private static final String ORDER_CLERK = "olle";
    private static final String CONTRACT_CLERK = "carla";

    private final Stage stage;
    private final Assortment assortment;
    private final VendorCalendar calendar;
    private final Map<Company, String> applications = new HashMap<>();
    private final Map<Company, String> orders = new HashMap<>();

    Deals(Stage stage, Assortment assortment, VendorCalendar calendar) {
        this.stage = stage;
        this.assortment = assortment;
        this.calendar = calendar;
    }

    void applies(Company applicant) {
        applies(
                applicant,
                assortment.tried(),
                "Manager model " + applicant.registrationNumber().substring(7));
    }

    void applies(Company applicant, ProgrammePolicy programme, String evidence) {
        applications.put(
                applicant,
                stage.fillInPublicly(
                        "reseller-application",
                        applicant.application(programme.code(), evidence, "Our customers ask for it.")));
    }

    void isAccepted(Company applicant, String tier) {
        stage.does(
                PARTNER_MANAGER,
                "userTask_reviewApplication",
                applications.get(applicant),
                Map.of("applicationDecision", "approve", "tier", tier));
        stage.aMoment();
        stage.opensDoorFor(applicant);
    }

    void isAsked(Company applicant, String question) {
        stage.does(
                PARTNER_MANAGER,
                "userTask_reviewApplication",
                applications.get(applicant),
                Map.of("applicationDecision", "ask", "question", question));
    }

    void isTurnedDown(Company applicant, String reason) {
        stage.does(
                PARTNER_MANAGER,
                "userTask_reviewApplication",
                applications.get(applicant),
                Map.of("applicationDecision", "reject", "rejectionReason", reason));
    }

    /**
     * @param startsIn days from today, negative for a start in the past
     * @param quantities of the programme's products, in the catalogue's order; 0 for none
     */
    void subscribes(
            Company reseller,
            Company customer,
            ProgrammePolicy programme,
            int months,
            int startsIn,
            String poReference,
            int... quantities) {
        var lines = IntStream.range(0, quantities.length)
                .filter(place -> quantities[place] > 0)
                .mapToObj(place -> new WantedOrder.Line(
                        assortment.product(programme, place).code(), quantities[place]))
                .toList();
        var start = calendar.today().plusDays(startsIn);
        orders.put(
                customer, stage.buys(reseller, customer, programme, new Purchase(lines, months, start, poReference)));
        stage.aMoment();
    }

    void prepares(Company reseller, Company customer) {
        stage.fillIn(reseller, "customer", "", customer.customer());
    }

    /** Prepares the customer and gives it a trial. @return the trial's number */
    String givesTrial(Company reseller, Company customer) {
        prepares(reseller, customer);
        var trial = stage.fillIn(
                reseller,
                "trial",
                "",
                Map.of(
                        "programme",
                        assortment.tried().code(),
                        "customer",
                        stage.id(customer).toString(),
                        "customerType",
                        "housing-association",
                        "users",
                        "%s <%s>\nBoard <%s>".formatted(customer.person(), customer.email(), customer.office())));
        stage.aMoment();
        return trial;
    }

    /** @return the order's number */
    String startsOrder(Company reseller, Company customer, int quantity) {
        return startsOrder(reseller, customer, quantity, customer.email());
    }

    String startsOrder(Company reseller, Company customer, int quantity, String signatoryEmail) {
        var order = stage.fillIn(
                reseller,
                "order-start",
                "",
                Map.of(
                        "programme",
                        assortment.tried().code(),
                        "customer",
                        stage.id(customer).toString(),
                        "product",
                        product(),
                        "quantity",
                        quantity,
                        "termMonths",
                        "12",
                        "signatoryName",
                        customer.person(),
                        "signatoryEmail",
                        signatoryEmail));
        orders.put(customer, order);
        stage.aMoment();
        return order;
    }

    private String product() {
        return assortment.product(assortment.tried(), 0).code();
    }

    void sendsOrderForm(Company reseller, String order, int quantity, String poReference) {
        var answers = new LinkedHashMap<String, Object>();
        answers.put("product", product());
        answers.put("quantity", quantity);
        answers.put("termMonths", "12");
        answers.put("startDate", calendar.today().toString());
        answers.put("poReference", poReference);
        answers.put("termsAccepted", true);
        stage.fillIn(reseller, "order", order, answers);
        stage.aMoment();
    }

    void sendsSignedAgreement(Company reseller, String order) {
        stage.uploadsSignedAgreement(reseller, order);
        stage.aMoment();
    }

    void agreementIsAccepted(String order) {
        stage.does(CONTRACT_CLERK, "userTask_checkSignedAgreement", order, Map.of("agreementDecision", "accept"));
        stage.aMoment();
    }

    void agreementIsReturned(String order, String reason) {
        stage.does(
                CONTRACT_CLERK,
                "userTask_checkSignedAgreement",
                order,
                Map.of("agreementDecision", "reject", "returnReason", reason));
        stage.aMoment();
    }

    void orderIsApproved(String order) {
        stage.does(ORDER_CLERK, "userTask_checkOrder", order, Map.of("orderDecision", "approve"));
        stage.aMoment();
    }

    void orderIsRejected(String order, String reason) {
        stage.does(
                ORDER_CLERK,
                "userTask_checkOrder",
                order,
                Map.of("orderDecision", "reject", "rejectionReason", reason));
        stage.aMoment();
    }

    void isCancelled(Company reseller, Company customer, String reason) {
        stage.fillIn(reseller, "order-cancellation", orders.get(customer), Map.of("reason", reason));
        stage.aMoment();
    }

    /** The customer's latest order. */
    String order(Company customer) {
        return orders.get(customer);
    }

    /** From the first click to the order desk. @return the order's number */
    String reachesOrderDesk(Company reseller, Company customer, int quantity, String poReference) {
        var order = startsOrder(reseller, customer, quantity);
        sendsOrderForm(reseller, order, quantity, poReference);
        sendsSignedAgreement(reseller, order);
        agreementIsAccepted(order);
        return order;
    }

    /** From the first click to the first invoice. */
    void isDone(Company reseller, Company customer, int quantity, String poReference) {
        orderIsApproved(reachesOrderDesk(reseller, customer, quantity, poReference));
    }
}
