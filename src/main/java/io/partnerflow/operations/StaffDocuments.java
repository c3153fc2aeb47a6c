package io.partnerflow.operations;

import io.partnerflow.documents.DocumentId;
import io.partnerflow.documents.Documents;
import io.partnerflow.shared.NotFound;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Hands documents to staff, as a file to keep: Tasklist opens links in its own tab and would be gone otherwise. */
@Controller
class StaffDocuments {

    private final Documents documents;

    StaffDocuments(Documents documents) {
        this.documents = documents;
    }

    @GetMapping("/staff/documents/{id}")
    ResponseEntity<byte[]> document(@PathVariable("id") String text) {
        var id = DocumentId.of(text);
        var document = documents.find(id);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(document.contentType()))
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(document.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .cacheControl(CacheControl.noStore())
                .body(documents.content(id));
    }

    @ExceptionHandler({NotFound.class, IllegalArgumentException.class})
    ResponseEntity<Void> unknown() {
        return ResponseEntity.notFound().build();
    }
}
