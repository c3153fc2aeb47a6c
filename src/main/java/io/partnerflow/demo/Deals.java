package io.partnerflow.demo;

import io.partnerflow.shared.VendorCalendar;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The turns a deal takes. */
@Component
class Deals {

    private static final String PARTNER_MANAGER = "petra";
    private static final String ORDER_CLERK = "olle";
    private static final String CONTRACT_CLERK = "carla";

    private final Stage stage;
    private final VendorCalendar calendar;

    Deals(Stage stage, VendorCalendar calendar) {
        this.stage = stage;
        this.calendar = calendar;
    }

    /** @return the application's number */
    String applies(Company applicant) {
        return stage.fillInPublicly(
                "reseller-application",
                applicant.application(
                        "Manager model " + applicant.registrationNumber().substring(7), "Our customers ask for it."));
    }

    void isAccepted(Company applicant, String application, String tier) {
        stage.does(
                PARTNER_MANAGER,
                "userTask_reviewApplication",
                application,
                Map.of("applicationDecision", "approve", "tier", tier));
        stage.aMoment();
        stage.opensDoorFor(applicant);
    }

    void isAsked(String application, String question) {
        stage.does(
                PARTNER_MANAGER,
                "userTask_reviewApplication",
                application,
                Map.of("applicationDecision", "ask", "question", question));
    }

    void isTurnedDown(String application, String reason) {
        stage.does(
                PARTNER_MANAGER,
                "userTask_reviewApplication",
                application,
                Map.of("applicationDecision", "reject", "rejectionReason", reason));
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
                        "licence",
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
                        "licence",
                        "customer",
                        stage.id(customer).toString(),
                        "product",
                        "planning-licence",
                        "quantity",
                        quantity,
                        "termMonths",
                        "12",
                        "signatoryName",
                        customer.person(),
                        "signatoryEmail",
                        signatoryEmail));
        stage.aMoment();
        return order;
    }

    void sendsOrderForm(Company reseller, String order, int quantity, String poReference) {
        var answers = new LinkedHashMap<String, Object>();
        answers.put("product", "planning-licence");
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

    void isCancelled(Company reseller, String order, String reason) {
        stage.fillIn(reseller, "order-cancellation", order, Map.of("reason", reason));
        stage.aMoment();
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
