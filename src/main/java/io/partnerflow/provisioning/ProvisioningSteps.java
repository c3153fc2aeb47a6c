package io.partnerflow.provisioning;

import io.partnerflow.accounts.AnswerOutstanding;
import io.partnerflow.accounts.Attempt;
import io.partnerflow.accounts.ProvisioningFailed;
import io.partnerflow.engine.BusinessError;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.orders.Milestone;
import io.partnerflow.orders.Orders;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * The steps of provisioning, which fail in three ways: the engine tries again; the system needs longer; or it has been
 * tried often enough, and a person takes over.
 */
@ModuleService
class ProvisioningSteps {

    private final AccountProvisioning provisioning;
    private final ProvisioningTries tries;
    private final Clarifications clarifications;
    private final Orders orders;
    private final ProvisioningSettings settings;
    private final Clock clock;

    ProvisioningSteps(
            AccountProvisioning provisioning,
            ProvisioningTries tries,
            Clarifications clarifications,
            Orders orders,
            ProvisioningSettings settings,
            Clock clock) {
        this.provisioning = provisioning;
        this.tries = tries;
        this.clarifications = clarifications;
        this.orders = orders;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether anything that was ordered is used in an account. */
    boolean needsAccount(String order) {
        return provisioning.needsAccount(order);
    }

    /** @throws BusinessError {@code answerOutstanding} or {@code provisioningFailed} */
    void convertTrial(String order) {
        carefully(order, provisioning::convertTrial);
    }

    /** @throws BusinessError {@code answerOutstanding} or {@code provisioningFailed} */
    void createAccount(String order) {
        carefully(order, provisioning::createAccount);
    }

    /** @throws BusinessError {@code answerOutstanding} or {@code provisioningFailed} */
    void markReseller(String order) {
        carefully(order, provisioning::markReseller);
    }

    /** When to ask how far the system is, should it need longer and not call back. */
    Instant nextQuestion(String order) {
        return clock.instant().plus(settings.pause(tries.waits(order)));
    }

    private void carefully(String order, Consumer<String> step) {
        // a call-back may have said meanwhile that it cannot be done
        tries.usedUp(order).ifPresent(last -> {
            throw clarify(order, last);
        });
        try {
            step.accept(order);
        } catch (AnswerOutstanding later) {
            throw new BusinessError(ProvisioningProcess.OUTSTANDING, later.getMessage());
        } catch (ProvisioningFailed failed) {
            throw tries.usedUp(order)
                    .<RuntimeException>map(last -> clarify(order, last))
                    .orElse(failed);
        }
    }

    private BusinessError clarify(String order, Attempt last) {
        if (clarifications.open(order, last)) {
            orders.reached(order, Milestone.ACCOUNT_DELAYED);
        }
        return new BusinessError(ProvisioningProcess.FAILED, String.valueOf(last.answer()));
    }
}
