package io.partnerflow.incoming;

import io.partnerflow.shared.BackgroundWork;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks into the mailbox every minute, if there is one. */
@Component
class MailboxPoller implements SmartLifecycle {

    private static final Duration LAST_ROUND = Duration.ofSeconds(15);
    private static final int MOST_ROUNDS = 20;

    private final IncomingSettings settings;
    private final MailboxRounds rounds;
    private final BackgroundWork work;

    MailboxPoller(IncomingSettings settings, MailboxRounds rounds) {
        this.settings = settings;
        this.rounds = rounds;
        this.work = new BackgroundWork("incoming-mail", 1, settings.pollInterval(), this::empty);
    }

    private void empty() {
        for (var round = 0; round < MOST_ROUNDS && work.isRunning() && rounds.look(); round++) {
            // the next portion
        }
    }

    @Override
    public void start() {
        if (settings.isOn()) {
            work.start();
        }
    }

    @Override
    public void stop() {
        work.stop(LAST_ROUND);
    }

    @Override
    public boolean isRunning() {
        return work.isRunning();
    }
}
