package io.partnerflow.mail;

import io.partnerflow.documents.Documents;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Objects;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** The mail server, if there is one. Without one letters are kept in the outbox, where staff can read them. */
@Component
class MailServer {

    private final ObjectProvider<JavaMailSender> sender;
    private final Environment environment;
    private final MailSettings settings;
    private final Documents documents;

    MailServer(
            ObjectProvider<JavaMailSender> sender,
            Environment environment,
            MailSettings settings,
            Documents documents) {
        this.sender = sender;
        this.environment = environment;
        this.settings = settings;
        this.documents = documents;
    }

    boolean isThere() {
        return StringUtils.hasText(environment.getProperty("spring.mail.host")) && sender.getIfAvailable() != null;
    }

    /** With angle brackets; never the same again. */
    String newMessageId() {
        return "<%s@%s>".formatted(UUID.randomUUID(), settings.domain());
    }

    /** @throws org.springframework.mail.MailException if the server does not take it, or is not there */
    void take(OutboxLetter letter) {
        var connection = sender.getObject();
        try {
            connection.send(message(connection.createMimeMessage(), letter));
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new MailPreparationException("letter " + letter.key(), e);
        }
    }

    /** No header but the subject and the display name, which the library encodes, holds a text somebody typed. */
    private MimeMessage message(MimeMessage message, OutboxLetter letter)
            throws MessagingException, UnsupportedEncodingException {
        var parts = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        parts.setFrom(settings.from(), Objects.requireNonNullElse(letter.senderName(), settings.senderName()));
        parts.setTo(new InternetAddress(letter.to(), letter.toName(), StandardCharsets.UTF_8.name()));
        parts.setSubject(letter.subject());
        parts.setText(letter.plainText(), letter.html());
        if (letter.picture() != null) {
            var picture = letter.picture();
            parts.addInline(LetterPicture.CONTENT_ID, new ByteArrayResource(picture.content()), picture.contentType());
        }
        parts.setSentDate(Date.from(letter.createdAt()));
        for (var document : letter.attachments()) {
            var bytes = new ByteArrayResource(documents.content(document.id()));
            parts.addAttachment(AttachmentName.of(document), bytes, document.contentType());
        }
        message.setHeader("Message-ID", letter.messageId());
        message.setHeader("X-Partnerflow-Dedupe", letter.key());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setContentLanguage(new String[] {letter.language()});
        return message;
    }
}
