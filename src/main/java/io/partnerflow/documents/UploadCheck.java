package io.partnerflow.documents;

import io.partnerflow.documents.UploadRefused.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.stereotype.Service;

/**
 * Decides whether a file from outside may come in: a PDF, JPEG or PNG by its bytes, whatever it is called, and a PDF only
 * if it is nothing but pages. Looks at the structure; pages and pictures themselves are never unpacked here.
 *
 * <p><b>Source:</b> PA-8; the API's {@code POST /orders/{number}/agreement}.
 */
@Service
public class UploadCheck {

    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private final UploadSettings settings;
    private final BoundedCheck bounded;

    UploadCheck(UploadSettings settings, BoundedCheck bounded) {
        this.settings = settings;
        this.bounded = bounded;
    }

    /**
     * Looks at a file.
     *
     * @param content  its bytes, 0 to 10 MB by default
     * @param fileName as its sender calls it; anything is allowed
     * @throws UploadRefused if it does not come in, with the reason
     */
    public Upload inspect(byte[] content, String fileName) {
        if (content.length == 0) {
            throw new UploadRefused(Reason.EMPTY);
        }
        if (content.length > settings.largest().toBytes()) {
            throw new UploadRefused(Reason.TOO_LARGE, settings.largest().toMegabytes());
        }
        var type = type(content, fileName);
        if ("application/pdf".equals(type)) {
            bounded.run(new PdfInspection(content, settings.largestPart().toBytes()));
        }
        return new Upload(type, named(fileName, type), content);
    }

    private static String type(byte[] content, String fileName) {
        if (startsWith(content, PDF)) {
            return "application/pdf";
        }
        var calledPdf = fileName.toLowerCase(Locale.ROOT).strip().endsWith(".pdf");
        if (!calledPdf && startsWith(content, JPEG)) {
            return "image/jpeg";
        }
        if (!calledPdf && startsWith(content, PNG)) {
            return "image/png";
        }
        throw new UploadRefused(Reason.NOT_A_PDF);
    }

    private static boolean startsWith(byte[] content, byte[] magic) {
        return content.length > magic.length && Arrays.equals(content, 0, magic.length, magic, 0, magic.length);
    }

    private static String named(String fileName, String type) {
        var ending = "application/pdf".equals(type) ? ".pdf" : "image/png".equals(type) ? ".png" : ".jpg";
        var safe = FileName.safe(fileName);
        var dot = safe.lastIndexOf('.');
        var known = safe.toLowerCase(Locale.ROOT).matches(".*\\.(pdf|png|jpe?g)");
        return FileName.safe((known ? safe.substring(0, dot) : safe) + ending);
    }
}
