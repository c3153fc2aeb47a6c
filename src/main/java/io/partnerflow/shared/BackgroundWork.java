package io.partnerflow.shared;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that threads of this node do over and over: at once when something has come in, and after a pause for what was left.
 * A round that fails is said in the log and tried again after the pause.
 */
public final class BackgroundWork {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundWork.class);

    private final String name;
    private final int size;
    private final Duration pause;
    private final Runnable round;
    private final Semaphore wakeUps = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    /**
     * @param name  of the threads and in the log
     * @param size  how many threads
     * @param pause between two rounds of a thread that nothing wakes
     * @param round does what there is to do, and may be done by several threads at a time
     */
    public BackgroundWork(String name, int size, Duration pause, Runnable round) {
        this.name = name;
        this.size = size;
        this.pause = pause;
        this.round = round;
    }

    public synchronized void start() {
        if (!running) {
            running = true;
            IntStream.range(0, size).forEach(number -> {
                var thread = new Thread(this::work, name + "-" + number);
                thread.setDaemon(true);
                threads.add(thread);
                thread.start();
            });
        }
    }

    /** Something has come in. */
    public void wake() {
        wakeUps.release(Math.max(0, size - wakeUps.availablePermits()));
    }

    /** Lets each thread end the round it is in, as long as it takes no longer than this. */
    public synchronized void stop(Duration patience) {
        running = false;
        wake();
        try {
            for (var thread : threads) {
                thread.join(patience.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.clear();
    }

    public boolean isRunning() {
        return running;
    }

    private void work() {
        while (running) {
            try {
                round.run();
            } catch (RuntimeException e) {
                LOG.warn("a round of {} failed and is tried again: {}", name, e.toString());
                wakeUps.drainPermits(); // what fails must not fail at full speed
            }
            waitForWork();
        }
    }

    private void waitForWork() {
        try {
            wakeUps.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            running = false;
        }
    }
}
