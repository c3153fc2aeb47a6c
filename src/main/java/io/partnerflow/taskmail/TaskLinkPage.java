package io.partnerflow.taskmail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import io.partnerflow.diagrams.ModelNames;
import io.partnerflow.documents.Vendor;
import io.partnerflow.engine.DeskNames;
import io.partnerflow.engine.OpenTaskList;
import io.partnerflow.engine.OpenTaskList.OpenTask;
import io.partnerflow.engine.StaffAccounts;
import io.partnerflow.engine.StaffPerson;
import io.partnerflow.engine.TaskEnds;
import io.partnerflow.engine.TaskEnds.TaskEnd;
import io.partnerflow.shared.Formats;
import io.partnerflow.web.StaffRoom;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.util.UriUtils;

/**
 * Where the link in a mail leads, also after the log-in: Tasklist's own address, with its place behind the #, would not
 * survive that. Who comes too late reads what has become of the task.
 */
@Controller
@StaffRoom
class TaskLinkPage {

    private final OpenTaskList tasks;
    private final TaskEnds ends;
    private final StaffAccounts accounts;
    private final DeskNames names;
    private final ModelNames modelNames;
    private final MessageSource messages;
    private final Vendor vendor;

    TaskLinkPage(
            OpenTaskList tasks,
            TaskEnds ends,
            StaffAccounts accounts,
            DeskNames names,
            ModelNames modelNames,
            MessageSource messages,
            Vendor vendor) {
        this.tasks = tasks;
        this.ends = ends;
        this.accounts = accounts;
        this.names = names;
        this.modelNames = modelNames;
        this.messages = messages;
        this.vendor = vendor;
    }

    @GetMapping("/go/task/{id}")
    String task(@PathVariable String id, Authentication login, Locale language, Model page) {
        var known = id.matches("[0-9a-f-]{1,64}");
        var open = known ? tasks.find(id).orElse(null) : null;
        if (open == null) {
            return gone(known ? ends.find(id).orElse(null) : null, StaffPerson.of(login), language, page);
        }
        if (mayDo(StaffPerson.of(login), open)) {
            return "redirect:/camunda/app/tasklist/default/#/?task=" + id;
        }
        page.addAttribute("task", modelNames.of(open.name(), language));
        page.addAttribute("desks", open.desks().stream().sorted().map(names::of).collect(joining(", ")));
        return "staff/task-elsewhere";
    }

    private static boolean mayDo(StaffPerson person, OpenTask task) {
        return person.seesEverything()
                || person.id().equals(task.assignee())
                || task.desks().stream().anyMatch(person::belongsTo);
    }

    private String gone(TaskEnd end, StaffPerson reader, Locale language, Model page) {
        page.addAttribute("end", end);
        if (end != null && end.number() != null && reader.seesEverything()) {
            page.addAttribute("casePage", "/staff/history/" + UriUtils.encodePathSegment(end.number(), UTF_8));
        }
        page.addAttribute("what", inWords(end, language));
        return "staff/task-gone";
    }

    private String inWords(TaskEnd end, Locale language) {
        if (end == null) {
            return text("unknown", language);
        }
        var when = new Formats(language, vendor.timeZone()).time(end.endedAt());
        var name = modelNames.of(end.name(), language);
        if (!end.done()) {
            return text("needless", language, name, when);
        }
        return end.person() == null
                ? text("done", language, name, when)
                : text("by", language, accounts.nameOf(end.person()), name, when);
    }

    private String text(String key, Locale language, Object... args) {
        return messages.getMessage("taskmail.gone." + key, args, language);
    }
}
