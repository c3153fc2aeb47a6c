package io.partnerflow.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.partnerflow.documents.Branding;
import io.partnerflow.documents.Documents;
import io.partnerflow.documents.NewDocument;
import io.partnerflow.shared.Money;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What a reader finds in the mail box. */
@MailTest
class GreenMailTest {

    private static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Autowired
    Postman postman;

    @Autowired
    Outbox outbox;

    @Autowired
    Documents documents;

    @Autowired
    MailOnly.Looks looks;

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry properties) {
        MAIL.start();
        properties.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
    }

    @BeforeEach
    void emptyMailBox() throws Exception {
        MAIL.purgeEmailFromAllMailboxes();
    }

    @AfterAll
    static void close() {
        MAIL.stop();
    }

    @Test
    void holdsPageTextAndPapersInTheReadersAlphabet() throws Exception {
        var agreement = "%PDF-1.7 avtal åäö".getBytes(StandardCharsets.UTF_8);
        var scan = new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0, 13, 10, 46, 13, 10};
        var papers = List.of(
                documents.file(NewDocument.pdf("agreement", "OR-2026-000031", agreement, Set.of())),
                documents.file(new NewDocument(
                        "signed-agreement", "OR-2026-000031", "2", "å \"scan\".jpg", "image/jpeg", scan, Set.of())));
        postman.send(new Letter(
                "agreement/OR-2026-000031",
                "asa@example.se",
                "Åsa Öberg",
                "test-letter",
                Locale.forLanguageTag("sv"),
                Map.of(
                        "number", "OR-2026-000031 – förnyat",
                        "price", Money.of("1234.50", "SEK"),
                        "customer", "Brf Eken & Söner",
                        "url", "https://partners.example/orders/OR-2026-000031"),
                papers,
                "OR-2026-000031"));
        assertThat(outbox.flush()).isEqualTo(1);

        var message = MAIL.getReceivedMessages()[0];
        assertThat(message.getSubject()).isEqualTo("Order OR-2026-000031 – förnyat");
        assertThat(message.getFrom()[0].toString()).contains("Northlight Software");
        var to = (InternetAddress) message.getAllRecipients()[0];
        assertThat(to.getPersonal()).isEqualTo("Åsa Öberg");
        assertThat(message.getAllRecipients()).hasSize(1);
        assertThat(message.getHeader("X-Partnerflow-Dedupe")).containsExactly("agreement/OR-2026-000031");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");

        var parts = parts(message);
        assertThat((String) parts.get("text/html")).contains("Brf Eken &amp; Söner", "1\u00a0234,50\u00a0SEK");
        assertThat(((String) parts.get("text/plain")).replace("\r\n", "\n"))
                .startsWith("Hej Åsa Öberg,\n\nYour order OR-2026-000031 – förnyat costs 1\u00a0234,50\u00a0SEK.")
                .contains("Customer: Brf Eken & Söner\nTerm: 12 months\n")
                .contains("- First\n- Second\n")
                .contains("Open the order: https://partners.example/orders/OR-2026-000031")
                .doesNotContain("<", "&amp;");
        assertThat((byte[]) parts.get("OR-2026-000031-agreement.pdf")).isEqualTo(agreement);
        assertThat((byte[]) parts.get("OR-2026-000031-signed-agreement-2.jpg")).isEqualTo(scan);
    }

    @Test
    void comesInTheLookAndNameOfTheReseller() throws Exception {
        var reseller = UUID.randomUUID();
        var logo = new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 7};
        looks.choose(reseller, new Branding(logo, "image/png", "#ffdd00", "Nord IT Åre"));
        var letter = letter("OR-2026-000099", "de");

        postman.send(letter.inTheNameOf(reseller));
        looks.choose(reseller, new Branding(null, null, "#000000", "Another name"));
        assertThat(outbox.flush()).isEqualTo(1);

        var message = MAIL.getReceivedMessages()[0];
        var from = (InternetAddress) message.getFrom()[0];
        assertThat(from.getPersonal()).isEqualTo("Nord IT Åre über Northlight Software AB");
        assertThat(from.getAddress()).isEqualTo("partners@northlight.example");
        var parts = parts(message);
        assertThat((String) parts.get("text/html"))
                .contains("src=\"cid:sender@letter\"", "background: #ffdd00; color: #1b2421", "Nord IT Åre")
                .contains("a.button { background: #796900; color: #ffffff; }", "Registernummer")
                .doesNotContain("class=\"sender\"");
        assertThat((String) parts.get("text/plain")).contains("weil Nord IT Åre Sie betreut");
        assertThat((byte[]) parts.get("<sender@letter>")).isEqualTo(logo);

        var copy = outbox.letter(
                outbox.resend(outbox.about("OR-2026-000099").get(0).id()));
        assertThat(copy.senderName()).isEqualTo("Nord IT Åre über Northlight Software AB");
        assertThat(copy.page()).contains("src=\"data:image/png;base64,").doesNotContain("cid:");
        assertThat(outbox.flush()).isEqualTo(1);
    }

    @Test
    void isTheVendorsWhereTheResellerHasChosenNothing() throws Exception {
        postman.send(letter("OR-2026-000098", "en").inTheNameOf(UUID.randomUUID()));
        assertThat(outbox.flush()).isEqualTo(1);

        var message = MAIL.getReceivedMessages()[0];
        assertThat(((InternetAddress) message.getFrom()[0]).getPersonal()).isEqualTo("Northlight Software AB");
        assertThat((String) parts(message).get("text/html"))
                .contains("class=\"sender\"")
                .doesNotContain("cid:", "mast");
    }

    private static Letter letter(String order, String language) {
        return new Letter(
                "look/" + order,
                "asa@example.se",
                "Åsa Öberg",
                "test-letter",
                Locale.forLanguageTag(language),
                Map.of(
                        "number",
                        order,
                        "price",
                        Money.of("1234.50", "SEK"),
                        "customer",
                        "Brf Eken & Söner",
                        "url",
                        "https://partners.example/orders/" + order),
                order);
    }

    private static Map<String, Object> parts(MimeMessage message) throws MessagingException, IOException {
        var found = new LinkedHashMap<String, Object>();
        collect((MimeMultipart) message.getContent(), found);
        return found;
    }

    private static void collect(MimeMultipart parts, Map<String, Object> found) throws MessagingException, IOException {
        for (var i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (part.getContent() instanceof MimeMultipart inner) {
                collect(inner, found);
            } else if (part.getHeader("Content-ID") != null) {
                found.put(part.getHeader("Content-ID")[0], part.getInputStream().readAllBytes());
            } else if (part.getFileName() != null) {
                found.put(part.getFileName(), part.getInputStream().readAllBytes());
            } else {
                found.put(part.getContentType().split(";")[0], part.getContent());
            }
        }
    }
}
