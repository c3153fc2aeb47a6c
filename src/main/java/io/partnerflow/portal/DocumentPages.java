package io.partnerflow.portal;

import io.partnerflow.access.Caller;
import io.partnerflow.access.CurrentCaller;
import io.partnerflow.documents.Document;
import io.partnerflow.documents.DocumentId;
import io.partnerflow.documents.Documents;
import io.partnerflow.shared.NotFound;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Papers of the organisation, handed out as files: never shown in our own pages' place, whatever is in them. */
@Controller
class DocumentPages {

    private static final Set<String> EVERYDAY = Set.of(
            "agreement",
            "signed-agreement",
            "signature-evidence",
            "order-confirmation",
            "welcome-pack",
            "delivery-note",
            "return-label",
            "message-attachment",
            "erasure-certificate");

    private final Documents documents;
    private final CurrentCaller callers;

    DocumentPages(Documents documents, CurrentCaller callers) {
        this.documents = documents;
        this.callers = callers;
    }

    @GetMapping("/documents/{id}")
    ResponseEntity<byte[]> one(@PathVariable String id) {
        var document = documents.find(known(id));
        var caller = callers.require();
        if (!document.isOwnedBy(caller.actingFor().toString())) {
            throw new NotFound("document", id);
        }
        if (!mayRead(caller, document)) {
            caller.mustBeAbleToSeeInvoices();
        }
        return asFile(document, documents.content(document.id()));
    }

    /** Papers that are not part of everyday work are about money. */
    static boolean mayRead(Caller caller, Document document) {
        return EVERYDAY.contains(document.kind()) || caller.acting().role().mayBill();
    }

    private static DocumentId known(String id) {
        try {
            return new DocumentId(UUID.fromString(id));
        } catch (IllegalArgumentException noId) {
            throw new NotFound("document", id);
        }
    }

    static ResponseEntity<byte[]> asFile(Document document, byte[] content) {
        var disposition =
                ContentDisposition.attachment().filename(document.fileName()).build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(document.contentType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(content);
    }
}
