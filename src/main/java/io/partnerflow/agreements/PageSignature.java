package io.partnerflow.agreements;

import io.partnerflow.documents.DocumentId;
import java.time.Instant;

/**
 * A signature given on the page of a link.
 *
 * @param name      as it was typed
 * @param email     where the link was sent
 * @param address   of the network it came from
 * @param userAgent as the browser names itself; may be empty
 * @param document  what was signed
 * @param sha256    of its bytes
 * @param evidence  the paper that tells all this
 */
public record PageSignature(
        String name,
        String email,
        Instant signedAt,
        String address,
        String userAgent,
        DocumentId document,
        String sha256,
        DocumentId evidence) {

    private static final int LONGEST_ADDRESS = 64;
    private static final int LONGEST_AGENT = 500;

    public PageSignature {
        address = shortened(address, LONGEST_ADDRESS);
        userAgent = shortened(userAgent, LONGEST_AGENT);
    }

    private static String shortened(String text, int longest) {
        var clean = text.replaceAll("\\p{Cntrl}", " ").strip();
        return clean.length() <= longest ? clean : clean.substring(0, longest);
    }
}
