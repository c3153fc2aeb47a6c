package io.partnerflow.incoming;

import io.partnerflow.documents.Vendor;
import io.partnerflow.shared.Formats;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says about a mail what people read. */
@Component
public class MailWords {

    private static final int LONGEST_FACT = 3_900;

    private final MessageSource messages;
    private final Vendor vendor;

    MailWords(MessageSource messages, Vendor vendor) {
        this.messages = messages;
        this.vendor = vendor;
    }

    /** A finding as a sentence. */
    public String of(Finding finding, Locale language) {
        var value = finding.code().equals("signed-refused") ? attachment(finding.value(), language) : finding.value();
        return text("incoming.finding." + finding.code(), language, value);
    }

    /** What the table calls a mail; its own word where a business user has found a new one. */
    public String request(@Nullable String request, Locale language) {
        return request == null
                ? ""
                : String.valueOf(messages.getMessage("incoming.request." + request, null, request, language));
    }

    /** Whether an attachment was taken, or why not. */
    public String attachment(String verdict, Locale language) {
        return String.valueOf(messages.getMessage("incoming.attachment." + verdict, null, verdict, language));
    }

    String findings(IncomingMail mail, Locale language) {
        return cut(
                mail.findings().stream().map(finding -> of(finding, language)).collect(Collectors.joining("\n")));
    }

    String attachments(List<MailAttachment> attachments, Locale language) {
        return cut(attachments.stream()
                .map(file -> text(
                        "incoming.attachment.line", language, file.fileName(), attachment(file.verdict(), language)))
                .collect(Collectors.joining("\n")));
    }

    String time(java.time.Instant at, Locale language) {
        return new Formats(language, vendor.timeZone()).time(at);
    }

    String text(String key, Locale language, Object... args) {
        return messages.getMessage(key, args, language);
    }

    static String cut(String text) {
        return text.length() <= LONGEST_FACT ? text : text.substring(0, LONGEST_FACT) + "…";
    }
}
