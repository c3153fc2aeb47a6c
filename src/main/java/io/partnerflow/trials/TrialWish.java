package io.partnerflow.trials;

import io.partnerflow.shared.NamedEmail;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A trial as a reseller asks for it, not checked yet; null stands for what was left out.
 *
 * @param programme code
 * @param customer an organisation the reseller has prepared (P-29)
 * @param customerType one of the programme's (P-30)
 * @param people who gets login details (P-31)
 * @param startedBy user of the reseller, who gets the letters about the trial
 */
public record TrialWish(
        @Nullable String programme,
        UUID reseller,
        @Nullable UUID customer,
        @Nullable String customerType,
        List<TrialPerson> people,
        NamedEmail startedBy) {}
