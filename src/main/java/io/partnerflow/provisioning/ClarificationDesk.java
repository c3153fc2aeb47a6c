package io.partnerflow.provisioning;

import io.partnerflow.accounts.ProvisioningAnswers;
import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.orders.Milestone;
import io.partnerflow.orders.Orders;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the order desk decides about a step that has failed. */
@ModuleService
class ClarificationDesk {

    private final Clarifications clarifications;
    private final ProvisioningAnswers answers;
    private final QuestionLetters letters;
    private final Orders orders;
    private final AuditTrail audit;
    private final ProvisioningSettings settings;
    private final Clock clock;

    ClarificationDesk(
            Clarifications clarifications,
            ProvisioningAnswers answers,
            QuestionLetters letters,
            Orders orders,
            AuditTrail audit,
            ProvisioningSettings settings,
            Clock clock) {
        this.clarifications = clarifications;
        this.answers = answers;
        this.letters = letters;
        this.orders = orders;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /** How long we wait for the reseller. */
    record Wait(Instant reminder, Instant deadline) {}

    /** @param loginAddress where the account is reached that was made by hand; null where none had to be made */
    void doneByHand(String order, @Nullable String loginAddress, String reason) {
        answers.doneByHand(order, loginAddress, reason);
        audit.record("provisioning-done-by-hand", order, reason);
    }

    Wait ask(String order, String question) {
        var about = clarifications.latest(order).orElseThrow();
        clarifications.ask(about, question);
        letters.ask(orders.get(order), clarifications.latest(order).orElseThrow());
        orders.reached(order, Milestone.ACCOUNT_QUESTION);
        var now = clock.instant();
        return new Wait(now.plus(settings.answerReminder()), now.plus(settings.answerPeriod()));
    }

    void remind(String order) {
        clarifications
                .latest(order)
                .filter(Clarification::waitsForAnswer)
                .ifPresent(about -> letters.remind(orders.get(order), about));
    }
}
