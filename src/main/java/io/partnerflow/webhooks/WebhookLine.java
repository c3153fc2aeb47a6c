package io.partnerflow.webhooks;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.stereotype.Component;

/**
 * Sends one message to an address that has been looked at, and reads the beginning of the answer. Written by hand on a
 * socket: the JDK's client cannot be told which address to connect to. Follows no redirect, keeps no connection, asks
 * no proxy; the certificate must be that of the name in the address.
 */
@Component
class WebhookLine {

    private static final int CONNECT_MILLIS = 5_000;
    private static final int BODY_MILLIS = 1_000;
    private static final int LONGEST_HEAD = 16 * 1024;
    private static final int LONGEST_BODY = 2_000;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5]\\d\\d)( .*)?");

    private final ScheduledExecutorService watchdog = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "webhooks-watchdog");
        thread.setDaemon(true);
        return thread;
    });

    private final SSLSocketFactory sockets;

    WebhookLine(WebhookSettings settings) {
        this.sockets = TrustedCertificates.sockets(settings.trustedCertificates());
    }

    /** What came back. */
    record Answer(int status, String body) {}

    /** Something answers, but not in HTTP. */
    static final class Garbage extends IOException {

        private static final long serialVersionUID = 1L;
    }

    /** @throws IOException if nobody answers in time, or not as HTTP wants it */
    Answer post(WebhookTargets.Target target, Map<String, String> headers, byte[] body, Duration timeout)
            throws IOException {
        try (var plain = new Socket(Proxy.NO_PROXY)) {
            var end = watchdog.schedule(() -> close(plain), timeout.toMillis(), TimeUnit.MILLISECONDS);
            try {
                plain.setSoTimeout((int) timeout.toMillis());
                plain.connect(new InetSocketAddress(target.address(), target.port()), CONNECT_MILLIS);
                var socket = target.secure() ? secured(plain, target) : plain;
                socket.getOutputStream().write(request(target, headers, body));
                socket.getOutputStream().flush();
                return answer(socket);
            } finally {
                end.cancel(false);
            }
        }
    }

    private SSLSocket secured(Socket plain, WebhookTargets.Target target) throws IOException {
        var socket = (SSLSocket) sockets.createSocket(plain, target.host(), target.port(), true);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static byte[] request(WebhookTargets.Target target, Map<String, String> headers, byte[] body) {
        var path = target.url().getRawPath();
        var query = target.url().getRawQuery();
        var head = new StringBuilder("POST ")
                .append(path == null || path.isEmpty() ? "/" : path)
                .append(query == null ? "" : "?" + query)
                .append(" HTTP/1.1\r\nHost: ")
                .append(target.url().getRawAuthority())
                .append("\r\nConnection: close\r\nUser-Agent: partnerflow-webhooks\r\nContent-Type: application/json")
                .append("\r\nContent-Length: ")
                .append(body.length);
        headers.forEach(
                (name, value) -> head.append("\r\n").append(name).append(": ").append(value));
        var all = new ByteArrayOutputStream();
        all.writeBytes(head.append("\r\n\r\n").toString().getBytes(StandardCharsets.US_ASCII));
        all.writeBytes(body);
        return all.toByteArray();
    }

    private static Answer answer(Socket socket) throws IOException {
        var in = new BufferedInputStream(socket.getInputStream());
        var head = head(in);
        while (head.status() < 200) {
            head = head(in);
        }
        try {
            socket.setSoTimeout(BODY_MILLIS);
            return new Answer(head.status(), head.chunked() ? chunks(in) : text(in.readNBytes(head.toRead())));
        } catch (IOException | IllegalArgumentException brokenOff) { // of a chunk's size anything may be said
            return new Answer(head.status(), "");
        }
    }

    private record Head(int status, Map<String, String> fields) {

        boolean chunked() {
            return fields.getOrDefault("transfer-encoding", "")
                    .toLowerCase(Locale.ROOT)
                    .contains("chunked");
        }

        int toRead() {
            var length = fields.getOrDefault("content-length", "");
            return length.matches("\\d{1,9}") ? Math.min(Integer.parseInt(length), LONGEST_BODY) : LONGEST_BODY;
        }
    }

    private static Head head(InputStream in) throws IOException {
        var room = new int[] {LONGEST_HEAD};
        var status = STATUS.matcher(line(in, room));
        if (!status.matches()) {
            throw new Garbage();
        }
        var fields = new TreeMap<String, String>();
        for (var line = line(in, room); !line.isEmpty(); line = line(in, room)) {
            var colon = line.indexOf(':');
            if (colon > 0) {
                fields.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return new Head(Integer.parseInt(status.group(1)), fields);
    }

    private static String chunks(InputStream in) throws IOException {
        var body = new ByteArrayOutputStream();
        var room = new int[] {LONGEST_HEAD};
        while (body.size() < LONGEST_BODY) {
            var size = Integer.parseInt(line(in, room).replaceFirst(";.*", "").strip(), 16);
            if (size == 0) {
                break;
            }
            body.writeBytes(in.readNBytes(Math.min(size, LONGEST_BODY - body.size())));
            line(in, room);
        }
        return text(body.toByteArray());
    }

    /** @param room how many bytes may still come; one that goes on for ever is garbage */
    private static String line(InputStream in, int[] room) throws IOException {
        var line = new ByteArrayOutputStream();
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || --room[0] < 0) {
                throw new Garbage();
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    /** As far as it can be shown and stored. */
    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "");
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
