package io.partnerflow.provisioning;

import io.partnerflow.accounts.Accounts;
import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.engine.Workflow;
import io.partnerflow.orders.Milestone;
import io.partnerflow.orders.Orders;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.EmailAddress;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NamedEmail;
import io.partnerflow.shared.NotFound;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** What the order desk asks resellers about accounts that could not be provided, and their answers. */
@ModuleService
public class ProvisioningQuestions {

    private static final int LONGEST_ANSWER = 2000;
    private static final int LONGEST_NAME = 100;

    private final Clarifications clarifications;
    private final Orders orders;
    private final Accounts accounts;
    private final Workflow workflow;
    private final AuditTrail audit;

    ProvisioningQuestions(
            Clarifications clarifications, Orders orders, Accounts accounts, Workflow workflow, AuditTrail audit) {
        this.clarifications = clarifications;
        this.orders = orders;
        this.accounts = accounts;
        this.workflow = workflow;
        this.audit = audit;
    }

    /**
     * The question that waits for the reseller's answer; empty if none does.
     *
     * @throws NotFound if there is no such order, or it is another reseller's
     */
    @Transactional(readOnly = true)
    public Optional<String> open(UUID reseller, String order) {
        orders.get(reseller, order);
        return waiting(order).map(Clarification::question);
    }

    /** Whether the answer may name another person to log in first: there is no account yet. */
    @Transactional(readOnly = true)
    public boolean mayNameFirstUser(String order) {
        return orders.get(order).trialNumber() == null && accounts.find(order).isEmpty();
    }

    /**
     * What the reseller answers.
     *
     * @param words null or blank for none
     * @param email of who shall log in first; null or blank to leave it as it is
     * @param name of that person
     * @param by e-mail address of the user
     */
    public record Answer(
            @Nullable String words,
            @Nullable String email,
            @Nullable String name,
            String by) {}

    /**
     * Takes the answer: the step that failed is tried again at once.
     *
     * @throws NotFound if there is no such order, or it is another reseller's
     * @throws Conflict {@code provisioning-not-asked} if nothing is asked, or no more
     * @throws Invalid on {@code answer} or {@code email}
     */
    public void answer(UUID reseller, String order, Answer given) {
        orders.get(reseller, order);
        var about = waiting(order).orElseThrow(() -> new Conflict("provisioning-not-asked", order));
        var firstUser = checked(order, given);
        if (!clarifications.answer(about, blankToNull(given.words()), firstUser, given.by())) {
            throw new Conflict("provisioning-not-asked", order);
        }
        orders.reached(order, Milestone.ACCOUNT_ANSWERED);
        workflow.correlate(ProvisioningProcess.CLARIFIED, order);
        audit.record("provisioning-answered", order, firstUser == null ? null : "another first user");
    }

    private Optional<Clarification> waiting(String order) {
        return clarifications
                .latest(order)
                .filter(Clarification::waitsForAnswer)
                .filter(asked -> workflow.waitsFor(ProvisioningProcess.CLARIFIED, order));
    }

    private @Nullable NamedEmail checked(String order, Answer given) {
        var problems = new Invalid.Collector();
        var words = blankToNull(given.words());
        var typed = blankToNull(given.email());
        var name = given.name() == null ? "" : given.name().strip();
        if (words == null && typed == null) {
            problems.reject("answer", "answer-or-address", null);
        }
        if (words != null && words.length() > LONGEST_ANSWER) {
            problems.reject("answer", "too-long", null, LONGEST_ANSWER);
        }
        if (name.length() > LONGEST_NAME) {
            problems.reject("name", "too-long", null, LONGEST_NAME);
        }
        var email = typed == null ? null : EmailAddress.parse(typed).orElse(null);
        if (typed != null && email == null) {
            problems.reject("email", "email", typed);
        } else if (typed != null && !mayNameFirstUser(order)) {
            problems.reject("email", "account-exists", typed);
        }
        problems.throwIfAny();
        return email == null ? null : new NamedEmail(name, email);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
