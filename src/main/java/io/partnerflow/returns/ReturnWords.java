package io.partnerflow.returns;

import io.partnerflow.parties.Organisations;
import io.partnerflow.returns.ReturnFee.Finding;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What invoices and credit notes say about returned devices, in the payer's language. */
@Component
class ReturnWords {

    private static final int LONGEST = 400;

    private final Organisations organisations;
    private final MessageSource messages;

    ReturnWords(Organisations organisations, MessageSource messages) {
        this.organisations = organisations;
        this.messages = messages;
    }

    /** Device, finding, what was seen, and which photo shows it. */
    String fee(ReturnView head, ReturnedDevice device, Finding finding) {
        var language = language(head);
        var what = say(language, "returns.finding." + finding);
        var text = say(
                language,
                "returns.fee",
                say(language, "product." + device.product()),
                device.serial(),
                what,
                head.number());
        var seen = device.inspection();
        if (seen != null && seen.photo() != null) {
            text += say(language, "returns.fee.photo", seen.photo());
        }
        if (seen != null && seen.words() != null) {
            text += " " + seen.words().replaceAll("\\s+", " ");
        }
        return text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
    }

    /** Why what was charged for a missing device is taken back. */
    String arrived(ReturnView head, String serial) {
        return say(language(head), "returns.fee.arrived", serial, head.number());
    }

    /** Why a device that was given up comes back in a return of its own. */
    String late(ReturnView over) {
        return say(language(over), "returns.late", over.number());
    }

    private Locale language(ReturnView head) {
        return Locale.forLanguageTag(organisations.get(head.customer()).language());
    }

    private String say(Locale language, String key, Object... args) {
        return messages.getMessage(key, args, language);
    }
}
