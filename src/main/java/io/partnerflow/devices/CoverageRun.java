package io.partnerflow.devices;

import io.partnerflow.engine.ModuleService;
import io.partnerflow.engine.NightlyRun;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Looks at every customer about whom something has to be done, in portions. */
@ModuleService
class CoverageRun implements NightlyRun {

    private static final int BATCH = 500;

    private final SeatCoverages coverages;
    private final DeviceRows devices;
    private final CoverageWatch watch;

    CoverageRun(SeatCoverages coverages, DeviceRows devices, CoverageWatch watch) {
        this.coverages = coverages;
        this.devices = devices;
        this.watch = watch;
    }

    /**
     * Looks at one portion.
     *
     * @param after the last customer of the portion before; null for the first one
     * @return the last customer of this one; empty if there was none
     */
    Optional<UUID> lookAtNext(@Nullable UUID after) {
        var customers = coverages.toLookAt(after, BATCH);
        // all of them before any number is taken, so that nobody waits for a number while holding what we need next
        customers.forEach(devices::lock);
        customers.forEach(watch::look);
        return customers.isEmpty() ? Optional.empty() : Optional.of(customers.get(customers.size() - 1));
    }

    @Override
    public String process() {
        return "coverage-run";
    }

    @Override
    @Transactional(readOnly = true)
    public boolean hasWork() {
        return !coverages.toLookAt(null, 1).isEmpty();
    }
}
