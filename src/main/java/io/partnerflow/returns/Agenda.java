package io.partnerflow.returns;

import io.partnerflow.engine.OpenTasks;
import io.partnerflow.returns.ReturnView.Kind;
import io.partnerflow.returns.ReturnedDevice.State;
import io.partnerflow.subscriptions.Subscriptions;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What is to be done next about a return, by the states of its devices. */
@Component
class Agenda {

    /** The codes the model's gateways ask for, and the tasks they lead to. */
    enum Work {
        INSPECT,
        WIPE,
        UNLOCK,
        RECEIVE,
        WAIT,
        COMPLETE;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private static final Map<Work, String> TASKS = Map.of(
            Work.INSPECT, "userTask_inspectDevices",
            Work.WIPE, "userTask_wipeDevices",
            Work.UNLOCK, "userTask_checkLockedDevices",
            Work.RECEIVE, "userTask_receiveDevices");

    private final ReturnedDeviceRows devices;
    private final Subscriptions subscriptions;
    private final OpenTasks tasks;

    Agenda(ReturnedDeviceRows devices, Subscriptions subscriptions, OpenTasks tasks) {
        this.devices = devices;
        this.subscriptions = subscriptions;
        this.tasks = tasks;
    }

    /** What has arrived goes first, what is waited for last. */
    Work next(ReturnView head) {
        var all = devices.of(head.number());
        if (any(all, State.RECEIVED)) {
            return Work.INSPECT;
        }
        if (any(all, State.INSPECTED) || any(all, State.WIPED)) {
            return Work.WIPE;
        }
        if (any(all, State.LOCKED)) {
            return Work.UNLOCK;
        }
        if (any(all, State.ANNOUNCED)) {
            return Work.RECEIVE;
        }
        return head.kind() == Kind.CONTRACT
                        && subscriptions.get(head.subscription()).active()
                ? Work.WAIT
                : Work.COMPLETE;
    }

    /** Ends the task whose work is done, so that the process asks for what is next. */
    void moveOn(ReturnView head, String person) {
        var wanted = TASKS.get(next(head));
        tasks.about(head.number()).stream()
                .filter(TASKS::containsValue)
                .filter(open -> !open.equals(wanted))
                .forEach(done -> tasks.complete(done, head.number(), person));
    }

    private static boolean any(List<ReturnedDevice> all, State state) {
        return all.stream().anyMatch(device -> device.state() == state);
    }
}
