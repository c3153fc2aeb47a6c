package io.partnerflow.documents;

import io.partnerflow.documents.UploadRefused.Reason;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads files from outside where they can do no harm: in a thread of its own, a few at a time, for a limited time. A file
 * that overflows the stack or the heap ends its own reading and nothing else.
 */
@Component
public class BoundedCheck {

    private static final Logger LOG = LoggerFactory.getLogger(BoundedCheck.class);
    private static final long LONGEST_QUEUE_SECONDS = 20;

    private final UploadSettings settings;
    private final Semaphore places;

    BoundedCheck(UploadSettings settings) {
        this.settings = settings;
        this.places = new Semaphore(settings.atOnce(), true);
    }

    /**
     * @param work asks now and then whether its thread is interrupted, and ends if it is
     * @throws UploadRefused as the work has thrown it; damaged, if it threw something else; too complex, if it ran out of
     *     time or memory; busy, if no place became free
     */
    public <T> T run(Callable<T> work) {
        try {
            if (!places.tryAcquire(LONGEST_QUEUE_SECONDS, TimeUnit.SECONDS)) {
                throw new UploadRefused(Reason.BUSY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UploadRefused(Reason.BUSY);
        }
        return inOwnThread(work);
    }

    /** The place is free again only when the thread has really ended, however long that takes. */
    private <T> T inOwnThread(Callable<T> work) {
        var answer = new CompletableFuture<T>();
        var thread = new Thread(() -> perform(work, answer), "upload-check");
        thread.setDaemon(true);
        thread.start();
        try {
            return answer.get(settings.longest().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw refusal(e.getCause());
        } catch (TimeoutException e) {
            thread.interrupt();
            throw new UploadRefused(Reason.DOCUMENT_TOO_COMPLEX);
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new UploadRefused(Reason.BUSY);
        }
    }

    private <T> void perform(Callable<T> work, CompletableFuture<T> answer) {
        try {
            answer.complete(work.call());
        } catch (Throwable e) { // a stack overflow or a full heap is the file's fault here, not ours
            answer.completeExceptionally(e);
        } finally {
            places.release();
        }
    }

    private static UploadRefused refusal(Throwable cause) {
        if (cause instanceof UploadRefused refused) {
            return refused;
        }
        LOG.info("a PDF from outside could not be read: {}", cause.toString());
        return new UploadRefused(cause instanceof Error ? Reason.DOCUMENT_TOO_COMPLEX : Reason.DOCUMENT_DAMAGED);
    }
}
