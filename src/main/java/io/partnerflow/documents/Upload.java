package io.partnerflow.documents;

import java.util.Set;

/**
 * A file from outside that was looked at and is taken.
 *
 * @param contentType what it really is: {@code application/pdf}, {@code image/jpeg} or {@code image/png}
 * @param fileName    safe, with the ending that fits
 * @param content     as it came
 */
public record Upload(String contentType, String fileName, byte[] content) {

    /** To keep it under a kind, in a case. */
    public NewDocument as(String kind, String businessKey, String edition, Set<String> owners) {
        return new NewDocument(kind, businessKey, edition, fileName, contentType, content, owners);
    }
}
