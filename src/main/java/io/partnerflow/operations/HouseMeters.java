package io.partnerflow.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.partnerflow.engine.DeskLoad;
import io.partnerflow.mail.Outbox;
import io.partnerflow.parties.OrderBlocks;
import io.partnerflow.payments.Receivables;
import io.partnerflow.reconciliation.Reconciliation;
import org.springframework.stereotype.Component;

/** Figures a watchman looks at: what lies on the desks, what has failed, what the house has not got round to yet. */
@Component
class HouseMeters implements MeterBinder {

    private final DeskLoad load;
    private final Outbox outbox;
    private final Receivables receivables;
    private final OrderBlocks blocks;
    private final Reconciliation reconciliation;

    HouseMeters(
            DeskLoad load, Outbox outbox, Receivables receivables, OrderBlocks blocks, Reconciliation reconciliation) {
        this.load = load;
        this.outbox = outbox;
        this.receivables = receivables;
        this.blocks = blocks;
        this.reconciliation = reconciliation;
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
        Gauge.builder("partnerflow.receivables.open", receivables, Receivables::openCount)
                .description("Invoices that are not settled")
                .register(registry);
        Gauge.builder("partnerflow.payers.blocked", blocks, OrderBlocks::count)
                .description("Payers that can order nothing new")
                .register(registry);
        Gauge.builder("partnerflow.differences.open", reconciliation, Reconciliation::open)
                .description("Differences between contracts and invoices that nobody has put right or explained")
                .register(registry);
        Gauge.builder(
                        "partnerflow.letters.waiting",
                        outbox,
                        it -> it.page("", "WAITING", 0, 1).total())
                .description("Letters that have not left yet")
                .register(registry);
    }
}
