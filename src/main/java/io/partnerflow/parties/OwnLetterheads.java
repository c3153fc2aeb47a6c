package io.partnerflow.parties;

import io.partnerflow.documents.Branding;
import io.partnerflow.documents.Letterheads;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The looks resellers have chosen, for letters and papers. */
@Component
class OwnLetterheads implements Letterheads {

    private final Brandings brandings;

    OwnLetterheads(Brandings brandings) {
        this.brandings = brandings;
    }

    @Override
    public Optional<Branding> of(UUID reseller) {
        return brandings.own(reseller);
    }
}
