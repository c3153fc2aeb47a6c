package io.partnerflow.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;

/**
 * The only clock of the application, and of the process engine: real time plus one offset. The offset is zero except
 * where time is simulated.
 *
 * <p>The engine's clock is one per JVM, so there is one of these per application.
 */
@Component
public class BusinessClock extends Clock {

    private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);

    BusinessClock() {
        setOffset(Duration.ZERO);
    }

    /** Sets what is added to real time, for the application and the engine at once. */
    void setOffset(Duration offset) {
        this.offset.set(offset);
        ClockUtil.offset(offset.toMillis());
    }

    /** What is added to real time. */
    public Duration offset() {
        return offset.get();
    }

    void set(Instant now) {
        setOffset(Duration.between(Clock.systemUTC().instant(), now));
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(offset.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new Clock() {
            @Override
            public Instant instant() {
                return BusinessClock.this.instant();
            }

            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId other) {
                return BusinessClock.this.withZone(other);
            }
        };
    }
}
