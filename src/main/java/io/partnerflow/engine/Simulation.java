package io.partnerflow.engine;

import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Lets time pass at will where that is allowed, so that a contract of years can be played in a minute. Everything that
 * falls due on the way happens in order, at its own moment.
 */
@Component
public class Simulation {

    private final ReentrantLock moving = new ReentrantLock();
    private final SimulationMode mode;
    private final DueWork dueWork;
    private final StoredOffset storedOffset;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    Simulation(
            SimulationMode mode,
            DueWork dueWork,
            StoredOffset storedOffset,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.mode = mode;
        this.dueWork = dueWork;
        this.storedOffset = storedOffset;
        this.clock = clock;
        this.events = events;
    }

    /** The clock has arrived; what waits outside the engine can look whether it is due. */
    public record TimeMoved(Instant now) {}

    /** Whether time may be moved in this installation. */
    public boolean allowed() {
        return mode.allowed();
    }

    /**
     * Moves the clock forward and returns when all work due until then is done. Work that fails is tried again at its
     * later moments, as in real time.
     *
     * @param target not before now
     * @throws NotFound if time is real in this installation
     * @throws Invalid at field {@code now} if the moment has passed
     * @throws Conflict {@code clock-is-moving} if somebody else moves it at the moment
     */
    public void moveTo(Instant target) {
        if (!mode.allowed()) {
            throw new NotFound("clock", "simulation");
        }
        if (target.isBefore(clock.instant())) {
            throw Invalid.field("now", "clock-only-forward", target.toString(), clock.instant());
        }
        if (!moving.tryLock()) {
            throw new Conflict("clock-is-moving");
        }
        try {
            asTheHouse(() -> move(target));
        } finally {
            moving.unlock();
        }
    }

    /** Plays something in which only {@link #moveTo} lets time pass: meanwhile nothing happens by itself. */
    public void play(Runnable story) {
        dueWork.play(story);
    }

    /** Begins at an earlier moment than now; only for a database in which nothing has happened yet. */
    public void beginAt(Instant past) {
        if (!mode.allowed()) {
            throw new NotFound("clock", "simulation");
        }
        clock.set(past);
        dueWork.restartTimers();
        storedOffset.store();
    }

    /** Back to real time, where the simulation has just arrived at it. */
    public void endAtRealTime() {
        clock.setOffset(java.time.Duration.ZERO);
        storedOffset.store();
    }

    private void move(Instant target) {
        dueWork.runUntil(target);
        if (clock.instant().isBefore(target)) {
            clock.set(target);
        }
        storedOffset.store();
        events.publishEvent(new TimeMoved(target));
    }

    /** In a thread of its own: what falls due is done by the house, not by who moves the clock. */
    private static void asTheHouse(Runnable work) {
        try {
            CompletableFuture.runAsync(work, task -> new Thread(task, "simulation").start())
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
