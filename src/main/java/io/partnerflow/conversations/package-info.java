/**
 * What resellers and the vendor write to each other about an order, offer, trial, contract or return, beside the letters
 * that were sent about it; and what the vendor's people note for themselves, which nobody else ever reads.
 *
 * <p>Resellers write through {@link io.partnerflow.conversations.Conversations}, the vendor's desks through {@link
 * io.partnerflow.conversations.MessageDesk}. What a number is of, and whose, the view {@code conversation_subject} says.
 */
@ApplicationModule(
        displayName = "Conversations",
        allowedDependencies = {"shared", "engine", "web", "access", "audit", "mail", "documents", "parties"})
@NullMarked
package io.partnerflow.conversations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
