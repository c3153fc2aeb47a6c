package io.partnerflow.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The directory the embedded database lives in, held by one application at a time. The operating system lets go of it
 * when the application ends, however it ends; so a server that still runs there although nobody holds the directory is
 * an orphan.
 */
class DataDirectory implements AutoCloseable {

    private final Path path;
    private final FileChannel held;

    private DataDirectory(Path path, FileChannel held) {
        this.path = path;
        this.held = held;
    }

    /** @throws DirectoryInUse if another application holds the directory */
    static DataDirectory hold(Path directory) throws IOException {
        var path = Files.createDirectories(directory.toAbsolutePath().normalize());
        var channel = FileChannel.open(path.resolve("in-use"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!lock(channel)) {
            channel.close();
            throw new DirectoryInUse(path);
        }
        return new DataDirectory(path, channel);
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByOurselves) {
            return false;
        }
    }

    /** Absolute. */
    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        held.close();
    }
}
