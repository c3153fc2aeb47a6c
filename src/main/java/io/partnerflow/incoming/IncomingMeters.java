package io.partnerflow.incoming;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** Figures a watchman looks at: mail that waits, and a mailbox that cannot be emptied. */
@Component
class IncomingMeters implements MeterBinder {

    private final IncomingMails mails;
    private final MailboxRounds rounds;

    IncomingMeters(IncomingMails mails, MailboxRounds rounds) {
        this.mails = mails;
        this.rounds = rounds;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("partnerflow.mails.open", mails, IncomingMails::open)
                .description("Mails that came in and wait for somebody")
                .register(registry);
        Gauge.builder("partnerflow.mailbox.failing", rounds, it -> it.state().isFailing() ? 1 : 0)
                .description("Whether the mailbox cannot be emptied: 1 if so")
                .register(registry);
    }
}
