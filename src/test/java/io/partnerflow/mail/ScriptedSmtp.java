package io.partnerflow.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that answers as told, one behaviour per connection, then well. */
final class ScriptedSmtp implements AutoCloseable {

    enum Behaviour {
        FINE,
        ADDRESS_UNKNOWN,
        ADDRESS_BUSY,
        CONTENT_REFUSED,
        CONTENT_LATER,
        DROPS_AFTER_DATA,
        HANGS,
        SHUTTING_DOWN,
        SENDER_NOT_LET_IN
    }

    final List<String> messages = new CopyOnWriteArrayList<>();

    private final Queue<Behaviour> script = new ConcurrentLinkedQueue<>();
    private final ServerSocket socket;

    ScriptedSmtp(int port) throws IOException {
        socket = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        var thread = new Thread(this::accept, "scripted-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    void next(Behaviour... behaviours) {
        script.addAll(List.of(behaviours));
    }

    private void accept() {
        while (!socket.isClosed()) {
            try (var connection = socket.accept()) {
                var behaviour = script.poll();
                talk(connection, behaviour == null ? Behaviour.FINE : behaviour);
            } catch (IOException gone) {
                // the other side has hung up, or we are closed
            }
        }
    }

    private void talk(Socket connection, Behaviour behaviour) throws IOException {
        var in = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
        var out = connection.getOutputStream();
        if (behaviour == Behaviour.HANGS) {
            in.readLine(); // until the client gives up
            return;
        }
        say(out, behaviour == Behaviour.SHUTTING_DOWN ? "421 closing" : "220 ready");
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            var verb = line.split("[ :]")[0].toUpperCase();
            switch (verb) {
                case "EHLO", "HELO" -> say(out, "250 hello");
                case "MAIL" -> say(out, behaviour == Behaviour.SENDER_NOT_LET_IN ? "530 log in first" : "250 ok");
                case "RCPT" -> say(out, rcpt(behaviour));
                case "DATA" -> {
                    say(out, "354 go on");
                    messages.add(data(in));
                    if (behaviour == Behaviour.DROPS_AFTER_DATA) {
                        return;
                    }
                    say(out, content(behaviour));
                }
                default -> say(out, "250 ok");
            }
            if ("QUIT".equals(verb)) {
                return;
            }
        }
    }

    private static String rcpt(Behaviour behaviour) {
        return switch (behaviour) {
            case ADDRESS_UNKNOWN -> "550 5.1.1 no such user here";
            case ADDRESS_BUSY -> "450 4.2.0 greylisted, come back later";
            default -> "250 ok";
        };
    }

    private static String content(Behaviour behaviour) {
        return switch (behaviour) {
            case CONTENT_REFUSED -> "554 5.7.1 we do not like this";
            case CONTENT_LATER -> "451 4.3.0 try again later";
            default -> "250 taken";
        };
    }

    private static String data(BufferedReader in) throws IOException {
        var message = new StringBuilder();
        for (var line = in.readLine(); line != null && !".".equals(line); line = in.readLine()) {
            message.append(line).append('\n');
        }
        return message.toString();
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
