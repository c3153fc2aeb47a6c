package io.partnerflow.trials;

import static java.time.temporal.ChronoUnit.DAYS;

import io.partnerflow.accounts.Accounts;
import io.partnerflow.accounts.NewAccount;
import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.parties.Organisations;
import io.partnerflow.programmes.ProgrammePolicy;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.shared.NamedEmail;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.shared.VendorLanguage;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** What the steps of a trial's process do. */
@ModuleService
class TrialLifecycle {

    private final Trials trials;
    private final Accounts accounts;
    private final Organisations organisations;
    private final Programmes programmes;
    private final TrialLetters letters;
    private final VendorCalendar calendar;
    private final AuditTrail audit;
    private final Locale staff;
    private final MessageSource messages;

    TrialLifecycle(
            Trials trials,
            Accounts accounts,
            Organisations organisations,
            Programmes programmes,
            TrialLetters letters,
            VendorCalendar calendar,
            AuditTrail audit,
            MessageSource messages,
            VendorLanguage staff) {
        this.trials = trials;
        this.accounts = accounts;
        this.organisations = organisations;
        this.programmes = programmes;
        this.letters = letters;
        this.calendar = calendar;
        this.audit = audit;
        this.messages = messages;
        this.staff = staff.locale();
    }

    /** @return when to remind, and when it ends */
    TrialMoments createAccount(String number) {
        var trial = trials.get(number);
        var customer = organisations.get(trial.view().customer());
        var place = customer.address().line1() + ", " + customer.address().city();
        var isNew =
                accounts.open(new NewAccount(number, customer.id(), customer.name(), place, people(trial), List.of()));
        if (!isNew) {
            // an earlier try made it, perhaps before the list of people was corrected
            setUsers(trial);
        }
        trial.use(calendar.today());
        trials.saveAndFlush(trial);
        audit.record("trial-account-created", number, null);
        return momentsOfEnd(trial);
    }

    void sendLoginDetails(String number) {
        var trial = trials.get(number);
        var account = accounts.find(number).orElseThrow();
        letters.loginDetails(trial.view(), trial.users(), account.loginAddress());
    }

    void adjustUsers(String number) {
        var trial = trials.get(number);
        if (trial.status() == TrialStatus.IN_USE) {
            setUsers(trial);
            sendLoginDetails(number);
        }
    }

    private void setUsers(Trial trial) {
        accounts.setUsers(trial.view().number(), String.valueOf(trial.usersRevision()), people(trial));
    }

    private static List<NamedEmail> people(Trial trial) {
        return trial.users().stream().map(user -> user.person().who()).toList();
    }

    void remindOfEnd(String number) {
        var trial = trials.get(number);
        var days = trial.view().daysLeft(calendar.today());
        if (days > 0) {
            letters.endsSoon(trial.view(), days);
        }
    }

    /** @return when to remind, and when it ends now */
    TrialMoments extended(String number) {
        var trial = trials.get(number);
        letters.extended(trial.view());
        return momentsOfEnd(trial);
    }

    /** @return when to warn, and when everything goes */
    TrialMoments deactivate(String number) {
        var trial = trials.get(number);
        trial.deactivate();
        trials.saveAndFlush(trial);
        accounts.suspend(number, "trial-end-" + trial.dates().inactiveFrom());
        letters.inactive(trial.view());
        audit.record("trial-deactivated", number, null);
        return TrialMoments.ofPurge(trial.dates(), policy(trial), calendar);
    }

    void warnOfPurge(String number) {
        var trial = trials.get(number);
        var days = DAYS.between(calendar.today(), trial.dates().purgeOn());
        if (days > 0) {
            letters.purgeSoon(trial.view(), days);
        }
    }

    /**
     * Does nothing if an order has taken the account over at the last moment.
     *
     * @throws PurgeWaits if an order about it is still open
     */
    void purge(String number) {
        var trial = trials.get(number);
        if (trial.status() == TrialStatus.CONVERTED) {
            return;
        }
        if (trial.view().orderNumber() != null) {
            throw new PurgeWaits(messages.getMessage(
                    "trial.purge-waits", new Object[] {number, trial.view().orderNumber()}, staff));
        }
        trial.purge(calendar.now());
        trials.saveAndFlush(trial);
        accounts.purge(number);
        letters.purged(trial.view());
        audit.record("trial-purged", number, null);
    }

    private TrialMoments momentsOfEnd(Trial trial) {
        return TrialMoments.ofEnd(trial.dates(), policy(trial), calendar);
    }

    private ProgrammePolicy.Trial policy(Trial trial) {
        var view = trial.view();
        return programmes.get(view.programme(), view.policyVersion()).trial();
    }
}
