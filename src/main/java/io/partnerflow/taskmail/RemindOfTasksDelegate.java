package io.partnerflow.taskmail;

import io.partnerflow.engine.ProcessDelegate;
import io.partnerflow.engine.Step;
import org.springframework.stereotype.Component;

/** Tells everybody how things stand, if it is the morning of a working day. */
@Component
class RemindOfTasksDelegate extends ProcessDelegate {

    private final TaskReminders reminders;

    RemindOfTasksDelegate(TaskReminders reminders) {
        this.reminders = reminders;
    }

    @Override
    protected void perform(Step step) {
        reminders.tell();
    }
}
