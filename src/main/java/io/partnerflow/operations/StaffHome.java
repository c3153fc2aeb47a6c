package io.partnerflow.operations;

import io.partnerflow.conversations.MessageDesk;
import io.partnerflow.documents.Vendor;
import io.partnerflow.engine.DeskLoad;
import io.partnerflow.engine.DeskNames;
import io.partnerflow.engine.FailedWork;
import io.partnerflow.engine.StaffAccounts;
import io.partnerflow.engine.StaffPerson;
import io.partnerflow.mail.LetterStatus;
import io.partnerflow.mail.Outbox;
import io.partnerflow.shared.Formats;
import io.partnerflow.shared.Paging;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where staff arrive: what lies on their desks, what has failed, and the way to the other rooms. */
@Controller
class StaffHome {

    private static final int LATEST = 5;

    private final DeskLoad work;
    private final FailedWork failed;
    private final DeskNames names;
    private final StaffAccounts accounts;
    private final Outbox outbox;
    private final Vendor vendor;
    private final MessageDesk messages;

    StaffHome(
            DeskLoad work,
            FailedWork failed,
            DeskNames names,
            StaffAccounts accounts,
            Outbox outbox,
            Vendor vendor,
            MessageDesk messages) {
        this.work = work;
        this.failed = failed;
        this.names = names;
        this.accounts = accounts;
        this.outbox = outbox;
        this.vendor = vendor;
        this.messages = messages;
    }

    @GetMapping("/staff")
    String home(Authentication login, Model page, Locale language) {
        var person = StaffPerson.of(login);
        page.addAttribute("name", accounts.nameOf(login.getName()));
        page.addAttribute("person", person);
        page.addAttribute("desks", desksOf(person));
        page.addAttribute("failed", person.seesEverything() ? failedSteps(language) : List.of());
        page.addAttribute("failedCount", person.seesEverything() ? work.failedCount() : 0);
        page.addAttribute("refusedLetters", outbox.count(LetterStatus.REFUSED));
        page.addAttribute("messagesWaiting", messagesFor(person));
        return "staff/home";
    }

    private List<DeskLine> desksOf(StaffPerson person) {
        return work.desks().stream()
                .filter(desk -> person.seesEverything() || person.belongsTo(desk.id()))
                .map(desk -> new DeskLine(names.of(desk.id()), desk.open(), desk.overdue()))
                .toList();
    }

    private int messagesFor(StaffPerson person) {
        return person.seesEverything()
                ? messages.waiting(null)
                : MessageDesk.desks().stream()
                        .filter(person::belongsTo)
                        .mapToInt(messages::waiting)
                        .sum();
    }

    private List<FailedLine> failedSteps(Locale language) {
        var formats = new Formats(language, vendor.timeZone());
        return failed.list(FailedWork.Wanted.allSteps(), new Paging(0, LATEST, null, "")).items().stream()
                .map(step -> new FailedLine(
                        step.id(),
                        Objects.requireNonNullElse(step.businessKey(), step.processName()),
                        formats.time(step.since()),
                        step.message()))
                .toList();
    }

    /** @param number of the case, or the name of its process; empty for what the engine does for itself */
    record FailedLine(String id, String number, String since, String message) {}

    record DeskLine(String name, long open, long overdue) {}
}
