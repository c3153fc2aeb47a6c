package io.partnerflow.shipping;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something the reseller has promised its customer beside the bundle (W-14).
 *
 * @param position in the offer, from 1
 * @param doneOn   null unless it is done
 * @param reason   why it was not done; null unless it was not
 * @param by       who said so; null while it is open
 */
public record OwnServiceTask(
        String order,
        int position,
        String name,
        int quantity,
        Status status,
        @Nullable LocalDate doneOn,
        @Nullable String reason,
        @Nullable String by) {

    public enum Status {
        OPEN,
        DONE,
        NOT_DONE
    }
}
