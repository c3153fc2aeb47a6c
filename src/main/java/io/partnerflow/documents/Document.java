package io.partnerflow.documents;

import java.time.Instant;
import java.util.Set;

/**
 * What is known about a kept document, without its bytes.
 *
 * @param kind        what it is, such as {@code agreement}, {@code signed-agreement} or {@code invoice}
 * @param businessKey human number of the case it belongs to, such as {@code OR-2026-000001}
 * @param edition     which one of its kind in that case; {@code 1} where there is only one
 * @param fileName    safe as a file name on any system
 * @param contentType {@code application/pdf}, {@code image/jpeg} or {@code image/png}
 * @param size        in bytes
 * @param sha256      of the bytes, 64 hex digits
 * @param owners      ids of the organisations that may read it; empty: vendor staff only
 * @param createdAt   by the application's clock
 */
public record Document(
        DocumentId id,
        String kind,
        String businessKey,
        String edition,
        String fileName,
        String contentType,
        long size,
        String sha256,
        Set<String> owners,
        Instant createdAt) {

    /** Whether an organisation may read it. */
    public boolean isOwnedBy(String organisationId) {
        return owners.contains(organisationId);
    }
}
