package io.partnerflow.events;

import io.partnerflow.shared.BackgroundWork;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Keeps the journal up to date in the background: right after each commit, and every few seconds for what was left. */
@Component
class EventClerk implements SmartLifecycle {

    private static final Duration LAST_PAGE = Duration.ofSeconds(10);

    private final EventJournal journal;
    private final EventSettings settings;
    private final BackgroundWork work;

    EventClerk(EventJournal journal, EventSettings settings) {
        this.journal = journal;
        this.settings = settings;
        this.work = new BackgroundWork("events", 1, settings.pollInterval(), this::writePages);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void onNoted(EventNoted noted) {
        work.wake();
    }

    @Override
    public void start() {
        if (settings.background()) {
            work.start();
        }
    }

    @Override
    public void stop() {
        work.stop(LAST_PAGE);
    }

    @Override
    public boolean isRunning() {
        return work.isRunning();
    }

    private void writePages() {
        var written = journal.write();
        while (written > 0 && isRunning()) {
            written = journal.write();
        }
    }
}
