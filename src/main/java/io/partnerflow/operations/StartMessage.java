package io.partnerflow.operations;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says at the end of the start where to go. */
@Component
class StartMessage {

    private static final Logger LOG = LoggerFactory.getLogger("partnerflow");

    private final String portal;
    private final String staff;

    StartMessage(
            @Value("${partnerflow.portal-url}") String portal, @Value("${partnerflow.staff.url}") String staff) {
        this.portal = portal;
        this.staff = staff;
    }

    @EventListener
    @Order(1000)
    void say(ApplicationReadyEvent ready) {
        LOG.info(
                "ready after {} s\n\n    portal   {}\n    staff    {}   (Tasklist, Cockpit, outbox)\n",
                ready.getTimeTaken() == null ? "?" : ready.getTimeTaken().toSeconds(),
                portal,
                staff);
    }
}
