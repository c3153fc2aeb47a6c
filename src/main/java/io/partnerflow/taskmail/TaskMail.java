package io.partnerflow.taskmail;

import io.partnerflow.engine.DeskNames;
import io.partnerflow.engine.TaskOpened;
import io.partnerflow.mail.Letter;
import io.partnerflow.mail.Postman;
import io.partnerflow.shared.VendorLanguage;
import io.partnerflow.web.StaffSettings;
import java.util.HashMap;
import java.util.Locale;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells a desk by mail that there is something to do, once per task. */
@Component
class TaskMail {

    private final Postman postman;
    private final DeskNames desks;
    private final StaffSettings settings;
    private final Locale staff;

    TaskMail(Postman postman, DeskNames desks, StaffSettings settings, VendorLanguage staff) {
        this.postman = postman;
        this.desks = desks;
        this.settings = settings;
        this.staff = staff.locale();
    }

    @EventListener
    void on(TaskOpened task) {
        settings.emailOf(task.group()).ifPresent(address -> postman.send(letter(task, address)));
    }

    private Letter letter(TaskOpened task, String address) {
        var model = new HashMap<String, Object>();
        model.put("task", task.name());
        model.put("number", task.businessKey());
        model.put("link", settings.url() + "/go/task/" + task.taskId());
        if (task.due() != null) {
            model.put("due", task.due());
        }
        return new Letter(
                "task-opened/" + task.taskId() + "/" + task.group(),
                address,
                desks.of(task.group()),
                "task-opened",
                staff,
                model,
                task.businessKey());
    }
}
