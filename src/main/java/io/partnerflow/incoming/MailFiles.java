package io.partnerflow.incoming;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.partnerflow.documents.Documents;
import io.partnerflow.documents.Upload;
import io.partnerflow.documents.UploadCheck;
import io.partnerflow.documents.UploadRefused;
import io.partnerflow.incoming.ParsedMail.FoundFile;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks at the files of a mail as at every file from outside, and keeps those that may come in. */
@Component
class MailFiles {

    static final String KIND = "mail-attachment";

    /** Files of one mail that are looked at: each may cost seconds. */
    private static final int MOST_LOOKED_AT = 20;

    private static final byte[] ZIP = "PK\3\4".getBytes(US_ASCII);
    private static final Set<String> OFFICE = Set.of(
            ".doc", ".docx", ".docm", ".xls", ".xlsx", ".xlsm", ".ppt", ".pptx", ".pptm", ".odt", ".ods", ".rtf");

    private final UploadCheck check;
    private final Documents documents;
    private final JdbcClient database;

    MailFiles(UploadCheck check, Documents documents, JdbcClient database) {
        this.check = check;
        this.documents = documents;
        this.database = database;
    }

    /** @throws UploadRefused if too many files are being looked at right now: the mail is taken in later */
    void keep(String number, List<FoundFile> files) {
        for (var place = 1; place <= files.size(); place++) {
            var file = files.get(place - 1);
            var reason = place > MOST_LOOKED_AT ? "not-looked-at" : known(file);
            if (reason != null) {
                note(number, place, file, reason, null);
            } else {
                look(number, place, file);
            }
        }
    }

    private void look(String number, int place, FoundFile file) {
        try {
            var upload = check.inspect(file.content(), file.name());
            note(number, place, file, MailAttachment.TAKEN, filed(number, place, upload));
        } catch (UploadRefused refused) {
            if (refused.reason() == UploadRefused.Reason.BUSY) {
                throw refused;
            }
            note(number, place, file, refused.code(), null);
        }
    }

    private UUID filed(String number, int place, Upload upload) {
        return documents
                .file(upload.as(KIND, number, String.valueOf(place), Set.of()))
                .value();
    }

    /** What people should hear about by its name rather than as "not a PDF". */
    private static @Nullable String known(FoundFile file) {
        var name = file.name().toLowerCase(Locale.ROOT);
        var ending = name.substring(Math.max(0, name.lastIndexOf('.')));
        if (name.equals("winmail.dat") || file.type().contains("ms-tnef")) {
            return "winmail";
        }
        if (OFFICE.contains(ending)) {
            return ending.endsWith("m") ? "macros" : "office";
        }
        return startsWithZip(file.content())
                        || Set.of(".zip", ".rar", ".7z", ".gz").contains(ending)
                ? "archive"
                : null;
    }

    private static boolean startsWithZip(byte[] content) {
        return content.length > ZIP.length && java.util.Arrays.equals(content, 0, ZIP.length, ZIP, 0, ZIP.length);
    }

    private void note(String number, int place, FoundFile file, String verdict, @Nullable UUID document) {
        var name = file.name().isBlank() ? "-" : file.name();
        database.sql("""
                        INSERT INTO incoming_attachment (number, place, file_name, size, verdict, document_id)
                        VALUES (?, ?, ?, ?, ?, ?)""")
                .params(number, place, name, file.content().length, verdict, document)
                .update();
    }
}
