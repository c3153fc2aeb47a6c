package io.partnerflow.incoming;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.partnerflow.incoming.ParsedMail.FoundFile;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.jspecify.annotations.Nullable;

/** Takes a mail apart: its words, its files, and what is to be known about both. A part that cannot be read costs nothing but itself. */
final class MailParts {

    static final int MOST_FILES = 50;
    private static final int DEEPEST = 10;
    private static final int MOST_ENCLOSED = 3; // each level holds the whole of those inside it once more
    private static final int MOST_PARTS = 500;
    private static final int LONGEST_TEXT = 200_000;
    private static final int DECORATION = 20_000;

    static final Session SESSION = Session.getInstance(session());

    private final StringBuilder text = new StringBuilder();
    private final List<FoundFile> files = new ArrayList<>();
    private final Set<Finding> findings = new LinkedHashSet<>();
    private final List<String> reported = new ArrayList<>();
    private @Nullable String status;
    private final boolean report;
    private boolean encrypted;
    private int parts;
    private int enclosed;

    private MailParts(boolean report) {
        this.report = report;
    }

    private static Properties session() {
        var properties = new Properties();
        properties.put("mail.mime.address.strict", "false");
        return properties;
    }

    static MimeMessage open(byte[] raw) throws MessagingException {
        return new MimeMessage(SESSION, new ByteArrayInputStream(raw));
    }

    /**
     * @param postOffice whether a mail server has written it. What it says about a letter counts then, or if the whole mail is
     *     such a report; inside of a mail that somebody forwards it is a file
     */
    static MailParts of(MimeMessage message, boolean postOffice) {
        var parts = new MailParts(postOffice || type(message).match("multipart/report"));
        parts.read(message, 0);
        return parts;
    }

    String text() {
        return MailText.clean(text.toString());
    }

    List<FoundFile> files() {
        return files;
    }

    Set<Finding> findings() {
        return findings;
    }

    boolean encrypted() {
        return encrypted;
    }

    /** The machine's part of a report about a letter; null if the mail is none. */
    @Nullable
    String status() {
        return status;
    }

    /** What it gives back of the mail it reports about. */
    List<String> reported() {
        return reported;
    }

    private void read(Part part, int depth) {
        if (depth > DEEPEST || ++parts > MOST_PARTS) {
            findings.add(new Finding("too-many-parts"));
            return;
        }
        try {
            take(part, type(part), depth);
        } catch (MessagingException | IOException | RuntimeException broken) {
            findings.add(new Finding("part-damaged"));
        }
    }

    private void take(Part part, ContentType type, int depth) throws MessagingException, IOException {
        var name = name(part, type);
        if (type.match("multipart/*")) {
            several(part, type, depth);
        } else if (type.match("application/pkcs7-mime") || type.match("application/x-pkcs7-mime")) {
            sealed(part, type, depth);
        } else if (report && type.match("message/delivery-status")) {
            status = text(part, type);
        } else if (report && type.match("text/rfc822-headers")) {
            reported.add(text(part, type));
        } else if (type.match("message/rfc822")) {
            enclosed(bytes(part), depth);
        } else if (!isFile(part, type, name)) {
            words(text(part, type), type.match("text/html"));
        } else {
            file(part, type, name == null ? "" : name);
        }
    }

    private void several(Part part, ContentType type, int depth) throws MessagingException, IOException {
        if (!(part.getContent() instanceof Multipart children)) {
            findings.add(new Finding("part-damaged"));
            return;
        }
        if (type.match("multipart/encrypted")) {
            encrypted = true;
            findings.add(new Finding("encrypted", "PGP"));
        } else if (type.match("multipart/alternative")) {
            best(children, depth);
        } else {
            if (type.match("multipart/signed")) {
                findings.add(new Finding("signed"));
            }
            for (var i = 0; i < children.getCount() && parts <= MOST_PARTS; i++) {
                read(children.getBodyPart(i), depth + 1);
            }
        }
    }

    /** Of several ways to say the same the plain one; files stand in any of them. */
    private void best(Multipart children, int depth) throws MessagingException {
        var plain = false;
        for (var i = 0; i < children.getCount() && parts <= MOST_PARTS; i++) {
            BodyPart child = children.getBodyPart(i);
            var before = text.length();
            if (!(plain && child.isMimeType("text/html"))) {
                read(child, depth + 1);
                plain |= text.substring(before).strip().length() > 0;
            }
        }
    }

    /** S/MIME: what is only signed can be read. */
    private void sealed(Part part, ContentType type, int depth) throws MessagingException, IOException {
        var kind = String.valueOf(type.getParameter("smime-type")).toLowerCase(Locale.ROOT);
        if (!kind.startsWith("enveloped") && !kind.startsWith("authenveloped") && depth < DEEPEST) {
            try {
                var content = new CMSSignedData(bytes(part)).getSignedContent();
                if (content != null
                        && content.getContent() instanceof byte[] inside
                        && MailShape.tooMuch(inside) == null) {
                    findings.add(new Finding("signed"));
                    read(new MimeBodyPart(new ByteArrayInputStream(inside)), depth + 1);
                    return;
                }
            } catch (CMSException notSigned) {
                // then it is sealed
            }
        }
        encrypted = true;
        findings.add(new Finding("encrypted", "S/MIME"));
    }

    /** A mail inside the mail: forwarded, or given back as undeliverable. */
    private void enclosed(byte[] inside, int depth) throws MessagingException {
        if (enclosed == MOST_ENCLOSED || MailShape.tooMuch(inside) != null) {
            findings.add(new Finding("too-many-parts"));
            return;
        }
        if (status != null) {
            reported.add(new String(inside, 0, Math.min(inside.length, 100_000), ISO_8859_1));
            return;
        }
        var message = open(inside);
        findings.add(new Finding("forwarded"));
        words("\n\n---------- " + MailText.line(String.valueOf(message.getSubject()), 300) + "\n", false);
        enclosed++;
        read(message, depth + 1);
        enclosed--;
    }

    private void words(String words, boolean html) {
        var room = LONGEST_TEXT - text.length();
        if (words.stripLeading().startsWith("-----BEGIN PGP MESSAGE-----")) {
            encrypted = true;
            findings.add(new Finding("encrypted", "PGP"));
        } else if (room > 0) {
            var plain = html ? MailText.ofHtml(words) : words;
            text.append(plain, 0, Math.min(room, plain.length())).append("\n\n");
        }
    }

    private void file(Part part, ContentType type, String name) throws MessagingException, IOException {
        if (type.match("application/pkcs7-signature")
                || type.match("application/x-pkcs7-signature")
                || type.match("application/pgp-signature")) {
            return;
        }
        if (files.size() >= MOST_FILES) {
            findings.add(new Finding("too-many-files", String.valueOf(MOST_FILES)));
            return;
        }
        var content = bytes(part);
        var shown = part.getHeader("Content-ID") != null || Part.INLINE.equalsIgnoreCase(part.getDisposition());
        if (shown && type.match("image/*") && content.length < DECORATION) {
            return; // a logo under a signature
        }
        files.add(new FoundFile(MailText.line(name, 190), type.getBaseType().toLowerCase(Locale.ROOT), content));
    }

    private static boolean isFile(Part part, ContentType type, @Nullable String name) throws MessagingException {
        return !type.match("text/plain") && !type.match("text/html")
                || name != null
                || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
    }

    private static ContentType type(Part part) {
        try {
            var type = part.getContentType();
            return new ContentType(type == null ? "text/plain" : type);
        } catch (MessagingException unknown) {
            return new ContentType("application", "octet-stream", null);
        }
    }

    private static @Nullable String name(Part part, ContentType type) {
        try {
            var name = part.getFileName();
            var said = name == null ? type.getParameter("name") : name;
            return said == null || said.isBlank() ? null : MimeUtility.decodeText(said);
        } catch (MessagingException | IOException | RuntimeException unreadable) {
            return "";
        }
    }

    /** In the letters it says it is written in; in those of western Europe if it names none we know. */
    private static String text(Part part, ContentType type) throws MessagingException, IOException {
        return new String(bytes(part), charset(type.getParameter("charset")));
    }

    private static Charset charset(@Nullable String name) {
        try {
            return name == null ? UTF_8 : Charset.forName(MimeUtility.javaCharset(name.strip()));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return ISO_8859_1;
        }
    }

    private static byte[] bytes(Part part) throws MessagingException, IOException {
        try (InputStream content = decoded(part)) {
            return content.readAllBytes();
        }
    }

    private static InputStream decoded(Part part) throws MessagingException, IOException {
        try {
            return part.getDataHandler().getInputStream();
        } catch (MessagingException | IOException unknownEncoding) {
            if (part instanceof MimeBodyPart body) {
                return body.getRawInputStream();
            }
            if (part instanceof MimeMessage message) {
                return message.getRawInputStream();
            }
            throw unknownEncoding;
        }
    }
}
