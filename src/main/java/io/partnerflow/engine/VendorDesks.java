package io.partnerflow.engine;

import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.ALL;
import static org.camunda.bpm.engine.authorization.Permissions.READ;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.BatchPermissions;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.stereotype.Component;

/**
 * The groups staff belong to, each with as few rights as its work needs. The right to see and do a task comes with the
 * task itself, through its candidate group. Created once; what an administrator changes later stays changed.
 */
@Component
class VendorDesks {

    /** Desks that have tasks, in the order a deal passes them. */
    static final List<String> DESKS =
            List.of("partner-managers", "order-desk", "contracts", "credit", "logistics", "billing");

    /** Processes a desk begins with a form, without being asked to by a task. */
    private static final Map<String, List<String>> BEGUN_BY =
            Map.of("billing", List.of("credit-note"), "order-desk", List.of("seat-exception"));

    /** What a desk may begin itself in Tasklist, by desk. */
    private static final Map<String, String> BEGINS = Map.of("contracts", "contract-change");

    static final String MANAGERS = "managers";
    static final String ADMINISTRATORS = "camunda-admin";

    private final IdentityService identity;
    private final DeskRights rights;
    private final DeskFilters filters;
    private final DeskNames names;

    VendorDesks(IdentityService identity, DeskRights rights, DeskFilters filters, DeskNames names) {
        this.identity = identity;
        this.rights = rights;
        this.filters = filters;
        this.names = names;
    }

    void open() {
        openAdministration();
        openManagement();
        DESKS.forEach(this::openDesk);
    }

    private void openDesk(String desk) {
        if (createGroup(desk, "WORKFLOW")) {
            rights.grant(desk, Resources.APPLICATION, "tasklist", ACCESS);
            rights.grant(desk, Resources.PROCESS_DEFINITION, "*", READ); // the drawing beside a task
            filters.createForDesk(desk);
            BEGUN_BY.getOrDefault(desk, List.of()).forEach(process -> letBegin(desk, process));
        }
    }

    private void letBegin(String desk, String process) {
        rights.grant(desk, Resources.PROCESS_DEFINITION, process, READ, Permissions.CREATE_INSTANCE);
        rights.grant(desk, Resources.PROCESS_INSTANCE, "*", Permissions.CREATE);
    }

    /** Managers read every process and let a failed step try again. They decide nothing in a desk's place. */
    private void openManagement() {
        if (!createGroup(MANAGERS, "WORKFLOW")) {
            return;
        }
        filters.createForManagers();
        rights.grant(MANAGERS, Resources.APPLICATION, "tasklist", ACCESS);
        rights.grant(MANAGERS, Resources.APPLICATION, "cockpit", ACCESS);
        rights.grant(
                MANAGERS,
                Resources.PROCESS_DEFINITION,
                "*",
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.READ_TASK,
                ProcessDefinitionPermissions.READ_HISTORY,
                ProcessDefinitionPermissions.RETRY_JOB);
        rights.grant(
                MANAGERS,
                Resources.PROCESS_INSTANCE,
                "*",
                ProcessInstancePermissions.READ,
                ProcessInstancePermissions.RETRY_JOB);
        rights.grant(
                MANAGERS, Resources.BATCH, "*", BatchPermissions.READ, BatchPermissions.CREATE_BATCH_SET_JOB_RETRIES);
        rights.grant(MANAGERS, Resources.DECISION_DEFINITION, "*", READ, Permissions.READ_HISTORY);
        rights.grant(MANAGERS, Resources.DECISION_REQUIREMENTS_DEFINITION, "*", READ);
        rights.grant(MANAGERS, Resources.DEPLOYMENT, "*", READ);
        rights.grant(MANAGERS, Resources.USER, "*", READ);
        rights.grant(MANAGERS, Resources.GROUP, "*", READ);
    }

    private void openAdministration() {
        if (createGroup(ADMINISTRATORS, "SYSTEM")) {
            for (var resource : Resources.values()) {
                rights.grant(ADMINISTRATORS, resource, "*", ALL);
            }
        }
    }

    private boolean createGroup(String id, String type) {
        if (identity.createGroupQuery().groupId(id).count() > 0) {
            return false;
        }
        var group = identity.newGroup(id);
        group.setName(names.of(id));
        group.setType(type);
        identity.saveGroup(group);
        return true;
    }
}
