package io.partnerflow.demo;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;

/** A mail somebody writes to the vendor. */
record Mail(String from, String subject, String text) {

    /** As it lies in the mailbox. */
    byte[] raw(Instant sent) {
        var raw = new ByteArrayOutputStream();
        try {
            var message = new MimeMessage(Session.getInstance(new Properties()));
            message.setFrom(new InternetAddress(from));
            message.setRecipient(RecipientType.TO, new InternetAddress("partners@northlight.example"));
            message.setSubject(subject, "UTF-8");
            message.setSentDate(Date.from(sent));
            message.setText(text, "UTF-8");
            message.writeTo(raw);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return raw.toByteArray();
    }
}
