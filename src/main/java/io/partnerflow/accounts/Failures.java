package io.partnerflow.accounts;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts failures into the words of the bundle; they are read in Cockpit, where there is no reader's language. */
@Component
class Failures {

    private final MessageSource messages;

    Failures(MessageSource messages) {
        this.messages = messages;
    }

    /** @param what key after {@code provisioning.} */
    ProvisioningFailed because(String what, @Nullable Throwable cause, Object... args) {
        return new ProvisioningFailed(messages.getMessage("provisioning." + what, args, Locale.ENGLISH), cause);
    }
}
