package io.partnerflow.incoming;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;

/** Why a mailbox could not be emptied: {@code incoming.mailbox.<code>}, and in the server's own words. */
record MailboxProblem(String code, String words) {

    private static final int LONGEST = 800;

    static MailboxProblem of(Exception failure) {
        if (failure instanceof AuthenticationFailedException) {
            return new MailboxProblem("login-refused", words(failure));
        }
        if (failure instanceof FolderNotFoundException) {
            return new MailboxProblem("no-folder", words(failure));
        }
        return new MailboxProblem(failure instanceof MessagingException ? "unreachable" : "not-taken", words(failure));
    }

    private static String words(Throwable failure) {
        var last = failure;
        for (var depth = 0; depth < 10 && last.getCause() != null; depth++) {
            last = last.getCause();
        }
        var words = MailText.line(last.getMessage() == null ? last.toString() : last.getMessage(), LONGEST);
        return words.isBlank() ? last.getClass().getSimpleName() : words;
    }

    String stored() {
        return code + "|" + words;
    }

    static MailboxProblem stored(String text) {
        var bar = text.indexOf('|');
        return new MailboxProblem(text.substring(0, bar), text.substring(bar + 1));
    }
}
