package io.partnerflow.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerflow.documents.Documents;
import io.partnerflow.documents.NewDocument;
import io.partnerflow.mail.ScriptedSmtp.Behaviour;
import io.partnerflow.shared.EmailAddress;
import io.partnerflow.shared.Money;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens between us and a mail server, in a real conversation over a real socket. */
@MailTest
class SmtpTest {

    private static ScriptedSmtp server;

    @Autowired
    Postman postman;

    @Autowired
    Outbox outbox;

    @Autowired
    Documents documents;

    @Autowired
    MailSettings settings;

    @Autowired
    MailOnly.HandClock clock;

    @Autowired
    MailOnly.Refusals refusals;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry properties) throws IOException {
        server = new ScriptedSmtp(0);
        var port = server.port();
        properties.add("spring.mail.port", () -> port);
    }

    @BeforeEach
    void emptyBox() {
        database.sql("TRUNCATE letter, letter_attachment, incoming_mail CASCADE")
                .update();
        server.messages.clear();
        refusals.heard.clear();
    }

    @AfterAll
    static void close() throws IOException {
        server.close();
    }

    @Test
    void aLetterLeavesOnceHoweverOftenItIsSent() {
        postman.send(letter("once"));
        postman.send(letter("once"));
        assertThat(outbox.flush()).isEqualTo(1);
        assertThat(outbox.flush()).isZero();
        assertThat(server.messages).hasSize(1);
        assertThat(only().status()).isEqualTo(LetterStatus.SENT);
        assertThat(only().sentAt()).isEqualTo(clock.instant());
    }

    @Test
    void nothingLeavesIfTheCallersTransactionFails() {
        var transaction = new TransactionTemplate(transactions);
        transaction.executeWithoutResult(status -> {
            postman.send(letter("undone"));
            status.setRollbackOnly();
        });
        assertThat(outbox.flush()).isZero();
        assertThat(outbox.page("", "", 0, 10).total()).isZero();
    }

    @Test
    void carriesItsKeyAndItsMessageIdOnEveryTry() {
        server.next(Behaviour.DROPS_AFTER_DATA);
        postman.send(letter("again"));
        outbox.flush();
        assertThat(only().status()).isEqualTo(LetterStatus.WAITING);
        clock.advance(Duration.ofSeconds(10));
        assertThat(outbox.flush()).isEqualTo(1);
        assertThat(server.messages)
                .hasSize(2)
                .allSatisfy(message -> assertThat(message)
                        .contains("Message-ID: " + only().messageId(), "X-Partnerflow-Dedupe: again"));
    }

    @ParameterizedTest
    @EnumSource(names = {"ADDRESS_BUSY", "CONTENT_LATER", "DROPS_AFTER_DATA"})
    void isTriedAgainAfterGrowingPauses(Behaviour behaviour) {
        postman.send(letter("patient"));
        for (var pause : List.of("PT10S", "PT1M", "PT5M", "PT15M", "PT1H", "PT4H", "PT4H")) {
            server.next(behaviour);
            outbox.flush();
            assertThat(only().nextAttemptAt()).isBeforeOrEqualTo(clock.instant().plus(Duration.parse(pause)));
            assertThat(outbox.flush()).isZero();
            clock.advance(Duration.parse(pause));
        }
        assertThat(only().attempts()).isEqualTo(7);
        assertThat(outbox.flush()).isEqualTo(1);
        assertThat(only().problem()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"ADDRESS_UNKNOWN, no such user here", "CONTENT_REFUSED, we do not like this"})
    void whatTheServerNeverWantsIsShownAndTold(Behaviour behaviour, String reason) {
        server.next(behaviour);
        postman.send(letter("unwanted"));
        outbox.flush();
        assertThat(only().status()).isEqualTo(LetterStatus.REFUSED);
        assertThat(only().problem()).contains(reason);
        assertThat(refusals.heard).singleElement().satisfies(refused -> {
            assertThat(refused.letterId()).isEqualTo(only().id());
            assertThat(refused.businessKey()).isEqualTo("OR-2026-000001");
        });
        assertThat(outbox.flush()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"SHUTTING_DOWN", "HANGS", "SENDER_NOT_LET_IN"})
    void aServerThatLetsNobodyInEndsTheRoundAndBlamesNoLetter(Behaviour behaviour) {
        server.next(behaviour);
        postman.send(letter("first"));
        postman.send(letter("second"));
        assertThat(outbox.flush()).isZero();
        assertThat(outbox.page("", "WAITING", 0, 10).items())
                .extracting(OutboxLine::attempts)
                .containsExactlyInAnyOrder(1, 0);
        clock.advance(Duration.ofSeconds(10));
        assertThat(outbox.flush()).isEqualTo(2);
    }

    @Test
    void lettersWaitWhileTheServerIsAwayAndLeaveOnceWhenItIsBack() throws IOException {
        var port = server.port();
        server.close();
        postman.send(letter("waiting"));
        for (var minute = 0; minute < 60; minute++) {
            outbox.flush();
            clock.advance(Duration.ofMinutes(1));
        }
        assertThat(only().status()).isEqualTo(LetterStatus.WAITING);
        assertThat(only().problem()).isNotBlank();
        server = new ScriptedSmtp(port);
        clock.advance(settings.longestPause());
        assertThat(outbox.flush()).isEqualTo(1);
        assertThat(server.messages).hasSize(1);
    }

    @Test
    void severalSendersShareTheWorkAndDoNothingTwice() {
        IntStream.range(0, 40).forEach(i -> postman.send(letter("crowd/" + i)));
        var sent = IntStream.range(0, 4).parallel().map(i -> outbox.flush()).sum();
        assertThat(sent).isEqualTo(40);
        assertThat(server.messages).hasSize(40);
    }

    @Test
    void leavesByItselfSoonAfterTheCommit() {
        var sender = new OutboxSender(
                outbox,
                new MailSettings(
                        settings.from(),
                        settings.senderName(),
                        settings.pauses(),
                        settings.longestPause(),
                        true,
                        Duration.ofHours(1)));
        sender.start();
        try {
            postman.send(letter("soon"));
            sender.onLetterWritten(new LetterWritten(only().id()));
            Awaitility.await().until(() -> only().status() == LetterStatus.SENT);
        } finally {
            sender.stop();
        }
        assertThat(sender.isRunning()).isFalse();
    }

    @Test
    void aLetterOnceSentGoesOutAgainAsACopyOfItsOwn() {
        postman.send(letter("copy"));
        outbox.flush();
        var first = only();
        var copy = outbox.resend(first.id());
        assertThat(outbox.flush()).isEqualTo(1);
        assertThat(outbox.letter(copy).messageId()).isNotEqualTo(first.messageId());
        assertThat(outbox.letter(copy).html()).isEqualTo(first.html());
        assertThat(outbox.letter(copy).attachments()).isEqualTo(first.attachments());
    }

    @Test
    void aRefusedLetterIsTriedAgainAsItself() {
        server.next(Behaviour.ADDRESS_UNKNOWN);
        postman.send(letter("second-chance"));
        outbox.flush();
        assertThat(outbox.resend(only().id())).isEqualTo(only().id());
        assertThat(outbox.flush()).isEqualTo(1);
    }

    @Test
    void aRefusedLetterGoesToTheRightAddressAsACopy() {
        server.next(Behaviour.ADDRESS_UNKNOWN);
        postman.send(letter("wrong-address"));
        outbox.flush();
        assertThat(outbox.count(LetterStatus.REFUSED)).isEqualTo(1);
        var copy = outbox.letter(outbox.resend(only().id(), EmailAddress.of("anna.akesson@example.se")));
        assertThat(outbox.flush()).isEqualTo(1);
        assertThat(copy.to()).isEqualTo("anna.akesson@example.se");
        assertThat(server.messages).singleElement().asString().contains(copy.messageId());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.se\r\nBcc: v@example.org",
                "a@b.se\nBcc: v@example.org",
                "a@b.se,v@example.org",
                "Anna <a@b.se>",
                "a@b.se\u0000",
                "a@b.se <v@example.org>",
                "@b.se",
                ""
            })
    void writesToExactlyOneAddress(String address) {
        assertThatThrownBy(() -> letter("bad-address", address, "Anna", "Brf Eken"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Anna\r\nBcc: v@example.org",
                "Anna\nX-Evil: 1\n\nbody",
                "Anna\r\n\r\n<script>alert(1)</script>",
                "Åsa \"Quote\" <v@example.org>, Bo"
            })
    void whatSomebodyTypedNeverBecomesAHeader(String typed) {
        postman.send(letter("crlf/1", "anna@example.se", typed, typed));
        assertThat(outbox.flush()).isEqualTo(1);
        var head = server.messages.get(0).split("\n\n")[0];
        assertThat(Pattern.compile("(?m)^(Bcc|X-Evil|Cc)\\b").matcher(head).find())
                .isFalse();
        assertThat(Pattern.compile("(?m)^To: .*(\n\\s.*)*anna@example.se>?$")
                        .matcher(head)
                        .find())
                .isTrue();
        assertThat(only().html()).doesNotContain("<script>");
        assertThat(only().subject()).doesNotContain("\n", "\r");
    }

    private OutboxLetter only() {
        return outbox.letter(outbox.page("", "", 0, 10).items().get(0).id());
    }

    private Letter letter(String key) {
        return letter(key, "anna@example.se", "Anna Åkesson", "Brf Eken 7");
    }

    private Letter letter(String key, String to, String toName, String customer) {
        var bytes = "%PDF-1.7 a paper".getBytes(StandardCharsets.US_ASCII);
        var paper = documents.file(NewDocument.pdf("invoice", "IN-" + UUID.randomUUID(), bytes, Set.of()));
        return new Letter(
                key,
                to,
                toName,
                "test-letter",
                Locale.ENGLISH,
                Map.of(
                        "number",
                        "OR-2026-000001 " + customer,
                        "price",
                        Money.of("1234.50", "SEK"),
                        "customer",
                        customer,
                        "url",
                        "https://partners.example/orders/OR-2026-000001"),
                List.of(paper),
                "OR-2026-000001");
    }
}
