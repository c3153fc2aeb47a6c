package io.partnerflow.trials;

import static java.time.temporal.ChronoUnit.MICROS;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.engine.Workflow;
import io.partnerflow.numbering.NumberSeries;
import io.partnerflow.programmes.ProgrammePolicy;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.VendorCalendar;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.annotation.Transactional;

/** What resellers do with trials. A trial of another reseller does not exist for them. */
@ModuleService
public class TrialManagement {

    private final Trials trials;
    private final TrialCheck check;
    private final Programmes programmes;
    private final NumberSeries numbers;
    private final Workflow workflow;
    private final VendorCalendar calendar;
    private final AuditTrail audit;

    TrialManagement(
            Trials trials,
            TrialCheck check,
            Programmes programmes,
            NumberSeries numbers,
            Workflow workflow,
            VendorCalendar calendar,
            AuditTrail audit) {
        this.trials = trials;
        this.check = check;
        this.programmes = programmes;
        this.numbers = numbers;
        this.workflow = workflow;
        this.calendar = calendar;
        this.audit = audit;
    }

    /**
     * Starts a trial (P-25): the account is made and its people written to a moment later.
     *
     * @return its number
     * @throws Invalid with every bad field, named as the caller names them
     * @throws Conflict if the customer has a trial under the programme already
     */
    public String start(TrialWish asked, TrialFields fields) {
        var wish = check.check(asked, fields);
        trials.openOf(wish.customer(), wish.policy().code()).ifPresent(open -> {
            throw alreadyOpen(wish.reseller(), open);
        });
        var number = numbers.next("TR");
        try {
            trials.saveAndFlush(Trial.start(number, wish, calendar.now().truncatedTo(MICROS), calendar.today()));
        } catch (DataIntegrityViolationException twoAtOnce) {
            throw new Conflict("customer-has-trial");
        }
        workflow.start(TrialProcess.TRIAL_STARTED, number);
        audit.record("trial-started", number, wish.people().size() + " users");
        return number;
    }

    private static Conflict alreadyOpen(UUID reseller, Trial open) {
        var view = open.view();
        return view.reseller().equals(reseller)
                ? new Conflict("trial-already-open", view.number())
                : new Conflict("customer-has-trial");
    }

    /**
     * From now on exactly these people can log in (P-26).
     *
     * @param usersField what the caller calls the list
     * @throws Conflict if the trial is not running
     */
    public void changeUsers(UUID reseller, String number, List<TrialPerson> people, String usersField) {
        var trial = trials.get(reseller, number);
        var problems = new Invalid.Collector();
        var view = trial.view();
        var policy = Optional.of(programmes.get(view.programme(), view.policyVersion()));
        check.checkPeople(policy, people, new TrialFields("", "", "", usersField), problems);
        problems.throwIfAny();
        trial.changeUsers(people);
        trials.saveAndFlush(trial);
        if (trial.status() == TrialStatus.IN_USE) {
            workflow.correlate(TrialProcess.TRIAL_USERS_CHANGED, number);
        }
        audit.record("trial-users-changed", number, people.size() + " users");
    }

    /**
     * Moves the end (PA-1).
     *
     * @param moreDays 1 up to what the programme allows
     * @throws Conflict if the trial is not running, or was extended as often as the programme allows
     */
    public void extend(UUID reseller, String number, int moreDays) {
        var trial = trials.get(reseller, number);
        var limits = limits(trial.view());
        if (moreDays < 1 || moreDays > limits.longestExtensionDays()) {
            throw new Invalid(List.of(Invalid.Field.of(
                            "days", "extension-length", "invalid.extension-length", limits.longestExtensionDays())
                    .rejecting(moreDays)));
        }
        trial.extend(moreDays, limits.extensions());
        trials.saveAndFlush(trial);
        workflow.correlate(TrialProcess.TRIAL_EXTENDED, number);
        audit.record("trial-extended", number, moreDays + " days");
    }

    /** @throws NotFound if there is none, or it is another reseller's */
    @Transactional(readOnly = true)
    public TrialView get(UUID reseller, String number) {
        return trials.get(reseller, number).view();
    }

    /** Every trial the reseller has given the customer, latest first. */
    @Transactional(readOnly = true)
    public List<TrialView> of(UUID reseller, UUID customer) {
        return trials.of(reseller, customer).stream().map(Trial::view).toList();
    }

    /** How many more times the reseller may extend it, if it runs. */
    public int extensionsLeft(TrialView trial) {
        return Math.max(0, limits(trial).extensions() - trial.extensions());
    }

    /** By how many days one extension may move the end. */
    public int longestExtension(TrialView trial) {
        return limits(trial).longestExtensionDays();
    }

    /** @throws Conflict if the trial is not running, or was extended as often as the programme allows */
    void requireExtendable(TrialView trial) {
        trials.get(trial.number()).requireExtendable(limits(trial).extensions());
    }

    private ProgrammePolicy.Trial limits(TrialView trial) {
        return programmes.get(trial.programme(), trial.policyVersion()).trial();
    }
}
