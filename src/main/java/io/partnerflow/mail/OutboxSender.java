package io.partnerflow.mail;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Empties the outbox in the background: right after a letter's commit, and every few seconds for those tried before. */
@Component
class OutboxSender implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxSender.class);
    private static final Duration LAST_LETTER = Duration.ofSeconds(15);

    private final Outbox outbox;
    private final MailSettings settings;
    private final Semaphore wakeUps = new Semaphore(0);
    private volatile Thread thread;

    OutboxSender(Outbox outbox, MailSettings settings) {
        this.outbox = outbox;
        this.settings = settings;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void onLetterWritten(LetterWritten letter) {
        wakeUps.release();
    }

    @Override
    public void start() {
        if (settings.background()) {
            thread = new Thread(this::work, "outbox");
            thread.setDaemon(true);
            thread.start();
        }
    }

    @Override
    public void stop() {
        var working = thread;
        thread = null;
        wakeUps.release();
        try {
            if (working != null) {
                working.join(LAST_LETTER.toMillis());
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
                outbox.flush();
            } catch (RuntimeException e) {
                LOG.warn("the outbox could not be emptied and is tried again: {}", e.toString());
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
