package io.partnerflow.access;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.shared.NotFound;
import org.springframework.stereotype.Component;

/** Notes who asked for what it may not see, or for what is not there: the caller cannot tell the two apart. */
@Component
public class DeniedAccess {

    private static final int LONGEST_SUBJECT = 64;

    private final CurrentCaller callers;
    private final AuditTrail audit;

    DeniedAccess(CurrentCaller callers, AuditTrail audit) {
        this.callers = callers;
        this.audit = audit;
    }

    /** Nothing is noted for addresses that lead nowhere, and for callers without a log-in. */
    public void note(NotFound missing) {
        if (callers.find().isPresent() && !"resource".equals(missing.kind())) {
            var id = missing.id();
            audit.record(
                    "access-denied",
                    id.length() <= LONGEST_SUBJECT ? id : id.substring(0, LONGEST_SUBJECT),
                    missing.kind());
        }
    }
}
