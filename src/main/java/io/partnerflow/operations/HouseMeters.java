package io.partnerflow.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.partnerflow.engine.DeskLoad;
import io.partnerflow.mail.Outbox;
import org.springframework.stereotype.Component;

/** Figures a watchman looks at: what lies on the desks, what has failed, what the house has not got round to yet. */
@Component
class HouseMeters implements MeterBinder {

    private final DeskLoad load;
    private final Outbox outbox;

    HouseMeters(DeskLoad load, Outbox outbox) {
        this.load = load;
        this.outbox = outbox;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (var desk : load.names()) {
            Gauge.builder("partnerflow.tasks.open", load, it -> it.desk(desk).open())
                    .description("Tasks that wait for a desk")
                    .tag("desk", desk)
                    .register(registry);
            Gauge.builder("partnerflow.tasks.overdue", load, it -> it.desk(desk).overdue())
                    .description("Tasks a desk should have done already")
                    .tag("desk", desk)
                    .register(registry);
        }
        Gauge.builder("partnerflow.steps.failed", load, DeskLoad::failedCount)
                .description("Steps that have used up their tries")
                .register(registry);
        Gauge.builder("partnerflow.steps.due", load, DeskLoad::dueSteps)
                .description("Steps and timers that are due and not done yet")
                .register(registry);
        Gauge.builder(
                        "partnerflow.letters.waiting",
                        outbox,
                        it -> it.page("", "WAITING", 0, 1).total())
                .description("Letters that have not left yet")
                .register(registry);
    }
}
