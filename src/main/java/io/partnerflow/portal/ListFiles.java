package io.partnerflow.portal;

import io.partnerflow.exports.ExportFormat;
import io.partnerflow.exports.Exports;
import io.partnerflow.exports.Rows;
import io.partnerflow.exports.Table;
import io.partnerflow.shared.NotFound;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers {@code ?format=csv} and {@code ?format=xlsx} on the address of a list: the whole list, as it is filtered. */
@Component
class ListFiles {

    private final Exports exports;

    ListFiles(Exports exports) {
        this.exports = exports;
    }

    /** @throws NotFound for any other format */
    <T> ResponseEntity<Resource> of(String format, Table<T> table, Rows<T> rows, Locale language, ZoneId zone) {
        var wanted = ExportFormat.named(format).orElseThrow(() -> new NotFound("format", format));
        var file = exports.of(table, rows, wanted, language, zone);
        var disposition = ContentDisposition.attachment()
                .filename(file.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.contentType()))
                .contentLength(file.length())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(new InputStreamResource(file.content()));
    }
}
