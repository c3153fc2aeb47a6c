package io.partnerflow.provisioning;

import io.partnerflow.access.CurrentCaller;
import io.partnerflow.intake.FormContext;
import io.partnerflow.intake.FormHandler;
import io.partnerflow.intake.Receipt;
import io.partnerflow.orders.OrderWords;
import io.partnerflow.orders.Orders;
import io.partnerflow.shared.Conflict;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The form with which a reseller answers the order desk's question about an account. */
@Component
class ProvisioningAnswerForm implements FormHandler {

    private final ProvisioningQuestions questions;
    private final Orders orders;
    private final OrderWords words;
    private final CurrentCaller callers;

    ProvisioningAnswerForm(ProvisioningQuestions questions, Orders orders, OrderWords words, CurrentCaller callers) {
        this.questions = questions;
        this.orders = orders;
        this.words = words;
        this.callers = callers;
    }

    @Override
    public String form() {
        return "provisioning-answer";
    }

    @Override
    public Map<String, Object> prefill(FormContext context) {
        var reseller = callers.require().mustBeAbleToOrder().reseller();
        var number = context.about();
        var question =
                questions.open(reseller, number).orElseThrow(() -> new Conflict("provisioning-not-asked", number));
        return Map.of(
                "orderNumber",
                number,
                "customer",
                words.name(orders.get(number).customer()),
                "question",
                question,
                "firstUserOpen",
                questions.mayNameFirstUser(number) ? "yes" : "no");
    }

    @Override
    public Receipt accept(FormContext context, Map<String, Object> answers) {
        var caller = callers.require().mustBeAbleToOrder();
        var number = context.about();
        questions.answer(
                caller.reseller(),
                number,
                new ProvisioningQuestions.Answer(
                        (String) answers.get("answer"),
                        (String) answers.get("email"),
                        (String) answers.get("name"),
                        caller.email()));
        return new Receipt(number, "/orders/" + number, "provisioning.answered");
    }
}
