package io.partnerflow.incoming;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.incoming.IncomingSettings.Security;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/** What is read out of mails nobody can trust: never an exception, never more than there is. */
class MailReaderTest {

    private static final String ANNA = "anna@nord.example";

    private final MailReader reader = new MailReader(settings(""), "partners@northlight.example");
    private final MailReader careful = new MailReader(settings("mx.northlight.example"), "partners@northlight.example");

    static IncomingSettings settings(String authentication) {
        return new IncomingSettings(
                "localhost",
                143,
                Security.NONE,
                "partners",
                "secret",
                "INBOX",
                "Processed",
                "Refused",
                Duration.ofMinutes(1),
                Duration.ofSeconds(5),
                DataSize.ofMegabytes(15),
                50,
                60,
                Set.of("sales@northlight.example"),
                authentication,
                false,
                false,
                Duration.ofHours(1));
    }

    @Test
    void readsWordsNumbersAndFiles() {
        var mail = reader.read(new TestMail(
                        "Anna Ek <Anna@Nord.example>",
                        "Re: or 2026 000017 – påskrivet",
                        "Här är det.\n\nDen 3 mars skrev Northlight <partners@northlight.example>:\n> You may cancel OR-2026-000099")
                .file("avtal_OR_2026_000018.pdf", "application/pdf", "%PDF-1.4".getBytes(ISO_8859_1))
                .raw());

        assertThat(mail.kind()).isEqualTo(MailKind.ORDINARY);
        assertThat(mail.sender()).isEqualTo(ANNA);
        assertThat(mail.senderName()).isEqualTo("Anna Ek");
        assertThat(mail.named()).containsExactly("OR-2026-000017", "OR-2026-000018", "OR-2026-000099");
        assertThat(mail.words()).contains("påskrivet", "här är det").doesNotContain("cancel");
        assertThat(mail.files()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "Auto-Submitted, auto-replied",
        "Precedence, bulk",
        "Precedence, auto_reply",
        "X-Autoreply, yes",
        "Return-Path, <>",
        "X-Partnerflow-Dedupe, task-opened/1",
        "Subject, Automatic reply: OR-2026-000001",
        "Subject, Abwesenheit: bin im Urlaub",
        "From, MAILER-DAEMON@mx.example",
        "From, partners@northlight.example",
        "From, Sales <sales@northlight.example>",
    })
    void whatAMachineHasWrittenIsSetAside(String header, String value) {
        var mail = new TestMail(ANNA, "Hello", "OR-2026-000001")
                .header(header, value)
                .raw();
        assertThat(reader.read(mail).kind()).isEqualTo(MailKind.AUTOMATIC);
    }

    @Test
    void aScanOfACopierIsMailAllTheSame() {
        var mail = new TestMail(ANNA, "Scan OR-2026-000001", "")
                .header("Auto-Submitted", "auto-generated")
                .file("scan.pdf", "application/pdf", new byte[] {1})
                .raw();
        assertThat(reader.read(mail).kind()).isEqualTo(MailKind.ORDINARY);
        assertThat(reader.read(mail).findings()).extracting(Finding::code).contains("automatic");
    }

    @Test
    void encryptedMailSaysWhatItIs() {
        var pgp = TestMail.lines(
                "From: " + ANNA,
                "Subject: x",
                "MIME-Version: 1.0",
                "Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=B",
                "",
                "--B",
                "Content-Type: application/pgp-encrypted",
                "",
                "Version: 1",
                "--B--");
        var smime = TestMail.lines(
                "From: " + ANNA,
                "Subject: x",
                "MIME-Version: 1.0",
                "Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m",
                "Content-Transfer-Encoding: base64",
                "",
                "MIIB");
        var inline = new TestMail(ANNA, "x", "-----BEGIN PGP MESSAGE-----\n\nhQEMA\n-----END PGP MESSAGE-----").raw();

        for (var raw : List.of(pgp, smime, inline)) {
            var mail = reader.read(raw);
            assertThat(mail.kind()).isEqualTo(MailKind.ENCRYPTED);
            assertThat(mail.findings()).extracting(Finding::code).contains("encrypted");
        }
    }

    @Test
    void ofASignedMailTheReadablePartIsRead() {
        var mail = reader.read(TestMail.lines(
                "From: " + ANNA,
                "Subject: x",
                "MIME-Version: 1.0",
                "Content-Type: multipart/signed; protocol=\"application/pkcs7-signature\"; boundary=B",
                "",
                "--B",
                "Content-Type: text/plain",
                "",
                "about OR-2026-000001",
                "--B",
                "Content-Type: application/pkcs7-signature; name=smime.p7s",
                "Content-Transfer-Encoding: base64",
                "",
                "MIIB",
                "--B--"));
        assertThat(mail.kind()).isEqualTo(MailKind.ORDINARY);
        assertThat(mail.text()).isEqualTo("about OR-2026-000001");
        assertThat(mail.findings()).containsExactly(new Finding("signed"));
        assertThat(mail.files()).isEmpty();
    }

    @Test
    void aForwardedMailIsReadToo() {
        var inside = new TestMail("kim@else.example", "Signed OR-2026-000005", "See the file")
                .file("scan.pdf", "application/pdf", new byte[] {1})
                .raw();
        var mail = reader.read(
                new TestMail(ANNA, "Fwd:", "please").enclosing(inside).raw());
        assertThat(mail.sender()).isEqualTo(ANNA);
        assertThat(mail.named()).containsExactly("OR-2026-000005");
        assertThat(mail.files()).hasSize(1);
        assertThat(mail.findings()).extracting(Finding::code).contains("forwarded");
    }

    @Test
    void htmlBecomesTextAndNothingIsRunOrLoaded() {
        var mail = reader.read(TestMail.lines(
                "From: " + ANNA,
                "Subject: x",
                "Content-Type: text/html; charset=windows-1252",
                "",
                "<html><head><style>p{}</style><script>alert(1)</script></head><body><p>Gr\u00fc\u00dfe",
                "<a href=\"https://evil.example/x\">here</a><a href=\"javascript:alert(1)\">there</a>",
                "<img src=\"https://track.example/p.png\"></p><p>Two</p></body></html>"));
        assertThat(mail.text())
                .isEqualTo("Grüße here (https://evil.example/x)there\n\nTwo")
                .doesNotContain("alert", "track", "<");
    }

    @Test
    void twoHundredFilesAreCountedNotKept() {
        var mail = new TestMail(ANNA, "x", "y");
        for (var i = 0; i < 200; i++) {
            mail.file("f" + i + ".pdf", "application/pdf", new byte[] {1});
        }
        var read = reader.read(mail.raw());
        assertThat(read.files()).hasSize(50);
        assertThat(read.findings()).extracting(Finding::code).contains("too-many-files");
    }

    @Test
    void neitherHeadsNorPartsWithoutEndAreTakenApart() {
        var heads = ("X-A: b\r\n".repeat(200_000) + "\r\nx").getBytes(ISO_8859_1);
        var parts = ("From: a@b.example\r\nContent-Type: multipart/mixed; boundary=B\r\n\r\n"
                        + "--B\r\n\r\nx\r\n".repeat(100_000))
                .getBytes(ISO_8859_1);
        var inside = new TestMail(ANNA, "x", "y").enclosing(heads).raw();

        assertThat(reader.read(heads).kind()).isEqualTo(MailKind.UNREADABLE);
        assertThat(reader.read(parts).kind()).isEqualTo(MailKind.UNREADABLE);
        assertThat(reader.read(inside).findings())
                .extracting(Finding::code)
                .containsAnyOf("too-complex", "too-many-parts");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\u0000\u0001\u0002",
                "no head at all",
                "From: \r\nSubject: =?utf-8?Q?=E4=ZZ?=\r\n\r\n",
                "From: a@b@c, <<>>\r\nContent-Type: ;;;\r\nContent-Transfer-Encoding: rot13\r\n\r\nhello",
                "From: Anna\r\n <a@b.example>\r\nSubject: one\r\n two\r\nContent-Type: text/plain; charset=klingon\r\n\r\nhello \u00e4",
                "Content-Type: multipart/mixed\r\n\r\nno boundary",
                "Content-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\nContent-Type: text/plain\r\n\r\nnever ends",
                "Content-Type: message/rfc822\r\n\r\nContent-Type: message/rfc822\r\n\r\nContent-Type: message/rfc822\r\n\r\n",
                "Date: Thu, 99 Foo 99999 99:99:99 +9999\r\nFrom: a@b.example\r\n\r\nx",
                "Content-Transfer-Encoding: base64\r\n\r\n%%%%",
            })
    void whateverComesItIsRead(String raw) {
        var mail = reader.read(raw.getBytes(ISO_8859_1));
        assertThat(mail.identity()).hasSize(64);
        assertThat(mail.subject() + mail.senderName() + mail.sender() + mail.recipients())
                .doesNotContainPattern("\\p{Cntrl}");
        assertThat(mail.text()).doesNotContain("\u0000");
    }

    @Test
    void theSameMailOnAnotherWayIsTheSame() {
        var mail = new TestMail(ANNA, "x", "y").raw();
        var again = ("Received: from mx2.example\r\n" + new String(mail, ISO_8859_1)).getBytes(ISO_8859_1);
        assertThat(reader.read(again).identity()).isEqualTo(reader.read(mail).identity());
        assertThat(reader.read(new TestMail(ANNA, "x", "y").raw()).identity())
                .isNotEqualTo(reader.read(mail).identity());
    }

    @Test
    void anAddressAloneIsNotBelieved() {
        assertThat(reader.read(new TestMail(ANNA, "x", "y").vouched().raw()).proven())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mx.northlight.example; dkim=pass header.d=nord.example; dmarc=pass header.from=nord.example",
                "MX.northlight.example 1;\r\n dmarc=pass (p=REJECT sp=NONE) header.from=Nord.example; spf=fail",
                "mx.northlight.example; dmarc=pass action=none header.from=nord.example",
            })
    void ourOwnServerVouchesForASender(String line) {
        assertThat(proven(new TestMail(ANNA, "x", "y").header("Authentication-Results", line)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example; dmarc=pass header.from=nord.example",
                "mx.northlight.example; spf=pass; dmarc=fail header.from=nord.example",
                "mx.northlight.example; dmarc=pass",
                "mx.northlight.example; dmarc=pass header.from=evil.example",
                "mx.northlight.example; dmarc=pass header.from=evil.example header.from=nord.example",
                "mx.northlight.example; dmarc=fail header.from=nord.example; spf=pass smtp.mailfrom=\"dmarc=pass\"@evil.example",
                "mx.northlight.example; spf=pass smtp.mailfrom=\"; dmarc=pass header.from=nord.example; \"@evil.example",
                "mx.northlight.example; spf=none (; dmarc=pass header.from=nord.example; )",
                "mx.northlight.example; spf=none (\\); dmarc=pass header.from=nord.example",
                "mx.northlight.example; dmarc=fail header.from=evil.example; dmarc=pass header.from=nord.example",
                "mx.northlight.example; spf=pass smtp.mailfrom=dmarc=pass@evil.example header.from=nord.example",
                "mx.northlight.example.evil.example; dmarc=pass header.from=nord.example",
            })
    void whatASenderWritesIntoTheLineIsNotBelieved(String line) {
        assertThat(proven(new TestMail(ANNA, "x", "y").header("Authentication-Results", line)))
                .isFalse();
    }

    @Test
    void ofSeveralWritersNoneIsBelieved() {
        var line = "Authentication-Results: mx.northlight.example; dmarc=pass header.from=nord.example";
        var twice = TestMail.lines(line, "From: " + ANNA, "From: kim@else.example", "", "x");
        var both = TestMail.lines(line, "From: " + ANNA + ", kim@else.example", "", "x");
        var one = TestMail.lines(line, "From: " + ANNA, "", "x");
        assertThat(List.of(twice, both, one))
                .extracting(raw -> careful.read(raw).proven())
                .containsExactly(false, false, true);
    }

    private boolean proven(TestMail mail) {
        return careful.read(mail.raw()).proven();
    }

    @Test
    void aReportThatSomebodyForwardsIsAFileAndTheMailAPersons() {
        var report = TestMail.bounce("<one@northlight.example>", "sigrid@else.example");
        var mail = reader.read(new TestMail(ANNA, "Your mail came back", "Please cancel OR-2026-000001")
                .enclosing(report)
                .raw());
        assertThat(mail.kind()).isEqualTo(MailKind.ORDINARY);
        assertThat(mail.named()).contains("OR-2026-000001");
        assertThat(mail.bounce()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "X-Auto-Response-Suppress, All",
        "Precedence, list",
        "List-Id, <sales.nord.example>",
        "List-Unsubscribe, <mailto:leave@nord.example>",
        "X-Loop, tickets@nord.example",
    })
    void whatAGroupAddressOrATicketSystemHandsOnIsAPersons(String header, String value) {
        var mail = reader.read(new TestMail(ANNA, "Cancellation", "Please cancel OR-2026-000001")
                .header(header, value)
                .raw());
        assertThat(mail.kind()).isEqualTo(MailKind.ORDINARY);
        assertThat(mail.findings()).extracting(Finding::code).contains("automatic");
    }

    @Test
    void mailsWithinMailsAreReadThreeDeep() {
        var inside = new TestMail(ANNA, "x", "number 9").raw();
        for (var depth = 8; depth > 0; depth--) {
            inside =
                    new TestMail(ANNA, "x", "number " + depth).enclosing(inside).raw();
        }
        var mail = reader.read(inside);
        assertThat(mail.text()).contains("number 1", "number 4").doesNotContain("number 5");
        assertThat(mail.findings()).extracting(Finding::code).contains("too-many-parts");
    }

    @Test
    void aReportSaysWhichLetterDidNotArriveAndWhy() {
        var mail = reader.read(TestMail.bounce("<one@northlight.example>", "sigrid@else.example"));
        assertThat(mail.kind()).isEqualTo(MailKind.BOUNCE);
        assertThat(mail.bounce())
                .isEqualTo(new BounceReport(
                        List.of("<one@northlight.example>"),
                        "sigrid@else.example",
                        true,
                        "5.1.1 smtp; 550 5.1.1 No such user"));
    }
}
