package io.partnerflow.documents;

import io.partnerflow.documents.UploadRefused.Reason;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Goes through every object of a PDF once, without following links and without unpacking pages. */
final class PdfInspection implements Callable<Void> {

    /** What an action may not do, what an annotation may not be, what a stream may not hold. */
    private static final Set<String> ACTIVE_TYPES = Set.of(
            "JavaScript",
            "Launch",
            "ImportData",
            "SubmitForm",
            "GoToE",
            "Rendition",
            "RichMedia",
            "RichMediaExecute",
            "Movie",
            "Sound",
            "Screen",
            "3D",
            "FileAttachment",
            "EmbeddedFile");

    private static final Set<String> ACTIVE_KEYS = Set.of("JS", "JavaScript", "EF", "EmbeddedFiles", "XFA");
    private static final int MOST_NODES = 3_000_000;

    private final byte[] content;
    private final long largestPart;
    private int nodes;

    PdfInspection(byte[] content, long largestPart) {
        this.content = content;
        this.largestPart = largestPart;
    }

    /** @throws IOException if it cannot be read as a PDF */
    @Override
    public Void call() throws IOException {
        PackedParts.check(content, largestPart);
        try (var document = Loader.loadPDF(new InterruptibleBytes(content))) {
            check(document);
            return null;
        } catch (InvalidPasswordException e) {
            throw new UploadRefused(Reason.DOCUMENT_ENCRYPTED);
        }
    }

    private void check(PDDocument document) throws IOException {
        if (document.isEncrypted()) {
            throw new UploadRefused(Reason.DOCUMENT_ENCRYPTED);
        }
        if (document.getNumberOfPages() < 1) {
            throw new UploadRefused(Reason.DOCUMENT_DAMAGED);
        }
        var objects = document.getDocument();
        checkTree(objects.getTrailer());
        for (COSObjectKey key : Set.copyOf(objects.getXrefTable().keySet())) {
            checkTree(objects.getObjectFromPool(key).getObject());
        }
    }

    /** Direct children only: what is referred to has a key of its own. Not recursive, so that depth costs nothing. */
    private void checkTree(COSBase root) {
        Deque<COSBase> open = new ArrayDeque<>();
        add(root, open);
        while (!open.isEmpty()) {
            if (++nodes > MOST_NODES || Thread.currentThread().isInterrupted()) {
                throw new UploadRefused(Reason.DOCUMENT_TOO_COMPLEX);
            }
            var node = open.pop();
            if (node instanceof COSDictionary dictionary) {
                checkDictionary(dictionary);
                dictionary.getValues().forEach(value -> add(value, open));
            } else if (node instanceof COSArray array) {
                array.forEach(value -> add(value, open));
            }
        }
    }

    private static void add(COSBase value, Deque<COSBase> open) {
        if (value instanceof COSDictionary || value instanceof COSArray) {
            open.push(value);
        }
    }

    private static void checkDictionary(COSDictionary dictionary) {
        var active = dictionary.keySet().stream().map(COSName::getName).anyMatch(ACTIVE_KEYS::contains)
                || isActive(dictionary, COSName.S)
                || isActive(dictionary, COSName.SUBTYPE)
                || isActive(dictionary, COSName.TYPE);
        if (active) {
            throw new UploadRefused(Reason.DOCUMENT_ACTIVE_CONTENT);
        }
    }

    /** Reads through a link, since an action may keep its name in an object of its own. */
    private static boolean isActive(COSDictionary dictionary, COSName key) {
        return dictionary.getDictionaryObject(key) instanceof COSName name && ACTIVE_TYPES.contains(name.getName());
    }
}
