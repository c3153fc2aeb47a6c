package io.partnerflow.agreements;

import io.partnerflow.documents.Documents;
import io.partnerflow.documents.Upload;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a machine has found in a signed file, for the person who looks at it next. */
@Component
class FileFindings {

    private final MessageSource messages;

    FileFindings(MessageSource messages) {
        this.messages = messages;
    }

    String of(Upload file) {
        var kind = "application/pdf".equals(file.contentType()) ? "pdf" : "picture";
        var kilobytes = Math.max(1, file.content().length / 1024);
        return messages.getMessage(
                "agreement.file." + kind,
                new Object[] {file.fileName(), kilobytes, Documents.sha256(file.content())},
                Locale.ENGLISH);
    }
}
