package io.partnerflow.costs;

import io.partnerflow.access.Caller;
import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Forbidden;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.Listing;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.Page;
import io.partnerflow.shared.Paging;
import io.partnerflow.shared.Typed;
import io.partnerflow.subscriptions.CostGroupAssignment;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** The projects and departments an organisation spreads its costs over, and which contract belongs to which (HA-10). */
@ModuleService
public class CostGroups {

    private final CostGroupAssignment assignment;
    private final JdbcClient database;
    private final AuditTrail audit;
    private final Clock clock;

    CostGroups(CostGroupAssignment assignment, JdbcClient database, AuditTrail audit, Clock clock) {
        this.assignment = assignment;
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param reference what stands on invoices */
    public record Group(String reference, String name) {}

    /** @param group reference of its group; null if it belongs to none */
    public record Paid(
            String number,
            String customer,
            boolean active,
            @Nullable String group) {}

    /**
     * By reference.
     *
     * @throws Forbidden if the caller has nothing to do with money
     */
    @Transactional(readOnly = true)
    public List<Group> of(Caller caller) {
        return database.sql("SELECT reference, name FROM cost_group WHERE organisation_id = ? ORDER BY reference")
                .param(caller.mustBeAbleToSeeInvoices().actingFor())
                .query((row, number) -> new Group(row.getString("reference"), row.getString("name")))
                .list();
    }

    /**
     * @param reference unique in the organisation, at most 64 characters; it never changes
     * @throws Invalid at {@code reference}, {@code name}
     * @throws Conflict {@code cost-group-exists}
     */
    public void add(Caller caller, @Nullable String reference, @Nullable String name) {
        var organisation = caller.mustBeAbleToSeeInvoices().actingFor();
        var problems = new Invalid.Collector();
        var checkedReference = Typed.line("reference", reference, 64, problems);
        var checkedName = Typed.line("name", name, 200, problems);
        problems.throwIfAny();
        var added = database.sql("""
                        INSERT INTO cost_group (organisation_id, reference, name, created_at) VALUES (?, ?, ?, ?)
                        ON CONFLICT DO NOTHING""")
                .params(
                        organisation,
                        checkedReference,
                        checkedName,
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        if (added == 0) {
            throw new Conflict("cost-group-exists", checkedReference);
        }
        audit.record("cost-group-added", organisation.toString(), checkedReference);
    }

    /** The contracts the organisation pays for, running ones first. */
    @Transactional(readOnly = true)
    public Page<Paid> contracts(Caller caller, Paging paging) {
        var payer = caller.mustBeAbleToSeeInvoices().actingFor();
        var found = Listing.of("subscription s", paging)
                .where("s.payer = :payer", "payer", payer)
                .searched("s.search")
                .by("s.status, s.customer_sort, s.number");
        var items = database.sql(found.rows(
                        "s.number, c.name, s.status, s.cost_group", "JOIN organisation c ON c.id = s.customer_id"))
                .params(found.params())
                .query((row, number) -> new Paid(
                        row.getString("number"),
                        row.getString("name"),
                        "ACTIVE".equals(row.getString("status")),
                        row.getString("cost_group")))
                .list();
        var total = database.sql(found.count())
                .params(found.params())
                .query(Long.class)
                .single();
        return Page.of(items, paging, total);
    }

    /**
     * From the next invoice on the contract counts for this group.
     *
     * @param reference empty for none
     * @throws NotFound if there is no such group, no such contract, or somebody else pays for it
     */
    public void assign(Caller caller, String contract, @Nullable String reference) {
        var organisation = caller.mustBeAbleToSeeInvoices().actingFor();
        var group = reference == null || reference.isBlank() ? null : reference;
        if (group != null
                && of(caller).stream().noneMatch(known -> known.reference().equals(group))) {
            throw new NotFound("cost-group", group);
        }
        assignment.assign(organisation, contract, group);
    }
}
