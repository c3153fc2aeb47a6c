package io.partnerflow.signatures;

import io.partnerflow.documents.UploadRefused;
import io.partnerflow.documents.UploadRefused.Reason;
import java.io.IOException;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Measures what reading the text of a PDF would unpack, before anything is: the library unpacks two gigabytes out of two
 * megabytes into memory without asking. Pictures are left out; nobody unpacks them to find words.
 */
final class UnpackedSize {

    private static final long LARGEST_STREAM = 16L * 1024 * 1024;
    private static final long LARGEST_SUM = 48L * 1024 * 1024;
    private static final Set<COSName> MEASURABLE = Set.of(COSName.FLATE_DECODE, COSName.FLATE_DECODE_ABBREVIATION);

    private long sum;

    private UnpackedSize() {}

    /** @throws UploadRefused if it is too much, or cannot be measured */
    static void check(PDDocument document) throws IOException {
        var size = new UnpackedSize();
        var objects = document.getDocument();
        for (var key : Set.copyOf(objects.getXrefTable().keySet())) {
            if (objects.getObjectFromPool(key).getObject() instanceof COSStream stream) {
                size.add(stream);
            }
        }
    }

    private void add(COSStream stream) throws IOException {
        if (COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))) {
            return;
        }
        var filter = onlyOne(stream.getFilters());
        if (filter != null && !MEASURABLE.contains(filter) || stream.containsKey(COSName.F)) {
            throw new UploadRefused(Reason.DOCUMENT_TOO_COMPLEX);
        }
        sum += filter == null ? stream.getLength() : inflated(stream);
        if (sum > LARGEST_SUM) {
            throw new UploadRefused(Reason.DOCUMENT_TOO_COMPLEX);
        }
    }

    /** Packed twice, it could grow a million times. */
    private static COSBase onlyOne(COSBase filters) {
        if (filters instanceof COSArray several) {
            if (several.size() > 1) {
                throw new UploadRefused(Reason.DOCUMENT_TOO_COMPLEX);
            }
            return several.size() == 0 ? null : several.getObject(0);
        }
        return filters;
    }

    private static long inflated(COSStream stream) throws IOException {
        var inflater = new Inflater();
        var sink = new byte[65536];
        try (var packed = stream.createRawInputStream()) {
            inflater.setInput(packed.readAllBytes());
            var last = -1;
            while (last != 0 && !inflater.finished()) {
                last = inflater.inflate(sink);
                if (inflater.getBytesWritten() > LARGEST_STREAM
                        || Thread.currentThread().isInterrupted()) {
                    throw new UploadRefused(Reason.DOCUMENT_TOO_COMPLEX);
                }
            }
            return inflater.getBytesWritten();
        } catch (DataFormatException broken) {
            return inflater.getBytesWritten(); // the library stops there as well
        } finally {
            inflater.end();
        }
    }
}
