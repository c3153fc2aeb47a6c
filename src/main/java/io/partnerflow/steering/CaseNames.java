package io.partnerflow.steering;

import io.partnerflow.diagrams.ModelNames;
import io.partnerflow.diagrams.StaffPictures;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What processes and their elements are called in the reader's language. */
@Component
class CaseNames {

    private static final String ORDER = "order-";

    private final StaffPictures pictures;
    private final ModelNames names;
    private final MessageSource messages;

    CaseNames(StaffPictures pictures, ModelNames names, MessageSource messages) {
        this.pictures = pictures;
        this.names = names;
        this.messages = messages;
    }

    String inModel(String name, Locale language) {
        return names.of(name, language);
    }

    /** @param definition edition of its model */
    String process(String definition, Locale language) {
        return inModel(pictures.name(definition), language);
    }

    /** The id itself where the model does not have it. */
    String element(String definition, String id, Locale language) {
        return pictures.nodes(definition).stream()
                .filter(node -> node.id().equals(id) && !node.name().isBlank())
                .findFirst()
                .map(node -> inModel(node.name(), language))
                .orElse(id);
    }

    /** What was done, in words where there are some. @param action as the audit trail calls it */
    String deed(String action, Locale language) {
        var ofOrder = action.startsWith(ORDER) && !action.endsWith("-message-written");
        var key =
                ofOrder ? "portal.order.milestone." + action.substring(ORDER.length()) : "steering.case.did." + action;
        return messages.getMessage(key, null, action, language);
    }

    String text(String key, Locale language, Object... values) {
        return messages.getMessage(key, values, language);
    }
}
