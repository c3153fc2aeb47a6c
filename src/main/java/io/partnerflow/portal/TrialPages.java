package io.partnerflow.portal;

import io.partnerflow.access.CurrentCaller;
import io.partnerflow.accounts.Accounts;
import io.partnerflow.parties.Organisations;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.trials.DataReturns;
import io.partnerflow.trials.TrialManagement;
import io.partnerflow.trials.TrialStatus;
import io.partnerflow.trials.TrialView;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One trial: where it is, who can log in, what can be done now. */
@Controller
class TrialPages {

    private final TrialManagement trials;
    private final DataReturns returns;
    private final Accounts accounts;
    private final Organisations organisations;
    private final History history;
    private final LivePictures pictures;
    private final CurrentCaller callers;
    private final VendorCalendar calendar;
    private final ConversationCard conversation;

    TrialPages(
            TrialManagement trials,
            DataReturns returns,
            Accounts accounts,
            Organisations organisations,
            History history,
            LivePictures pictures,
            CurrentCaller callers,
            VendorCalendar calendar,
            ConversationCard conversation) {
        this.trials = trials;
        this.returns = returns;
        this.accounts = accounts;
        this.organisations = organisations;
        this.history = history;
        this.pictures = pictures;
        this.callers = callers;
        this.calendar = calendar;
        this.conversation = conversation;
    }

    @GetMapping("/trials/{number}")
    String one(@PathVariable String number, Model model, Locale language) {
        var caller = callers.require();
        var trial = trials.get(caller.reseller(), number);
        model.addAttribute("trial", trial);
        model.addAttribute("customer", organisations.get(trial.customer()));
        model.addAttribute("daysLeft", trial.daysLeft(calendar.today()));
        model.addAttribute("extensionsLeft", trials.extensionsLeft(trial));
        model.addAttribute("account", accounts.find(number).orElse(null));
        model.addAttribute("heldUp", trial.status() == TrialStatus.STARTING && wasRefused(number));
        model.addAttribute("returns", returns.of(number));
        model.addAttribute("history", history.of(List.of(number), language));
        model.addAttribute("mayOrder", caller.acting().role().mayOrder());
        model.addAttribute("orderable", orderable(trial));
        model.addAttribute("live", pictures.of(caller, number, language));
        model.addAttribute("conversation", conversation.of(caller, number));
        return "portal/trials-one";
    }

    /** Whether the last try to make the account was answered with no. */
    private boolean wasRefused(String number) {
        var attempts = accounts.attempts(number);
        return !attempts.isEmpty()
                && Boolean.FALSE.equals(attempts.get(attempts.size() - 1).succeeded());
    }

    private static boolean orderable(TrialView trial) {
        return trial.orderNumber() == null
                && trial.status() != TrialStatus.STARTING
                && trial.status() != TrialStatus.PURGED;
    }
}
