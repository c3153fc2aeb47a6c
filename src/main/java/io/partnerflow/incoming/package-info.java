/**
 * Mail that comes into the vendor's mailbox: fetched, kept as it came, recognised by the number it names and by who writes,
 * and put where it belongs, as a message, a signed paper or a task.
 *
 * <p>Flow: {@code processes/incoming-mail.bpmn}. {@link io.partnerflow.incoming.IncomingMails} is what people do with it.
 */
@ApplicationModule(
        displayName = "Incoming mail",
        allowedDependencies = {
            "shared",
            "engine",
            "audit",
            "numbering",
            "mail",
            "documents",
            "parties",
            "signatures",
            "agreements",
            "conversations"
        })
@NullMarked
package io.partnerflow.incoming;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
