package io.partnerflow.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
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
import org.junit.jupiter.api.AfterAll;
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

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry properties) {
        MAIL.start();
        properties.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
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
            } else if (part.getFileName() != null) {
                found.put(part.getFileName(), part.getInputStream().readAllBytes());
            } else {
                found.put(part.getContentType().split(";")[0], part.getContent());
            }
        }
    }
}
