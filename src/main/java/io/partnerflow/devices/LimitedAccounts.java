package io.partnerflow.devices;

import io.partnerflow.accounts.Accounts;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The accounts of a customer that missing seats have to do with: those of programmes in which seats cover devices. */
@Component
class LimitedAccounts {

    private final CoverageRows rows;
    private final CoverageCases cases;
    private final DeviceTypes types;
    private final Accounts accounts;

    LimitedAccounts(CoverageRows rows, CoverageCases cases, DeviceTypes types, Accounts accounts) {
        this.rows = rows;
        this.cases = cases;
        this.types = types;
        this.accounts = accounts;
    }

    /** @param number of the case; asked for once per case and account */
    void limit(UUID customer, String number) {
        rows.accounts(customer, types.programmes()).forEach(account -> accounts.limit(account, number));
    }

    /** Leaves them limited if a later case has limited them again meanwhile. */
    void restore(UUID customer, String number) {
        var limitedAgain = cases.openOf(customer)
                .filter(open -> open.status() == CoverageStatus.LIMITED)
                .isPresent();
        if (!limitedAgain) {
            rows.accounts(customer, types.programmes()).forEach(account -> accounts.restore(account, number));
        }
    }
}
