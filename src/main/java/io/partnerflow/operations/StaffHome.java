package io.partnerflow.operations;

import io.partnerflow.conversations.MessageDesk;
import io.partnerflow.documents.Vendor;
import io.partnerflow.engine.DeskLoad;
import io.partnerflow.engine.DeskNames;
import io.partnerflow.engine.StaffAccounts;
import io.partnerflow.engine.StaffPerson;
import io.partnerflow.mail.LetterStatus;
import io.partnerflow.mail.Outbox;
import io.partnerflow.shared.Formats;
import java.util.List;
import java.util.Locale;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where staff arrive: what lies on their desks, what has failed, and the way to the other rooms. */
@Controller
class StaffHome {

    private final DeskLoad work;
    private final DeskNames names;
    private final StaffAccounts accounts;
    private final Outbox outbox;
    private final Vendor vendor;
    private final MessageDesk messages;

    StaffHome(
            DeskLoad work,
            DeskNames names,
            StaffAccounts accounts,
            Outbox outbox,
            Vendor vendor,
            MessageDesk messages) {
        this.work = work;
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
        return work.failedSteps().stream()
                .map(step -> new FailedLine(
                        step.id(),
                        step.businessKey(),
                        formats.time(step.since()),
                        step.message(),
                        "/camunda/app/cockpit/default/#/process-instance/" + step.processInstance()
                                + "/runtime?tab=incidents-tab"))
                .toList();
    }

    record FailedLine(String id, String businessKey, String since, String message, String cockpit) {}

    record DeskLine(String name, long open, long overdue) {}
}
