package io.partnerflow.webhooks;

import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks the name service and waits no longer than a moment: who gives us a name may also run the service that answers for
 * it, and never answer. Only a few are asked at a time, for whoever waits may have a transaction open.
 */
class NameLookups {

    private static final int AT_ONCE = 8;

    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(0, AT_ONCE, 1, TimeUnit.MINUTES, new SynchronousQueue<>(), task -> {
                var thread = new Thread(task, "webhooks-names");
                thread.setDaemon(true);
                return thread;
            });
    private final Duration patience;

    NameLookups(Duration patience) {
        this.patience = patience;
    }

    /** @throws WebhookTargets.Refused {@code webhook-host-unknown} if there is no address, or none in time */
    InetAddress[] of(String host, HostAddresses names) throws WebhookTargets.Refused {
        try {
            var asked = threads.submit(() -> names.of(host));
            try {
                var addresses = asked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
                if (addresses.length > 0) {
                    return addresses;
                }
            } finally {
                asked.cancel(true);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | RejectedExecutionException nobodyKnows) {
            throw new WebhookTargets.Refused("webhook-host-unknown");
        }
        throw new WebhookTargets.Refused("webhook-host-unknown");
    }
}
