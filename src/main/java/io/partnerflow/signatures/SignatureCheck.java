package io.partnerflow.signatures;

import io.partnerflow.documents.BoundedCheck;
import io.partnerflow.documents.InterruptibleBytes;
import io.partnerflow.documents.UploadRefused;
import io.partnerflow.documents.UploadRefused.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.springframework.stereotype.Component;

/**
 * Verifies the digital signatures of a PDF. All of them must verify, and the last one must cover the file to its last
 * byte: what is added after it, nobody has signed.
 */
@Component
public class SignatureCheck {

    private static final int MOST_SIGNATURES = 20;

    private final BoundedCheck bounded;

    SignatureCheck(BoundedCheck bounded) {
        this.bounded = bounded;
    }

    /**
     * @param pdf a PDF that has come in by {@link io.partnerflow.documents.UploadCheck}
     * @return its signatures in the order in which they were made; empty if it has none
     * @throws UploadRefused if one does not verify, or the file was changed after the last one
     */
    public List<DigitalSignature> verify(byte[] pdf) {
        return bounded.run(() -> signatures(pdf));
    }

    private static List<DigitalSignature> signatures(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(new InterruptibleBytes(pdf))) {
            var ranges = ranges(document, pdf);
            if (!ranges.isEmpty() && !ranges.get(ranges.size() - 1).reachesEndOf(pdf)) {
                throw new UploadRefused(Reason.DOCUMENT_CHANGED);
            }
            return ranges.stream()
                    .map(range -> SignerProof.of(range, pdf))
                    .flatMap(List::stream)
                    .toList();
        }
    }

    private static List<SignedRange> ranges(PDDocument document, byte[] pdf) throws IOException {
        var ranges = new ArrayList<SignedRange>();
        for (PDSignature signature : document.getSignatureDictionaries()) {
            ranges.add(SignedRange.of(signature, pdf));
        }
        if (ranges.size() > MOST_SIGNATURES) {
            throw new UploadRefused(Reason.DOCUMENT_TOO_COMPLEX);
        }
        ranges.sort(Comparator.comparingInt(SignedRange::end));
        return ranges;
    }
}
