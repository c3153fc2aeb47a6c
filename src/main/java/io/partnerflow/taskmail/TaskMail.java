package io.partnerflow.taskmail;

import io.partnerflow.engine.DeskNames;
import io.partnerflow.engine.StaffDirectory;
import io.partnerflow.engine.StaffDirectory.Member;
import io.partnerflow.engine.TaskAssigned;
import io.partnerflow.engine.TaskOpened;
import io.partnerflow.web.StaffSettings;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells by mail that there is something to do, once per task and reader: the desk at its own address, those of its people
 * who want to hear of each task, and the person a task was given to by somebody else.
 */
@Component
class TaskMail {

    private final TaskLetters letters;
    private final StaffSettings settings;
    private final DeskNames names;
    private final StaffDirectory directory;
    private final MailChoices choices;
    private final Absences absences;

    TaskMail(
            TaskLetters letters,
            StaffSettings settings,
            DeskNames names,
            StaffDirectory directory,
            MailChoices choices,
            Absences absences) {
        this.letters = letters;
        this.settings = settings;
        this.names = names;
        this.directory = directory;
        this.choices = choices;
        this.absences = absences;
    }

    @EventListener
    void on(TaskOpened task) {
        settings.emailOf(task.group())
                .ifPresent(address -> letters.opened(task, task.group(), address, names.of(task.group()), null));
        if (choices.mayBeWantedAtOnce(task.group())) {
            tellPeople(task);
        }
    }

    @EventListener
    void on(TaskAssigned task) {
        directory
                .find(task.assignee())
                .filter(member -> !choices.all().wantsNone(member.id()))
                .ifPresent(member -> {
                    var reader = absences.today()
                            .of(member.id())
                            .flatMap(directory::find)
                            .orElse(member);
                    var by = directory.find(task.by()).map(Member::name).orElse(task.by());
                    Reached.at(reader)
                            .ifPresent(address -> letters.assigned(task, by, reader, address, behind(reader, member)));
                });
    }

    private void tellPeople(TaskOpened task) {
        var chosen = choices.all();
        var standIns = absences.today();
        directory.membersOf(task.group()).stream()
                .filter(member -> chosen.of(member.id(), task.group()) == MailChoice.AT_ONCE)
                .forEach(member -> {
                    var reader =
                            standIns.of(member.id()).flatMap(directory::find).orElse(member);
                    Reached.at(reader)
                            .ifPresent(address -> letters.opened(
                                    task, "@" + reader.id(), address, reader.name(), behind(reader, member)));
                });
    }

    /** Whose mail it would have been; null for the reader's own. */
    private static String behind(Member reader, Member member) {
        return reader.id().equals(member.id()) ? null : member.name();
    }
}
