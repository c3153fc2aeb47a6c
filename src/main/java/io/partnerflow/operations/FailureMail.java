package io.partnerflow.operations;

import io.partnerflow.engine.DeskNames;
import io.partnerflow.engine.IncidentOpened;
import io.partnerflow.mail.Letter;
import io.partnerflow.mail.Postman;
import io.partnerflow.shared.VendorLanguage;
import io.partnerflow.web.StaffSettings;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the managers by mail that a step has failed for good, what happened and what to do. */
@Component
class FailureMail {

    private static final String MANAGERS = "managers";

    private final Postman postman;
    private final DeskNames desks;
    private final StaffSettings settings;
    private final Locale staff;

    FailureMail(Postman postman, DeskNames desks, StaffSettings settings, VendorLanguage staff) {
        this.postman = postman;
        this.desks = desks;
        this.settings = settings;
        this.staff = staff.locale();
    }

    @EventListener
    void on(IncidentOpened incident) {
        settings.emailOf(MANAGERS)
                .ifPresent(address -> postman.send(new Letter(
                        "step-failed/" + incident.incidentId(),
                        address,
                        desks.of(MANAGERS),
                        "step-failed",
                        staff,
                        Map.of(
                                "process", incident.processName(),
                                "step", incident.stepName(),
                                "number", numberOf(incident),
                                "message", incident.message(),
                                "link", settings.url() + "/staff/failed/" + incident.incidentId()),
                        numberOf(incident))));
    }

    /** The house's own runs are about no case; they are known by their process. */
    private static String numberOf(IncidentOpened incident) {
        return Objects.requireNonNullElse(incident.businessKey(), incident.processName());
    }
}
