package io.partnerflow.incoming;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.regex.Pattern;

/** Stands in front of a mail server and does not hand out one of its mails, or hangs up when it is asked for it. */
final class CrankyMailServer implements AutoCloseable {

    private static final Pattern WHOLE = Pattern.compile("(\\S+) FETCH (\\d+) .*BODY(?:\\.PEEK)?\\[\\].*");

    private final ServerSocket door;
    private final int server;
    private volatile int kept;
    private volatile boolean hangsUp;

    CrankyMailServer(int server) {
        this.server = server;
        try {
            door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::listen);
    }

    int port() {
        return door.getLocalPort();
    }

    /** @param place of the mail in its folder */
    void keeps(int place) {
        kept = place;
    }

    void hangsUpAt(int place) {
        kept = place;
        hangsUp = true;
    }

    private void listen() throws IOException {
        while (!door.isClosed()) {
            var client = door.accept();
            var behind = new Socket(InetAddress.getLoopbackAddress(), server);
            start(() -> {
                try (client;
                        behind) {
                    behind.getInputStream().transferTo(client.getOutputStream());
                }
            });
            start(() -> {
                try (client;
                        behind) {
                    commands(client, behind);
                }
            });
        }
    }

    private void commands(Socket client, Socket behind) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(client.getInputStream(), ISO_8859_1));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            var asked = WHOLE.matcher(line);
            if (!asked.matches() || Integer.parseInt(asked.group(2)) != kept) {
                behind.getOutputStream().write((line + "\r\n").getBytes(ISO_8859_1));
            } else if (hangsUp) {
                return;
            } else {
                client.getOutputStream().write((asked.group(1) + " NO damaged on the disk\r\n").getBytes(ISO_8859_1));
            }
        }
    }

    private interface Work {

        void run() throws IOException;
    }

    private static void start(Work work) {
        var thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException closed) {
                // one of the two has hung up
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
