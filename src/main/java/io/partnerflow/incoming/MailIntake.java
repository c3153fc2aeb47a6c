package io.partnerflow.incoming;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.Workflow;
import io.partnerflow.numbering.NumberSeries;
import io.partnerflow.shared.VendorCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes a mail in, in a transaction of its own: once, whole, with the process that finds out where it belongs. */
@Component
public class MailIntake {

    private static final Duration HOUR = Duration.ofHours(1);

    private final MailReader reader;
    private final MailFiles files;
    private final NumberSeries numbers;
    private final Workflow workflow;
    private final AuditTrail audit;
    private final VendorCalendar calendar;
    private final IncomingSettings settings;
    private final JdbcClient database;

    MailIntake(
            MailReader reader,
            MailFiles files,
            NumberSeries numbers,
            Workflow workflow,
            AuditTrail audit,
            VendorCalendar calendar,
            IncomingSettings settings,
            JdbcClient database) {
        this.reader = reader;
        this.files = files;
        this.numbers = numbers;
        this.workflow = workflow;
        this.audit = audit;
        this.calendar = calendar;
        this.settings = settings;
        this.database = database;
    }

    /**
     * Takes in a whole mail.
     *
     * @param raw as it came
     * @return its number; empty if it has been taken in before
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Optional<String> take(byte[] raw) {
        return keep(reader.read(raw), raw, raw.length);
    }

    /** @param head of a mail whose rest is too large to be fetched */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Optional<String> takeHead(byte[] head, long size) {
        return keep(reader.oversized(head, size), head, size);
    }

    /** @param head of a mail whose rest the server does not hand out */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Optional<String> takeUndelivered(byte[] head, long size) {
        return keep(reader.undelivered(head), head, Math.max(head.length, size));
    }

    private Optional<String> keep(ParsedMail mail, byte[] raw, long size) {
        if (isKnown(mail.identity())) {
            return Optional.empty();
        }
        var now = calendar.now();
        var kept = flooding(mail, now);
        var number = numbers.next("MI");
        insert(number, kept, size, now);
        database.sql("INSERT INTO incoming_source (number, content) VALUES (?, ?)")
                .params(number, raw)
                .update();
        files.keep(number, kept.files());
        audit.record("mail-received", number, kept.sender());
        workflow.start(IncomingProcess.MAIL_RECEIVED, number);
        return Optional.of(number);
    }

    private boolean isKnown(String identity) {
        return database.sql("SELECT EXISTS (SELECT 1 FROM incoming_mail WHERE identity = ?)")
                .param(identity)
                .query(Boolean.class)
                .single();
    }

    /** Two machines that answer each other would go on for ever. The first mail too many is shown to a person. */
    private ParsedMail flooding(ParsedMail mail, Instant now) {
        if (mail.kind() == MailKind.AUTOMATIC || mail.sender().isEmpty()) {
            return mail;
        }
        var before = database.sql("SELECT count(*) FROM incoming_mail WHERE sender = ? AND received_at > ?")
                .params(mail.sender(), IncomingRows.at(now.minus(HOUR)))
                .query(Integer.class)
                .single();
        var finding = new Finding("flood", String.valueOf(settings.mostPerSender()));
        return before < settings.mostPerSender()
                ? mail
                : mail.as(before == settings.mostPerSender() ? mail.kind() : MailKind.FLOOD, finding);
    }

    private void insert(String number, ParsedMail mail, long size, Instant now) {
        database.sql("""
                        INSERT INTO incoming_mail (number, identity, kind, status, sender, sender_name, recipients, subject, body,
                            words, answers, named, findings, sent_at, received_at, size, proven)
                        VALUES (:number, :identity, :kind, 'RECEIVED', :sender, :senderName, :recipients, :subject, :body,
                            :words, :answers, :named, :findings, :sentAt, :now, :size, :proven)""")
                .param("number", number)
                .param("identity", mail.identity())
                .param("kind", mail.kind().name())
                .param("sender", mail.sender())
                .param("senderName", mail.senderName())
                .param("recipients", mail.recipients())
                .param("subject", mail.subject())
                .param("body", mail.text())
                .param("words", mail.words())
                .param("answers", mail.answers().toArray(String[]::new))
                .param("named", mail.named().toArray(String[]::new))
                .param("findings", IncomingRows.stored(mail.findings()))
                .param("sentAt", mail.sentAt() == null ? null : IncomingRows.at(mail.sentAt()))
                .param("now", IncomingRows.at(now))
                .param("size", size)
                .param("proven", mail.proven())
                .update();
    }
}
