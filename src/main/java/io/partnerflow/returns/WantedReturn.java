package io.partnerflow.returns;

import io.partnerflow.returns.ReturnView.Way;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Single devices a reseller wants to send back before the end of the contract.
 *
 * @param serials as they were typed
 * @param reason in the reseller's words; at most 500 characters
 * @param way null for direct
 * @param requestedBy e-mail address of who asks
 */
public record WantedReturn(
        String subscription,
        List<String> serials,
        String reason,
        @Nullable Way way,
        String requestedBy) {}
