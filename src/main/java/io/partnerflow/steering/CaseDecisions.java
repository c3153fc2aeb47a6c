package io.partnerflow.steering;

import io.partnerflow.decisionlog.DecisionLog;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What tables have decided about a case, the latest first. */
@Component
@Order(2)
class CaseDecisions implements CasePart {

    private static final int MOST = 50;

    private final DecisionLog log;

    CaseDecisions(DecisionLog log) {
        this.log = log;
    }

    @Override
    public String fragment() {
        return "staff/case-parts :: decisions";
    }

    @Override
    public @Nullable Object of(String number, Locale language) {
        var found = log.about(List.of(number), MOST);
        return found.isEmpty() ? null : found;
    }
}
