package io.partnerflow.incoming;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mail says, read without trusting any of it.
 *
 * @param identity the same for every delivery of the same mail
 * @param words    subject and what the sender wrote, in small letters
 * @param bounce   what became of a letter of ours; null if it is not about that
 */
record ParsedMail(
        MailKind kind,
        String identity,
        String sender,
        String senderName,
        String recipients,
        String subject,
        String text,
        String words,
        List<String> answers,
        List<String> named,
        List<Finding> findings,
        @Nullable Instant sentAt,
        boolean proven,
        List<FoundFile> files,
        @Nullable BounceReport bounce) {

    /** A file as it lies in the mail: nobody has looked at it. */
    record FoundFile(String name, String type, byte[] content) {}

    ParsedMail as(MailKind other, Finding finding) {
        return new ParsedMail(
                other,
                identity,
                sender,
                senderName,
                recipients,
                subject,
                text,
                words,
                answers,
                named,
                java.util.stream.Stream.concat(findings.stream(), java.util.stream.Stream.of(finding))
                        .toList(),
                sentAt,
                proven,
                files,
                bounce);
    }
}
