package io.partnerflow.operations;

import io.partnerflow.database.Installation;
import io.partnerflow.documents.Vendor;
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

    private static final String DEMO_VENDOR = "559999-9991";

    private final String portal;
    private final String staff;
    private final Installation installation;
    private final Vendor vendor;

    StartMessage(
            @Value("${partnerflow.portal-url}") String portal,
            @Value("${partnerflow.staff.url}") String staff,
            Installation installation,
            Vendor vendor) {
        this.portal = portal;
        this.staff = staff;
        this.installation = installation;
        this.vendor = vendor;
    }

    @EventListener
    @Order(1000)
    void say(ApplicationReadyEvent ready) {
        LOG.info(
                "ready after {} s\n\n    portal   {}\n    staff    {}   (Tasklist, Cockpit, outbox)\n",
                ready.getTimeTaken() == null ? "?" : ready.getTimeTaken().toSeconds(),
                portal,
                staff);
        if (!installation.embeddedDatabase() && DEMO_VENDOR.equals(vendor.registrationNumber())) {
            LOG.warn(
                    "invoices and agreements would carry the demo vendor's name, {}: set partnerflow.vendor.*",
                    vendor.name());
        }
    }
}
