package io.partnerflow.accounts;

import io.partnerflow.shared.VendorLanguage;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts failures into the words of the bundle; staff read them, where there is no reader's language. */
@Component
class Failures {

    private static final Set<String> PERMANENT =
            Set.of("address-taken", "no-account", "no-answer", "not-possible", "not-filtered");
    private static final Set<Integer> COME_BACK_LATER = Set.of(408, 425, 429);

    private static final int LONGEST_WORDS = 500;

    private final MessageSource messages;
    private final Locale staff;

    Failures(MessageSource messages, VendorLanguage staff) {
        this.messages = messages;
        this.staff = staff.locale();
    }

    /** @param what key after {@code provisioning.}, and the failure's kind */
    ProvisioningFailed because(String what, @Nullable Throwable cause, Object... args) {
        return new ProvisioningFailed(what, PERMANENT.contains(what), null, text(what, args), cause);
    }

    /**
     * An answer that says no. What the other side calls our mistake stays one however often it is asked; what it calls
     * its own may be gone at the next try.
     *
     * @param code what the answer calls it in a word, empty if nothing
     */
    ProvisioningFailed refused(Object system, int status, String words, String code) {
        var ours = status / 100 != 5 && !COME_BACK_LATER.contains(status);
        var kind = code.equals("address-taken") ? code : "refused";
        return new ProvisioningFailed(kind, ours, status, text("refused", system, status, words), null);
    }

    /** @param retryAfter what it said about when to come back; empty if nothing */
    ProvisioningFailed busy(Object system, int status, String retryAfter) {
        return new ProvisioningFailed("busy", false, status, text("busy", system, status, retryAfter), null);
    }

    /** The system has said later that it could not do what it had taken on. */
    ProvisioningFailed told(String words, boolean permanent) {
        var said = words.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        var shown = said.length() <= LONGEST_WORDS ? said : said.substring(0, LONGEST_WORDS) + "…";
        return new ProvisioningFailed("failed-later", permanent, null, text("failed-later", shown), null);
    }

    AnswerOutstanding outstanding(Object system, @Nullable String statusAddress) {
        return new AnswerOutstanding(text("accepted", system), statusAddress);
    }

    private String text(String what, Object... args) {
        var shown = new Object[args.length];
        for (var i = 0; i < args.length; i++) {
            shown[i] = String.valueOf(args[i]); // numbers as they are, without separators
        }
        return messages.getMessage("provisioning." + what, shown, staff);
    }
}
