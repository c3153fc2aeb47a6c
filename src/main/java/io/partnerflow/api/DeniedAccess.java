package io.partnerflow.api;

import io.partnerflow.access.CurrentCaller;
import io.partnerflow.audit.AuditTrail;
import io.partnerflow.shared.NotFound;
import org.springframework.stereotype.Component;

/** Notes who asked for what it may not see, or for what is not there: the caller cannot tell the two apart. */
@Component
class DeniedAccess {

    private static final int LONGEST_SUBJECT = 64;

    private final CurrentCaller callers;
    private final AuditTrail audit;

    DeniedAccess(CurrentCaller callers, AuditTrail audit) {
        this.callers = callers;
        this.audit = audit;
    }

    void note(NotFound missing) {
        if (callers.find().isPresent() && !"resource".equals(missing.kind())) {
            var id = missing.id();
            audit.record(
                    "access-denied",
                    id.length() <= LONGEST_SUBJECT ? id : id.substring(0, LONGEST_SUBJECT),
                    missing.kind());
        }
    }
}
