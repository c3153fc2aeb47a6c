package io.partnerflow.taskmail;

import io.partnerflow.engine.StaffDirectory.Member;
import io.partnerflow.engine.TaskAssigned;
import io.partnerflow.engine.TaskOpened;
import io.partnerflow.mail.Letter;
import io.partnerflow.mail.Postman;
import io.partnerflow.shared.VendorLanguage;
import io.partnerflow.web.StaffSettings;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Letters about one task. */
@Component
class TaskLetters {

    private final Postman postman;
    private final StaffSettings settings;
    private final Locale staff;

    TaskLetters(Postman postman, StaffSettings settings, VendorLanguage staff) {
        this.postman = postman;
        this.settings = settings;
        this.staff = staff.locale();
    }

    /**
     * @param reader the group, or {@code @} and the person: who hears of a task once
     * @param standsInFor null for nobody
     */
    void opened(TaskOpened task, String reader, String address, String name, @Nullable String standsInFor) {
        postman.send(new Letter(
                "task-opened/" + task.taskId() + "/" + reader,
                address,
                name,
                "task-opened",
                staff,
                model(task.taskId(), task.name(), task.businessKey(), task.due(), standsInFor),
                task.businessKey()));
    }

    /** A task may be given to and fro: each time it is told again. */
    void assigned(TaskAssigned task, String by, Member reader, String address, @Nullable String standsInFor) {
        var model = model(task.taskId(), task.name(), task.businessKey(), task.due(), standsInFor);
        model.put("by", by);
        postman.send(new Letter(
                "task-assigned/%s/@%s/%d"
                        .formatted(task.taskId(), reader.id(), task.at().toEpochMilli()),
                address,
                reader.name(),
                "task-assigned",
                staff,
                model,
                task.businessKey()));
    }

    String link(String task) {
        return settings.url() + "/go/task/" + task;
    }

    private Map<String, Object> model(
            String id, String task, String number, @Nullable Instant due, @Nullable String standsInFor) {
        var model = new HashMap<String, Object>();
        model.put("task", task);
        model.put("number", number);
        model.put("link", link(id));
        if (due != null) {
            model.put("due", due);
        }
        if (standsInFor != null) {
            model.put("standsInFor", standsInFor);
        }
        return model;
    }
}
