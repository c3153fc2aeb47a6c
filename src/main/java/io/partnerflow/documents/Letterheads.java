package io.partnerflow.documents;

import java.util.Optional;
import java.util.UUID;

/**
 * Whose look stands on what customers get: who writes a letter or prints a paper names the customer's reseller in that
 * matter, and nobody else has to know of looks. What has a legal issuer (invoice, credit note, contract, reminder to
 * pay) names no reseller and stays the vendor's.
 */
public interface Letterheads {

    /** The look the reseller has chosen; empty where it has chosen none: then the vendor's own stands there. */
    Optional<Branding> of(UUID reseller);
}
