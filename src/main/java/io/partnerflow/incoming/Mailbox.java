package io.partnerflow.incoming;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.partnerflow.incoming.IncomingSettings.Security;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collections;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The mailbox over IMAP. A mail is moved away only after it has been taken in and that is committed: whatever breaks in
 * between, it lies there still and is known when it is seen again.
 */
final class Mailbox {

    private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);
    private static final int MOST_TRIES = 3;
    private static final int LONGEST_HEAD = 200_000;

    private final IncomingSettings settings;
    private final MailIntake intake;

    private final Stubborn stubborn;

    Mailbox(IncomingSettings settings, MailIntake intake, Stubborn stubborn) {
        this.settings = settings;
        this.intake = intake;
        this.stubborn = stubborn;
    }

    /** Remembers mails that could not be fetched, from one look to the next. */
    interface Stubborn {

        /** @return how often this one could not be fetched, this time counted */
        int again(long validity, long uid);
    }

    /**
     * What came of one look.
     *
     * @param taken   mails that were moved away
     * @param more    whether there were more than fit into one go
     * @param problem why one of them could not be taken in; null if all were
     */
    record Round(int taken, boolean more, @Nullable Exception problem) {}

    /** @throws MessagingException if the server cannot be reached, lets nobody in or breaks off */
    Round empty() throws MessagingException {
        try (var store = connected();
                var inbox = store.getFolder(settings.folder())) {
            inbox.open(Folder.READ_WRITE);
            return empty(store, inbox);
        }
    }

    private Round empty(Store store, Folder inbox) throws MessagingException {
        var count = inbox.getMessageCount();
        var last = Math.min(count, settings.mostAtOnce());
        var taken = 0;
        Exception problem = null;
        for (var place = 1; place <= last; place++) {
            try {
                var message = inbox.getMessage(place);
                if (!message.isSet(Flags.Flag.DELETED)) {
                    move(store, inbox, message, fetched((IMAPFolder) inbox, (IMAPMessage) message));
                    taken++;
                }
            } catch (MessagingException | RuntimeException | IOException failure) {
                LOG.warn("a mail cannot be taken in and stays in {}: {}", settings.name(), failure.toString());
                problem = failure;
                if (!inbox.isOpen()) {
                    throw new MessagingException("connection lost", failure);
                }
            }
        }
        inbox.expunge();
        return new Round(taken, count > last && taken > 0, problem);
    }

    /**
     * One that cannot be fetched again and again does not stand in the way of those behind it: a person sees its head.
     *
     * @return the folder it is to lie in
     */
    private String fetched(IMAPFolder inbox, IMAPMessage message) throws MessagingException, IOException {
        try {
            return take(message);
        } catch (MessagingException | RuntimeException | IOException failure) {
            if (!inbox.isOpen() || stubborn.again(inbox.getUIDValidity(), inbox.getUID(message)) < MOST_TRIES) {
                throw failure;
            }
            LOG.warn("a mail in {} is not handed out, only its head is taken in", settings.name(), failure);
            intake.takeUndelivered(head(message), message.getSize());
            return settings.refusedFolder();
        }
    }

    /** @return the folder it is to lie in */
    private String take(IMAPMessage message) throws MessagingException, IOException {
        message.setPeek(true);
        var largest = settings.largest().toBytes();
        if (message.getSize() <= largest) {
            try {
                intake.take(raw(message, largest));
                return settings.processedFolder();
            } catch (TooLarge measuredWrongly) {
                LOG.info("a mail is larger than its server says");
            }
        }
        intake.takeHead(head(message), message.getSize());
        return settings.refusedFolder();
    }

    private static byte[] raw(IMAPMessage message, long largest) throws MessagingException, IOException {
        var bytes = new ByteArrayOutputStream(Math.max(1024, message.getSize()));
        message.writeTo(new Bounded(bytes, largest));
        if (bytes.size() == 0 || bytes.size() < message.getSize() / 2) {
            // what a server refuses to hand out is read as nothing; sizes it announces are not exact
            throw new IOException("only %d of %d bytes came".formatted(bytes.size(), message.getSize()));
        }
        return bytes.toByteArray();
    }

    private static byte[] head(IMAPMessage message) throws MessagingException {
        var head = new StringBuilder();
        for (var line : Collections.list(message.getAllHeaderLines())) {
            if (head.length() + line.length() < LONGEST_HEAD) {
                head.append(line).append("\r\n");
            }
        }
        return head.append("\r\n").toString().getBytes(ISO_8859_1);
    }

    private static void move(Store store, Folder inbox, Message message, String folder) throws MessagingException {
        var target = store.getFolder(folder);
        if (!target.exists()) {
            target.create(Folder.HOLDS_MESSAGES);
        }
        inbox.copyMessages(new Message[] {message}, target);
        message.setFlag(Flags.Flag.DELETED, true);
    }

    private Store connected() throws MessagingException {
        var protocol = settings.security() == Security.TLS ? "imaps" : "imap";
        var store = Session.getInstance(properties(protocol)).getStore(protocol);
        store.connect(settings.host(), settings.port(), settings.user(), settings.password());
        return store;
    }

    private Properties properties(String protocol) {
        var patience = String.valueOf(settings.patience().toMillis());
        var properties = new Properties();
        var prefix = "mail." + protocol + ".";
        properties.put(prefix + "connectiontimeout", patience);
        properties.put(prefix + "timeout", patience);
        properties.put(prefix + "writetimeout", patience);
        properties.put(prefix + "ssl.checkserveridentity", "true");
        properties.put(prefix + "ssl.protocols", "TLSv1.3 TLSv1.2");
        properties.put(prefix + "fetchsize", String.valueOf(1 << 20));
        if (settings.security() == Security.STARTTLS) {
            properties.put(prefix + "starttls.enable", "true");
            properties.put(prefix + "starttls.required", "true");
        }
        return properties;
    }

    /** More has come than was announced. */
    private static final class TooLarge extends IOException {

        private static final long serialVersionUID = 1L;
    }

    private static final class Bounded extends OutputStream {

        private final OutputStream out;
        private long room;

        Bounded(OutputStream out, long room) {
            this.out = out;
            this.room = room;
        }

        @Override
        public void write(int one) throws IOException {
            take(1);
            out.write(one);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            take(length);
            out.write(bytes, from, length);
        }

        private void take(int length) throws TooLarge {
            room -= length;
            if (room < 0) {
                throw new TooLarge();
            }
        }
    }
}
