package io.partnerflow.mail;

import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/**
 * What a failed try means.
 *
 * @param fate   what to do next
 * @param reason in the server's own words
 */
record Verdict(Fate fate, String reason) {

    enum Fate {
        /** Try this letter later. */
        AGAIN,
        /** Nobody answers, or nobody lets us in: no letter would leave now. */
        NO_SERVER,
        /** The server will never take this letter. */
        REFUSED
    }

    private static final int LONGEST_REASON = 1000;

    /** We are not let in (RFC 4954), or the server is about to close (RFC 5321): no fault of the letter. */
    private static final Set<Integer> NOT_LET_IN = Set.of(421, 454, 530, 534, 535, 538);

    static Verdict on(MailException failure) {
        var causes = causes(failure);
        var code = causes.stream()
                .map(Verdict::code)
                .filter(c -> c > 0)
                .findFirst()
                .orElse(0);
        var reason = causes.get(causes.size() - 1).getMessage();
        return new Verdict(fate(code, wasInConversation(failure)), shortened(String.valueOf(reason)));
    }

    private static Fate fate(int code, boolean inConversation) {
        if (NOT_LET_IN.contains(code) || code == 0 && !inConversation) {
            return Fate.NO_SERVER;
        }
        return code >= 500 ? Fate.REFUSED : Fate.AGAIN;
    }

    /** Failed messages are named with their failures once the connection stands; before that none is to blame. */
    private static boolean wasInConversation(MailException failure) {
        return !(failure instanceof MailSendException sending)
                || sending.getCause() == null && sending.getMessageExceptions().length > 0;
    }

    private static List<Throwable> causes(MailException failure) {
        var all = new ArrayList<Throwable>();
        all.add(failure);
        if (failure instanceof MailSendException sending) {
            all.addAll(List.of(sending.getMessageExceptions()));
        }
        for (var i = 0; i < all.size() && i < 20; i++) {
            var next = all.get(i) instanceof MessagingException chained
                    ? chained.getNextException()
                    : all.get(i).getCause();
            if (next != null && !all.contains(next)) {
                all.add(next);
            }
        }
        return all;
    }

    private static int code(Throwable cause) {
        if (cause instanceof SMTPAddressFailedException address) {
            return address.getReturnCode();
        }
        return cause instanceof SMTPSendFailedException data ? data.getReturnCode() : 0;
    }

    private static String shortened(String reason) {
        var line = reason.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON);
    }
}
