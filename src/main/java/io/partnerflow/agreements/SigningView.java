package io.partnerflow.agreements;

import io.partnerflow.documents.Document;
import io.partnerflow.shared.NamedEmail;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the holder of a link to sign is shown.
 *
 * @param state       what can be done
 * @param customer    name of the organisation that is bound
 * @param reseller    name of the organisation through which it has ordered
 * @param resellerId  of the same
 * @param goods       what is ordered, in words
 * @param document    the paper to sign
 * @param pages       how many it has
 * @param signatory   who was asked to sign
 * @param deadline    until when
 * @param signature   given on the page; null in every other state than {@code SIGNED}
 */
public record SigningView(
        State state,
        String orderNumber,
        int round,
        String customer,
        String reseller,
        UUID resellerId,
        String goods,
        Document document,
        int pages,
        NamedEmail signatory,
        Instant deadline,
        @Nullable PageSignature signature) {

    /** Every other end of a link, such as a paper that was renewed or uploaded, is told apart from nothing at all. */
    public enum State {
        TO_SIGN,
        /** On this page. */
        SIGNED
    }
}
