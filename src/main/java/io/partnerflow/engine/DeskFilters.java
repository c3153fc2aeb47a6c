package io.partnerflow.engine;

import static org.camunda.bpm.engine.authorization.Permissions.READ;

import io.partnerflow.shared.VendorLanguage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What a clerk finds on the left of Tasklist: the tasks of the own desk first, because Tasklist opens on the filter with
 * the lowest number, then the own tasks. Managers see all desks.
 *
 * <p>"My tasks" is one filter per person, made at the first log-in: a single one for all would need an expression in a
 * stored query, and those are switched off (CVE-2026-109432).
 */
@Component
class DeskFilters {

    private static final int EVERYTHING = 0;
    private static final int FIRST_DESK = 10;
    private static final int OWN = 100;

    private final TaskService tasks;
    private final FilterService filters;
    private final DeskRights rights;
    private final DeskNames names;
    private final MessageSource texts;
    private final Locale staff;

    DeskFilters(
            TaskService tasks,
            FilterService filters,
            DeskRights rights,
            DeskNames names,
            MessageSource texts,
            VendorLanguage staff) {
        this.tasks = tasks;
        this.filters = filters;
        this.rights = rights;
        this.names = names;
        this.texts = texts;
        this.staff = staff.locale();
    }

    void createForManagers() {
        var everything = save(text("everything"), null, EVERYTHING, open());
        rights.grant(VendorDesks.MANAGERS, Resources.FILTER, everything, READ);
    }

    void createForDesk(String desk) {
        var priority = FIRST_DESK + VendorDesks.DESKS.indexOf(desk);
        var query = open().taskCandidateGroup(desk).includeAssignedTasks();
        var filter = save(names.of(desk), null, priority, query);
        rights.grant(desk, Resources.FILTER, filter, READ);
        rights.grant(VendorDesks.MANAGERS, Resources.FILTER, filter, READ);
    }

    /** Makes the person's "My tasks", unless it is there. */
    void createFor(String person) {
        var mine = filters.createTaskFilterQuery().filterOwner(person).count() > 0;
        if (!mine) {
            save(text("mine", person), person, OWN, open().taskAssignee(person));
        }
    }

    private String save(String name, String owner, int priority, TaskQuery query) {
        var filter = filters.newTaskFilter(name);
        filter.setOwner(owner);
        filter.setQuery(query);
        filter.setProperties(
                Map.of("priority", priority, "refresh", true, "showUndefinedVariable", false, "variables", columns()));
        return filters.saveFilter(filter).getId();
    }

    private TaskQuery open() {
        return tasks.createTaskQuery()
                .active()
                .orderByDueDate()
                .asc()
                .orderByTaskCreateTime()
                .asc();
    }

    /** The facts of a task that tell it from the next one in the list. A task shows those it has. */
    private List<Map<String, String>> columns() {
        return List.of("applicationNumber", "orderNumber", "organisationName", "customer", "reseller", "programmeName")
                .stream()
                .map(fact -> Map.of("name", fact, "label", text("column." + fact)))
                .toList();
    }

    private String text(String key, Object... args) {
        return texts.getMessage("engine.filter." + key, args, staff);
    }
}
