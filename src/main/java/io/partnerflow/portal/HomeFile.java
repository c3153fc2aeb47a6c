package io.partnerflow.portal;

import io.partnerflow.access.Caller;
import io.partnerflow.deadlines.DeadlineFilter;
import io.partnerflow.deadlines.Deadlines;
import io.partnerflow.overview.Overview;
import io.partnerflow.overview.RecentChange;
import io.partnerflow.overview.WaitingWork;
import io.partnerflow.parties.Organisations;
import io.partnerflow.shared.Paging;
import io.partnerflow.shared.VendorCalendar;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What every home page shows: what waits, what has changed, what falls due. */
@Component
class HomeFile {

    private static final int MOST = 20;
    private static final int SHOWN = 6;
    private static final int CHANGES = 8;
    private static final int DUE = 8;
    private static final int DAYS_AHEAD = 60;

    private final Overview overview;
    private final Deadlines deadlines;
    private final Organisations organisations;
    private final VendorCalendar calendar;

    HomeFile(Overview overview, Deadlines deadlines, Organisations organisations, VendorCalendar calendar) {
        this.overview = overview;
        this.deadlines = deadlines;
        this.organisations = organisations;
        this.calendar = calendar;
    }

    /** Something to do, and the page where it is done. */
    record Todo(WaitingWork work, String path, boolean late) {}

    /** Something that has happened, and the page that shows it. */
    record News(RecentChange change, String path) {}

    Map<String, Object> of(Caller caller, ZoneId zone) {
        var organisation = caller.actingFor();
        var money = caller.acting().role().mayBill();
        var model = new HashMap<String, Object>();
        var todos = todos(caller, zone);
        model.put("organisation", organisations.get(organisation));
        model.put("todos", todos.stream().limit(SHOWN).toList());
        model.put("moreTodos", todos.stream().skip(SHOWN).toList());
        model.put(
                "news",
                overview.changes(organisation, money, zone, CHANGES).stream()
                        .map(change -> new News(
                                change, HomePaths.of(change, caller.acting().reseller())))
                        .toList());
        model.put("today", calendar.today());
        model.put("mayOrder", caller.acting().role().mayOrder());
        model.put("invoicesDue", money ? overview.invoicesDue(organisation, horizon(), DUE) : List.of());
        model.put("deadlines", caller.acting().reseller() ? deadlines(caller) : null);
        return model;
    }

    /** Through a link nobody answers who else wants one. */
    private List<Todo> todos(Caller caller, ZoneId zone) {
        return overview.waiting(caller.actingFor(), caller.acting().role().mayBill(), zone, MOST).stream()
                .filter(work -> work.kind() != WaitingWork.Kind.LINK_REQUEST
                        || caller.via().isEmpty())
                .filter(work -> caller.acting().reseller()
                        || work.kind() == WaitingWork.Kind.LINK_REQUEST
                        || work.kind() == WaitingWork.Kind.INVOICE_OVERDUE)
                .map(work -> new Todo(
                        work, HomePaths.of(work, caller.acting().role().mayOrder()), work.late(calendar.today())))
                .toList();
    }

    private @Nullable Object deadlines(Caller caller) {
        return deadlines.of(
                caller.reseller(), DeadlineFilter.between(calendar.today(), horizon()), new Paging(0, DUE, "day", ""));
    }

    private LocalDate horizon() {
        return calendar.today().plusDays(DAYS_AHEAD);
    }
}
