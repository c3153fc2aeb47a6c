package io.partnerflow.trials;

import io.partnerflow.programmes.ProgrammePolicy;
import io.partnerflow.shared.NamedEmail;
import java.util.List;
import java.util.UUID;

/** A {@link TrialWish} that can be fulfilled. */
record CheckedWish(
        ProgrammePolicy policy,
        UUID reseller,
        UUID customer,
        String customerType,
        List<TrialPerson> people,
        NamedEmail startedBy) {}
