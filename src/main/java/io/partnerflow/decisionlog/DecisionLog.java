package io.partnerflow.decisionlog;

import io.partnerflow.engine.ModuleService;
import java.util.Collection;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;

/** What tables have decided, to be read by whoever has to account for it at the vendor; never by resellers. */
@ModuleService
@Transactional(readOnly = true)
public class DecisionLog {

    private final DecisionEntries entries;

    DecisionLog(DecisionEntries entries) {
        this.entries = entries;
    }

    /**
     * The latest decisions about cases, latest first.
     *
     * @param numbers of the cases, such as an order and what has come of it
     */
    public List<LoggedDecision> about(Collection<String> numbers, int most) {
        return entries.about(numbers, most);
    }
}
