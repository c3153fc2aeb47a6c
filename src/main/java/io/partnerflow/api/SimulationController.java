package io.partnerflow.api;

import io.partnerflow.engine.BusinessClock;
import io.partnerflow.engine.Simulation;
import io.partnerflow.shared.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/simulation/clock")
@Tag(name = "Simulation", description = "Only where time is simulated; elsewhere these calls do not exist.")
class SimulationController {

    private final Simulation simulation;
    private final BusinessClock clock;

    SimulationController(Simulation simulation, BusinessClock clock) {
        this.simulation = simulation;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "What time it is for partnerflow")
    Reading read() {
        if (!simulation.allowed()) {
            throw new NotFound("clock", "simulation");
        }
        return new Reading(clock.instant());
    }

    @PutMapping
    @Operation(summary = "Moves time forward; the answer comes when all work due until then is done")
    Reading move(@RequestBody Reading target) {
        simulation.moveTo(target.now());
        return new Reading(clock.instant());
    }

    @Schema(name = "Clock")
    record Reading(
            @NotNull @Schema(example = "2031-01-01T00:00:00Z")
            Instant now) {}
}
