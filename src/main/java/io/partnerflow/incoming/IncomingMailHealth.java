package io.partnerflow.incoming;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/** Whether mail comes in. A mailbox that is away takes nothing else out of service: it is a state of its own. */
@Component("incomingMail")
class IncomingMailHealth implements HealthIndicator {

    static final Status DEGRADED = new Status("DEGRADED", "mail does not come in");

    private final MailboxRounds rounds;

    IncomingMailHealth(MailboxRounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public Health health() {
        return of(rounds.state());
    }

    static Health of(MailboxState state) {
        if (!state.isOn()) {
            return Health.up().withDetail("mailbox", "none").build();
        }
        var health = state.isFailing() ? Health.status(DEGRADED) : Health.up();
        health.withDetail("mailbox", state.mailbox());
        if (state.failingSince() != null) {
            health.withDetail("since", state.failingSince()).withDetail("problem", String.valueOf(state.words()));
        }
        return health.build();
    }
}
