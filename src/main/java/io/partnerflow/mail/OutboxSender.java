package io.partnerflow.mail;

import io.partnerflow.shared.BackgroundWork;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Empties the outbox in the background: right after a letter's commit, and every few seconds for those tried before. */
@Component
class OutboxSender implements SmartLifecycle {

    private static final Duration LAST_LETTER = Duration.ofSeconds(15);

    private final MailSettings settings;
    private final BackgroundWork work;

    OutboxSender(Outbox outbox, MailSettings settings) {
        this.settings = settings;
        this.work = new BackgroundWork("outbox", 1, settings.pollInterval(), outbox::flush);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void onLetterWritten(LetterWritten letter) {
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
        work.stop(LAST_LETTER);
    }

    @Override
    public boolean isRunning() {
        return work.isRunning();
    }
}
