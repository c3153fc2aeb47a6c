package io.partnerflow.mail;

import io.partnerflow.documents.Document;
import java.util.Map;

/** How an attachment is called: by its case and kind, never by the name a sender gave its file. */
final class AttachmentName {

    private static final Map<String, String> ENDINGS =
            Map.of("application/pdf", ".pdf", "image/jpeg", ".jpg", "image/png", ".png");

    private AttachmentName() {}

    /** Such as {@code IN-2026-000001-invoice.pdf}; letters, digits and dashes of ASCII only. */
    static String of(Document document) {
        var edition = "1".equals(document.edition()) ? "" : "-" + document.edition();
        var name = "%s-%s%s".formatted(document.businessKey(), document.kind(), edition);
        return name.replaceAll("[^A-Za-z0-9-]+", "-") + ENDINGS.getOrDefault(document.contentType(), "");
    }
}
