package io.partnerflow.payments;

import io.partnerflow.shared.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a movement.
 *
 * @param parts what goes on which invoice
 * @param rest what goes on none yet
 * @param returns the movement it takes back; null if it takes back none
 */
record Match(
        Entry entry,
        Finding finding,
        List<Part> parts,
        Money rest,
        @Nullable Long returns) {

    /** @param amount negative for what goes back */
    record Part(String invoice, Money amount) {}
}
