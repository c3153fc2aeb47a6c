package io.partnerflow.steering;

import io.partnerflow.documents.Vendor;
import io.partnerflow.exports.ExportFormat;
import io.partnerflow.exports.Exports;
import io.partnerflow.exports.Rows;
import io.partnerflow.exports.Table;
import io.partnerflow.shared.NotFound;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers {@code ?format=csv} and {@code ?format=xlsx} on the address of a list: the whole list, as it is filtered. */
@Component("steeringListFiles")
class ListFiles {

    private final Exports exports;
    private final Vendor vendor;

    ListFiles(Exports exports, Vendor vendor) {
        this.exports = exports;
        this.vendor = vendor;
    }

    /** @throws NotFound for any other format */
    <T> ResponseEntity<Resource> of(String format, Table<T> table, Rows<T> rows, Locale language) {
        var wanted = ExportFormat.named(format).orElseThrow(() -> new NotFound("format", format));
        var file = exports.of(table, rows, wanted, language, vendor.timeZone());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.contentType()))
                .contentLength(file.length())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(new InputStreamResource(file.content()));
    }
}
