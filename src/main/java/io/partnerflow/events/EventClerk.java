package io.partnerflow.events;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Keeps the journal up to date in the background: right after each commit, and every few seconds for what was left. */
@Component
class EventClerk implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(EventClerk.class);
    private static final long LAST_PAGE_MILLIS = 10_000;

    private final EventJournal journal;
    private final EventSettings settings;
    private final Semaphore wakeUps = new Semaphore(0);
    private volatile @Nullable Thread thread;

    EventClerk(EventJournal journal, EventSettings settings) {
        this.journal = journal;
        this.settings = settings;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void onNoted(EventNoted noted) {
        wakeUps.release();
    }

    @Override
    public void start() {
        if (settings.background()) {
            var working = new Thread(this::work, "events");
            working.setDaemon(true);
            thread = working;
            working.start();
        }
    }

    @Override
    public void stop() {
        var working = thread;
        thread = null;
        wakeUps.release();
        try {
            if (working != null) {
                working.join(LAST_PAGE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void work() {
        while (Thread.currentThread() == thread) {
            try {
                while (journal.write() > 0 && isRunning()) {
                    LOG.trace("more may wait");
                }
            } catch (RuntimeException e) {
                LOG.warn("the journal could not be written and is tried again: {}", e.toString());
            }
            waitForWork();
        }
    }

    private void waitForWork() {
        try {
            wakeUps.tryAcquire(settings.pollInterval().toMillis(), TimeUnit.MILLISECONDS);
            wakeUps.drainPermits();
        } catch (InterruptedException e) {
            thread = null;
        }
    }
}
