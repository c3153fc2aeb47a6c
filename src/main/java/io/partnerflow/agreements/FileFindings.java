package io.partnerflow.agreements;

import io.partnerflow.documents.Documents;
import io.partnerflow.documents.Upload;
import io.partnerflow.shared.Formats;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.shared.VendorLanguage;
import io.partnerflow.signatures.DigitalSignature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a machine has found in a signed file, for the person who looks at it next. */
@Component
class FileFindings {

    private static final int LONGEST = 3900;

    private final MessageSource messages;
    private final Locale staff;
    private final Formats formats;

    FileFindings(MessageSource messages, VendorCalendar calendar, VendorLanguage staff) {
        this.messages = messages;
        this.formats = new Formats(staff.locale(), calendar.zone());
        this.staff = staff.locale();
    }

    static boolean isPdf(Upload file) {
        return "application/pdf".equals(file.contentType());
    }

    /** @param untouched whether it is byte for byte the file that was sent */
    String of(Upload file, List<DigitalSignature> signatures, boolean untouched, Instant now) {
        var lines = new ArrayList<String>();
        var kilobytes = Math.max(1, file.content().length / 1024);
        var sha256 = Documents.sha256(file.content());
        lines.add(text("agreement.file." + (isPdf(file) ? "pdf" : "picture"), file.fileName(), kilobytes, sha256));
        if (untouched) {
            lines.add(text("agreement.file.untouched"));
        }
        signatures.forEach(signature -> lines.add(of(signature, now)));
        return shortened(String.join("\n", lines));
    }

    /** @param signatory who was asked to sign */
    String of(PageSignature signature, String signatory) {
        var sentence = text(
                "agreement.file.on-page",
                signature.name(),
                signature.email(),
                formats.time(signature.signedAt()),
                signature.sha256());
        return isNamed(signature.name(), signatory)
                ? sentence
                : sentence + "\n" + text("agreement.file.on-page.other-name", signature.name(), signatory);
    }

    /** Whether two people write the same name, however they write it. */
    static boolean isNamed(String typed, String name) {
        return typed.strip()
                .replaceAll("\\s+", " ")
                .equalsIgnoreCase(name.strip().replaceAll("\\s+", " "));
    }

    private String of(DigitalSignature signature, Instant now) {
        var kind = signature.timestamp() ? "timestamp" : "signature";
        var said = text(
                "agreement.file." + kind,
                signature.subject(),
                signature.serial(),
                signature.signedAt() == null ? "–" : formats.time(signature.signedAt()),
                formats.date(signature.validFrom()),
                formats.date(signature.validUntil()));
        var issuer = signature.selfSigned()
                ? text("agreement.file.self-signed")
                : text("agreement.file.issued", signature.issuer(), signature.chain());
        var validity = signature.wasValid(now) ? "" : " " + text("agreement.file.not-valid");
        return said + " " + issuer + validity;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " …";
    }

    private String text(String key, Object... args) {
        return messages.getMessage(key, args, staff);
    }
}
