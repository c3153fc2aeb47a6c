package io.partnerflow.steering;

import io.partnerflow.conversations.Entry;
import io.partnerflow.conversations.MessageDesk;
import io.partnerflow.shared.Page;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What has been written about a case, the latest first. Letters stand in the timeline. */
@Component
@Order(4)
class CaseMessages implements CasePart {

    private static final int MOST = 20;

    private final MessageDesk messages;

    CaseMessages(MessageDesk messages) {
        this.messages = messages;
    }

    @Override
    public String fragment() {
        return "staff/case-parts :: messages";
    }

    @Override
    public @Nullable Object of(String number, Locale language) {
        Page<Entry> found = messages.written(number, MOST);
        return found.items().isEmpty() ? null : found;
    }
}
