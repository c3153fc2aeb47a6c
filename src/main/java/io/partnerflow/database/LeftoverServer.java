package io.partnerflow.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server an application that was killed has left running on the data directory. Two servers on one directory would
 * destroy it, and the old one has no owner, so it is asked to shut down before a new one starts.
 */
class LeftoverServer {

    private static final Logger LOG = LoggerFactory.getLogger(LeftoverServer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path dataDirectory;

    LeftoverServer(Path dataDirectory) {
        this.dataDirectory = dataDirectory;
    }

    /** @throws IOException if the old server is still there after half a minute */
    void stop() throws IOException {
        var pidFile = dataDirectory.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var pid = Long.parseLong(Files.readAllLines(pidFile).get(0).trim());
        var server = ProcessHandle.of(pid).filter(LeftoverServer::isPostgres);
        if (server.isEmpty()) {
            return;
        }
        LOG.info("stopping PostgreSQL {} that an earlier run has left on {}", pid, dataDirectory);
        server.get().destroy();
        try {
            server.get().onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new IOException(
                    "PostgreSQL " + pid + " does not let go of " + dataDirectory
                            + "; stop it by hand before you start again.",
                    e);
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.contains("postgres"))
                .orElse(false);
    }
}
