package io.partnerflow.documents;

import java.util.Set;

/**
 * A document to keep. At most one is kept per kind, business key and edition.
 *
 * @param kind        kebab-case, such as {@code signed-agreement}
 * @param businessKey human number of the case it belongs to
 * @param edition     which one of its kind in that case, such as {@code 1} or the round of an upload
 * @param fileName    as people shall see it; what does not belong in a file name is replaced
 * @param contentType of the bytes, as found by us and not as claimed by a sender
 * @param content     the bytes, at least one
 * @param owners      ids of the organisations that may read it; empty: vendor staff only
 */
public record NewDocument(
        String kind,
        String businessKey,
        String edition,
        String fileName,
        String contentType,
        byte[] content,
        Set<String> owners) {

    /** @throws IllegalArgumentException if the kind is not kebab-case, or there are no bytes */
    public NewDocument {
        if (!kind.matches("[a-z][a-z0-9-]{1,39}")) {
            throw new IllegalArgumentException("a kind of document is kebab-case, not: " + kind);
        }
        if (content.length == 0) {
            throw new IllegalArgumentException("%s of %s has no bytes".formatted(kind, businessKey));
        }
        fileName = FileName.safe(fileName);
        owners = Set.copyOf(owners);
    }

    /** A PDF of our own making, the only one of its kind in its case. */
    public static NewDocument pdf(String kind, String businessKey, byte[] content, Set<String> owners) {
        return pdf(kind, businessKey, "1", content, owners);
    }

    /** A PDF of our own making; its file name says case, kind and, from the second on, edition. */
    public static NewDocument pdf(String kind, String businessKey, String edition, byte[] content, Set<String> owners) {
        var name = "%s-%s%s.pdf".formatted(businessKey, kind, "1".equals(edition) ? "" : "-" + edition);
        return new NewDocument(kind, businessKey, edition, name, "application/pdf", content, owners);
    }
}
