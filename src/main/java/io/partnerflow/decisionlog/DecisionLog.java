package io.partnerflow.decisionlog;

import io.partnerflow.engine.DecisionTable;
import io.partnerflow.engine.DecisionTableFile;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.engine.ProcessModels;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.Page;
import io.partnerflow.shared.Paging;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** What tables have decided, to be read by whoever has to account for it at the vendor; never by resellers. */
@ModuleService
@Transactional(readOnly = true)
public class DecisionLog {

    private final DecisionEntries entries;
    private final DecisionSearch search;
    private final Map<String, DecisionTable> editions = ProcessModels.kept(100);

    DecisionLog(DecisionEntries entries, DecisionSearch search) {
        this.entries = entries;
        this.search = search;
    }

    /**
     * Which decisions are wanted; what is null or empty does not narrow the list.
     *
     * @param number of the case
     * @param table id of the decision
     * @param rule that hit, as people count
     * @param from first day, where the vendor is
     * @param to last day
     */
    public record Wanted(
            @Nullable String number,
            @Nullable String table,
            @Nullable Integer version,
            @Nullable Integer rule,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /**
     * The latest decisions about cases, latest first.
     *
     * @param numbers of the cases, such as an order and what has come of it
     */
    public List<DecisionSheet> about(Collection<String> numbers, int most) {
        return entries.about(numbers, most).stream().map(this::sheet).toList();
    }

    /** @throws NotFound if there is no such decision */
    public DecisionSheet sheet(long id) {
        return sheet(search.find(id).orElseThrow(() -> new NotFound("decision", id)));
    }

    /** Latest first. */
    public Page<DecisionSheet> list(Wanted wanted, Paging page) {
        return search.list(wanted, page).map(this::sheet);
    }

    /** Ids of the tables that have ever decided something, in alphabetical order. */
    public List<String> tables() {
        return search.tables();
    }

    private DecisionSheet sheet(LoggedDecision decision) {
        var table = ProcessModels.of(
                editions,
                decision.edition().toString(),
                edition ->
                        DecisionTableFile.of(entries.source(decision.edition())).table());
        return new DecisionSheet(decision, table);
    }
}
