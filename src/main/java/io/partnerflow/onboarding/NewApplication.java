package io.partnerflow.onboarding;

import io.partnerflow.parties.NewParty;

/**
 * What an applicant tells about itself, as typed.
 *
 * @param programme code of the programme it wants to sell under
 * @param preconditionReference what we know it by, such as a customer number; may be null
 * @param motivation why it wants to become a reseller; may be null
 */
public record NewApplication(
        String programme, NewParty organisation, Contact contact, String preconditionReference, String motivation) {}
