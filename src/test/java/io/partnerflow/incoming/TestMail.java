package io.partnerflow.incoming;

import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.UUID;

/** A mail as somebody would send it; every one has an id of its own. */
final class TestMail {

    private final MimeMessage message = new MimeMessage(MailParts.SESSION);
    private final MimeMultipart parts = new MimeMultipart();

    TestMail(String from, String subject, String text) {
        try {
            message.setFrom(new InternetAddress(from));
            message.setRecipient(RecipientType.TO, new InternetAddress("partners@northlight.example"));
            message.setSubject(subject, "UTF-8");
            message.setSentDate(new Date());
            var words = new MimeBodyPart();
            words.setText(text, "UTF-8");
            parts.addBodyPart(words);
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    TestMail header(String name, String value) {
        try {
            message.setHeader(name, value);
            return this;
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    /** Our mail server has found it to be from whom it says. */
    TestMail vouched() {
        try {
            var address = ((InternetAddress) message.getFrom()[0]).getAddress();
            var domain = address.substring(address.indexOf('@') + 1);
            return header("Authentication-Results", "mx.northlight.example; dmarc=pass header.from=" + domain);
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    TestMail file(String name, String type, byte[] content) {
        try {
            var file = new MimeBodyPart();
            file.setDataHandler(new DataHandler(new ByteArrayDataSource(content, type)));
            file.setFileName(name);
            file.setDisposition(Part.ATTACHMENT);
            parts.addBodyPart(file);
            return this;
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    TestMail enclosing(byte[] other) {
        try {
            var inside = new MimeBodyPart();
            inside.setContent(MailParts.open(other), "message/rfc822");
            parts.addBodyPart(inside);
            return this;
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    byte[] raw() {
        try {
            message.setContent(parts);
            message.saveChanges();
            message.setHeader("Message-ID", "<" + UUID.randomUUID() + "@sender.example>");
            var bytes = new ByteArrayOutputStream();
            message.writeTo(bytes);
            return bytes.toByteArray();
        } catch (MessagingException | IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Lines as they stand in a mail. */
    static byte[] lines(String... lines) {
        return (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A report that the letter did not arrive, as mail servers write it. */
    static byte[] bounce(String letter, String recipient) {
        return lines(
                "From: Mail Delivery System <MAILER-DAEMON@mx.example>",
                "To: partners@northlight.example",
                "Subject: Undelivered Mail Returned to Sender",
                "Message-ID: <" + UUID.randomUUID() + "@mx.example>",
                "Auto-Submitted: auto-replied",
                "MIME-Version: 1.0",
                "Content-Type: multipart/report; report-type=delivery-status; boundary=\"B\"",
                "",
                "--B",
                "Content-Type: text/plain; charset=us-ascii",
                "",
                "I'm sorry to have to inform you that your message could not be delivered.",
                "",
                "--B",
                "Content-Type: message/delivery-status",
                "",
                "Reporting-MTA: dns; mx.example",
                "",
                "Final-Recipient: rfc822; " + recipient,
                "Action: failed",
                "Status: 5.1.1",
                "Diagnostic-Code: smtp; 550 5.1.1 No such user",
                "",
                "--B",
                "Content-Type: text/rfc822-headers",
                "",
                "From: partners@northlight.example",
                "Message-ID: " + letter,
                "",
                "--B--");
    }
}
