package io.partnerflow.signatures;

import io.partnerflow.documents.UploadRefused;
import io.partnerflow.documents.UploadRefused.Reason;
import java.util.Arrays;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.jspecify.annotations.Nullable;

/**
 * What one signature speaks for: the file from its first byte to {@code end}, without the gap that holds the signature
 * itself. A gap that holds anything else would hide it from the signature.
 *
 * @param gapFrom  first byte after the first part
 * @param gapTo    first byte of the second part
 * @param end      first byte after the second part
 * @param contents the signature, padded with zeros
 * @param format   {@code SubFilter}: how the signature is built; null if nothing is said
 */
record SignedRange(
        int gapFrom,
        int gapTo,
        int end,
        byte[] contents,
        @Nullable String format) {

    /** @throws UploadRefused if the range is not one a signature can have */
    static SignedRange of(PDSignature signature, byte[] file) {
        var range = signature.getByteRange();
        if (range.length != 4 || range[0] != 0 || range[1] < 1 || range[3] < 0) {
            throw new UploadRefused(Reason.SIGNATURE_UNREADABLE);
        }
        var end = (long) range[2] + range[3];
        if (range[2] < range[1] + 2L || end > file.length) {
            throw new UploadRefused(Reason.DOCUMENT_CHANGED);
        }
        var contents = hex(file, range[1], range[2]);
        if (!Arrays.equals(contents, Objects.requireNonNull(signature.getContents()))) {
            throw new UploadRefused(Reason.SIGNATURE_UNREADABLE);
        }
        return new SignedRange(range[1], range[2], (int) end, contents, signature.getSubFilter());
    }

    boolean reachesEndOf(byte[] file) {
        return end == file.length;
    }

    /** The bytes that were signed. */
    byte[] signed(byte[] file) {
        var bytes = new byte[gapFrom + end - gapTo];
        System.arraycopy(file, 0, bytes, 0, gapFrom);
        System.arraycopy(file, gapTo, bytes, gapFrom, end - gapTo);
        return bytes;
    }

    /** {@code <30820…>} and nothing else. */
    private static byte[] hex(byte[] file, int from, int to) {
        if (file[from] != '<' || file[to - 1] != '>') {
            throw new UploadRefused(Reason.DOCUMENT_CHANGED);
        }
        var bytes = new byte[(to - from - 2 + 1) / 2];
        for (var at = from + 1; at < to - 1; at++) {
            var digit = Character.digit(file[at], 16);
            if (digit < 0) {
                throw new UploadRefused(Reason.DOCUMENT_CHANGED);
            }
            var place = at - from - 1;
            bytes[place / 2] |= (byte) (place % 2 == 0 ? digit << 4 : digit);
        }
        return bytes;
    }
}
