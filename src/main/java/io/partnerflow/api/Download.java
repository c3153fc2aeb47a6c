package io.partnerflow.api;

import io.partnerflow.documents.Document;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Hands a document out as a file: never shown in our own pages' place, whatever is in it. */
final class Download {

    private Download() {}

    static ResponseEntity<byte[]> of(Document document, byte[] content) {
        return of(document.fileName(), MediaType.parseMediaType(document.contentType()), content);
    }

    static ResponseEntity<byte[]> of(String fileName, MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(fileName)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(content);
    }
}
