package io.partnerflow.incoming;

import io.partnerflow.conversations.Author;
import io.partnerflow.conversations.MailedMessages;
import io.partnerflow.conversations.NewMessage;
import io.partnerflow.documents.DocumentId;
import io.partnerflow.documents.Documents;
import io.partnerflow.incoming.Subjects.Correspondent;
import io.partnerflow.shared.VendorLanguage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes a mail into the thread of its case: as a message if one of the reseller's people has sent it, else as a note. */
@Component
class MailThread {

    private static final int MOST_FILES = 10;
    private static final int LONGEST = 4_900;
    private static final int LONGEST_NAME = 250;

    private final MailedMessages threads;
    private final Documents documents;
    private final MessageSource messages;
    private final Locale staff;

    MailThread(MailedMessages threads, Documents documents, MessageSource messages, VendorLanguage staff) {
        this.threads = threads;
        this.documents = documents;
        this.messages = messages;
        this.staff = staff.locale();
    }

    /**
     * @param sender null for somebody who is not known for the case
     * @param files  that go with it
     * @return submission of the first message; null if the number has no thread
     */
    @Nullable
    UUID write(IncomingMail mail, String number, @Nullable Correspondent sender, List<MailAttachment> files) {
        if (threads.subject(number).isEmpty()) {
            return null;
        }
        var said = sender != null && sender.ofReseller();
        var author = said && sender != null
                ? new Author(sender.id(), cut(sender.name(), LONGEST_NAME))
                : new Author(mail.number(), cut(mail.from().isBlank() ? mail.number() : mail.from(), LONGEST_NAME));
        var kept =
                files.stream().filter(MailAttachment::taken).limit(MOST_FILES).toList();
        var first = submission(mail, number, 0);
        write(
                said,
                author,
                number,
                new NewMessage(first, words(mail, said), false, kept.isEmpty() ? null : file(kept.get(0))));
        for (var i = 1; i < kept.size(); i++) {
            var next = new NewMessage(submission(mail, number, i), kept.get(i).fileName(), false, file(kept.get(i)));
            write(said, author, number, next);
        }
        return first;
    }

    /** Says where it was that it does not belong there. */
    void takenAway(IncomingMail mail, String by) {
        var number = Objects.requireNonNull(mail.caseNumber());
        if (mail.submission() != null && threads.subject(number).isPresent()) {
            var text = messages.getMessage("incoming.thread.taken-away", new Object[] {mail.number()}, staff);
            threads.noted(new Author(by, by), number, new NewMessage(UUID.randomUUID(), text, false, null));
            seenTo(mail);
        }
    }

    void seenTo(IncomingMail mail) {
        if (mail.submission() != null && mail.caseNumber() != null) {
            var number = mail.caseNumber();
            threads.seenTo(
                    number,
                    java.util.stream.IntStream.range(0, MOST_FILES)
                            .mapToObj(place -> submission(mail, number, place))
                            .toList());
        }
    }

    boolean waits(String number) {
        return threads.waits(number);
    }

    private void write(boolean said, Author author, String number, NewMessage message) {
        if (said) {
            threads.said(author, number, message);
        } else {
            threads.noted(author, number, message);
        }
    }

    private String words(IncomingMail mail, boolean said) {
        var text = (mail.subject() + "\n\n" + MailText.fresh(mail.text())).strip();
        var whole = said
                ? text
                : messages.getMessage("incoming.thread.note", new Object[] {mail.number(), mail.from()}, staff) + "\n\n"
                        + text;
        return cut(whole.isBlank() ? mail.number() : whole, LONGEST);
    }

    private NewMessage.File file(MailAttachment attachment) {
        var id = new DocumentId(Objects.requireNonNull(attachment.document()));
        return new NewMessage.File(documents.content(id), attachment.fileName());
    }

    private static UUID submission(IncomingMail mail, String number, int place) {
        return UUID.nameUUIDFromBytes(
                "%s/%s/%d".formatted(mail.number(), number, place).getBytes(StandardCharsets.UTF_8));
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
