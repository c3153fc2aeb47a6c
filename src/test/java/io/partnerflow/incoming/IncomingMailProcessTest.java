package io.partnerflow.incoming;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.partnerflow.PartnerflowTest;
import io.partnerflow.Staff;
import io.partnerflow.StaffBrowser;
import io.partnerflow.TestLetters;
import io.partnerflow.TestOrders;
import io.partnerflow.TestParties;
import io.partnerflow.agreements.AgreementManagement;
import io.partnerflow.agreements.AgreementStatus;
import io.partnerflow.conversations.Author;
import io.partnerflow.conversations.MessageDesk;
import io.partnerflow.conversations.NewMessage;
import io.partnerflow.documents.Documents;
import io.partnerflow.incoming.IncomingSettings.Security;
import io.partnerflow.mail.LetterStatus;
import io.partnerflow.mail.Outbox;
import io.partnerflow.orders.OrderFields;
import io.partnerflow.orders.OrderManagement;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.Resellers;
import io.partnerflow.processes.ProcessDriver;
import io.partnerflow.shared.Paging;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.web.StaffListener;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/** Mails over a real IMAP conversation, up to every end of the process, the page and the tasks. */
@PartnerflowTest
class IncomingMailProcessTest {

    private static final String RECOGNISE = "serviceTask_recogniseMail";
    private static final String PLACE = "userTask_placeMail";
    private static final String SEE = "userTask_seeToMail";
    private static final GreenMail SERVER = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));

    @Autowired
    MailboxRounds rounds;

    @Autowired
    IncomingRows rows;

    @Autowired
    ProcessDriver process;

    @Autowired
    OrderManagement orders;

    @Autowired
    AgreementManagement agreements;

    @Autowired
    Documents documents;

    @Autowired
    MessageDesk desk;

    @Autowired
    Outbox outbox;

    @Autowired
    Organisations organisations;

    @Autowired
    Resellers resellers;

    @Autowired
    VendorCalendar calendar;

    @Autowired
    StaffListener door;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcClient database;

    GreenMailUser box;
    IncomingSettings settings;
    Party reseller;
    Party customer;
    StaffBrowser olga;

    @BeforeAll
    static void open() {
        SERVER.start();
    }

    @AfterAll
    static void close() {
        SERVER.stop();
    }

    @BeforeEach
    void prepare() {
        var user = "box" + UUID.randomUUID();
        box = SERVER.setUser(user + "@northlight.example", user, "secret");
        settings = settings(user, "secret");
        var parties = new TestParties(organisations, resellers);
        reseller = parties.reseller();
        customer = parties.customerOf(reseller);
        new Staff(identity).hire("olga", "order-desk");
        olga = new StaffBrowser(door.port());
        olga.login("olga", Staff.PASSWORD);
    }

    private static IncomingSettings settings(String user, String password) {
        return settings(SERVER.getImap().getPort(), Security.NONE, user, password);
    }

    private static IncomingSettings settings(int port, Security security, String user, String password) {
        return new IncomingSettings(
                "127.0.0.1",
                port,
                security,
                user,
                password,
                "INBOX",
                "Processed",
                "Refused",
                Duration.ofMinutes(1),
                Duration.ofSeconds(10),
                DataSize.ofKilobytes(500),
                50,
                60,
                Set.of(),
                "",
                false,
                false,
                Duration.ofHours(1));
    }

    @Test
    void aSignedScanEndsAsATaskAtItsOrder() throws Exception {
        var order =
                orders.start(TestOrders.of(reseller, customer, calendar.today()).wanted(), OrderFields.FORM);
        process.run(order, "serviceTask_sendAgreement");
        var agreement = agreements.of(reseller.id(), order).orElseThrow();
        var signed = documents.content(agreement.document());
        var sigrid = "sigrid@" + customer.id() + ".example.org";

        var mail = received(
                new TestMail("Sigrid Sten <" + sigrid + ">", "Re: " + order, "Please find it attached.\nSigned by me")
                        .vouched()
                        .file("scan0001.pdf", "application/pdf", signed)
                        .raw());
        process.run(mail, RECOGNISE);

        process.hasEndedBy(mail, "serviceTask_fileMail", "endEvent_mailFiled");
        process.run(order, "receiveTask_awaitSignedAgreement");
        assertThat(process.factsOf(order, "userTask_checkSignedAgreement").get("uploadedBy"))
                .asString()
                .contains(sigrid, mail);
        assertThat(agreements.of(reseller.id(), order).orElseThrow().status()).isEqualTo(AgreementStatus.UPLOADED);
        var row = rows.get(mail);
        assertThat(row.status()).isEqualTo(MailStatus.FILED);
        assertThat(row.caseNumber()).isEqualTo(order);
        assertThat(row.trusted()).isTrue();
        assertThat(folder("Processed")).isEqualTo(1);
        assertThat(folder("INBOX")).isZero();
        assertThat(olga.submit("/staff/incoming/" + mail, "/staff/incoming/" + mail + "/elsewhere", Map.of())
                        .statusCode())
                .as("it is being checked already")
                .isEqualTo(409);
    }

    @Test
    void aSignedScanFromAnAddressNobodyVouchesForWaitsForAPerson() {
        var order =
                orders.start(TestOrders.of(reseller, customer, calendar.today()).wanted(), OrderFields.FORM);
        process.run(order, "serviceTask_sendAgreement");
        var agreement = agreements.of(reseller.id(), order).orElseThrow();
        var mail = received(new TestMail("sigrid@" + customer.id() + ".example.org", "Re: " + order, "Signed")
                .file("scan0001.pdf", "application/pdf", documents.content(agreement.document()))
                .raw());
        process.run(mail, RECOGNISE);

        assertThat(process.factsOf(mail, PLACE).get("finding")).asString().contains(order, "could not confirm");
        assertThat(agreements.of(reseller.id(), order).orElseThrow().status()).isEqualTo(AgreementStatus.SENT);
    }

    @Test
    void onlyThoseWhoDecideAboutAMailReadIt() {
        var word = "word" + UUID.randomUUID().toString().substring(0, 8);
        var order = order();
        var unplaced = received(new TestMail("kim@else.example", word, "I am ill").raw());
        process.run(unplaced, RECOGNISE);
        var placed = received(new TestMail(reseller.email(), word + " " + order, "A question")
                .vouched()
                .raw());
        process.run(placed, RECOGNISE);
        var lola = atDesk("lola", "logistics");

        assertThat(lola.get("/staff/incoming?tab=all&search=" + word).body()).doesNotContain(unplaced, placed);
        assertThat(lola.get("/staff/incoming?format=csv&tab=all&search=" + word).body())
                .doesNotContain(unplaced, placed);
        for (var mail : java.util.List.of(unplaced, placed)) {
            assertThat(lola.get("/staff/incoming/" + mail).statusCode()).isEqualTo(404);
            assertThat(lola.get("/staff/incoming/" + mail + "/source").statusCode())
                    .isEqualTo(404);
            assertThat(olga.get("/staff/incoming/" + mail + "/source").statusCode())
                    .isEqualTo(200);
        }
        assertThat(lola.get("/staff/messages/" + order).body())
                .contains(placed)
                .doesNotContain("/staff/incoming/" + placed);
        assertThat(olga.get("/staff/incoming?format=csv&tab=all&search=" + word).body())
                .contains(unplaced, placed);

        database.sql("UPDATE incoming_mail SET desk = 'logistics' WHERE number = ?")
                .param(placed)
                .update();
        assertThat(lola.get("/staff/incoming?tab=all&search=" + word).body())
                .contains(placed)
                .doesNotContain(unplaced);
        var away = lola.submit("/staff/incoming/" + placed, "/staff/incoming/" + placed + "/elsewhere", Map.of());
        assertThat(away.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/staff/incoming"));
    }

    private StaffBrowser atDesk(String person, String group) {
        new Staff(identity).hire(person, group);
        var browser = new StaffBrowser(door.port());
        browser.login(person, Staff.PASSWORD);
        return browser;
    }

    @Test
    void theResellersMailStandsInTheThreadAndIsSeenToOnceItIsAnswered() {
        var order = order();
        var mail = received(new TestMail(reseller.email(), "About " + order, "When does it start?")
                .vouched()
                .file("note.pdf", "application/pdf", pdf(order))
                .raw());
        process.run(mail, RECOGNISE);

        assertThat(desk.thread(order, Paging.first()).items()).anySatisfy(entry -> {
            assertThat(entry.kind()).hasToString("RESELLER");
            assertThat(entry.text()).contains("When does it start?");
            assertThat(entry.file()).isNotNull();
        });
        assertThat(process.factsOf(mail, SEE))
                .containsEntry("caseNumber", order)
                .containsEntry("request", "A question or message");
        assertThat(olga.get("/staff/messages/" + order).body()).contains(mail).doesNotContain("??");
        assertThat(olga.get("/staff/incoming/" + mail).body())
                .contains("When does it start?", order, "note.pdf")
                .doesNotContain("??");

        desk.answer(new Author("olga", "Olga"), order, new NewMessage(UUID.randomUUID(), "On Monday.", false, null));

        process.run(mail, SEE);
        process.hasEndedBy(mail, "serviceTask_closeMail", "endEvent_mailSeenTo");
        assertThat(rows.get(mail).status()).isEqualTo(MailStatus.DONE);
    }

    @Test
    void aWishToCancelGoesToTheDeskTheTableNames() {
        var order = order();
        var mail = received(new TestMail(reseller.email(), "Kündigung", "Wir möchten " + order + " stornieren.")
                .vouched()
                .raw());
        process.run(mail, RECOGNISE);

        assertThat(process.taskAt(mail, SEE)).isNotNull();
        assertThat(rows.get(mail).request()).isEqualTo("CANCELLATION");
        assertThat(rows.get(mail).desk()).isEqualTo("order-desk");
        desk.answer(new Author("olga", "Olga"), order, new NewMessage(UUID.randomUUID(), "Why?", false, null));
        assertThat(process.taskAt(mail, SEE)).as("answering is not cancelling").isNotNull();

        assertThat(act(mail, "seen", Map.of("note", "Cancelled by hand.")).statusCode())
                .isEqualTo(302);
        process.run(mail, SEE);
        process.hasEndedBy(mail, "endEvent_mailSeenTo");
        assertThat(rows.get(mail).note()).isEqualTo("Cancelled by hand.");
        assertThat(rows.get(mail).settledBy()).isEqualTo("olga");
    }

    @Test
    void whatNobodyCanPlaceIsATaskAndAStrangerIsNotBelieved() {
        var order = order();
        var mail = received(
                new TestMail("Mallory <mallory@evil.example>", "About " + order, "Please change <b>the</b> account")
                        .vouched()
                        .raw());
        process.run(mail, RECOGNISE);

        assertThat(process.factsOf(mail, PLACE).get("finding")).asString().contains(order, "not known there");
        assertThat(process.factsOf(mail, PLACE).get("suggestions")).asString().contains(order, customer.name());
        assertThat(desk.thread(order, Paging.first()).items())
                .noneMatch(entry -> entry.text().contains("account"));
        assertThat(olga.get("/staff/incoming").body())
                .contains(mail, "mallory@evil.example")
                .doesNotContain("??");
        assertThat(olga.get("/staff/incoming/" + mail).body())
                .contains("&lt;b&gt;the&lt;/b&gt;", "Place at " + order)
                .doesNotContain("??");

        var unknown = act(mail, "place", Map.of("placeAt", "OR-1999-000001", "note", "kept"));
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body()).contains("There is no OR-1999-000001", "kept", "aria-invalid=\"true\"");
        assertThat(act(mail, "place", Map.of("placeAt", order.toLowerCase(java.util.Locale.ROOT)))
                        .statusCode())
                .isEqualTo(302);
        assertThat(act(mail, "spam", Map.of()).statusCode()).as("two at once").isEqualTo(409);
        process.run(mail, PLACE);

        assertThat(rows.get(mail).placedBy()).isEqualTo("olga");
        assertThat(rows.get(mail).trusted()).isFalse();
        assertThat(desk.thread(order, Paging.first()).items()).anySatisfy(entry -> {
            assertThat(entry.kind()).as("nobody outside reads it").hasToString("NOTE");
            assertThat(entry.text()).contains(mail, "mallory@evil.example", "change <b>the</b> account");
        });

        assertThat(act(mail, "elsewhere", Map.of()).statusCode()).isEqualTo(302);
        process.run(mail, SEE);
        assertThat(rows.get(mail).caseNumber()).isNull();
        assertThat(desk.thread(order, Paging.first()).items())
                .anySatisfy(entry -> assertThat(entry.text()).contains(mail, "by mistake"));
        assertThat(act(mail, "spam", Map.of("note", "Phishing")).statusCode()).isEqualTo(302);
        process.run(mail, PLACE);
        process.hasEndedBy(mail, "endEvent_mailRefused");

        assertThat(act(mail, "elsewhere", Map.of()).statusCode()).as("undone").isEqualTo(302);
        process.run(mail, RECOGNISE);
        answer(mail, Map.of("mailPlacement", "place", "placeAt", "nothing"));
        assertThat(process.factsOf(mail, PLACE).get("problem")).asString().contains("nothing");
        answer(mail, Map.of("mailPlacement", "answered"));
        process.hasEndedBy(mail, "endEvent_mailAnswered");
    }

    @Test
    void itIsTakenInOnceHoweverOftenItLiesThere() {
        var raw = new TestMail("kim@else.example", "Hello", "no number").raw();
        var mail = received(raw);
        deliver(raw);
        assertThat(rounds.look(settings)).isFalse();

        assertThat(folder("INBOX")).isZero();
        assertThat(folder("Processed")).isEqualTo(2);
        assertThat(database.sql(
                                "SELECT count(*) FROM incoming_mail WHERE subject = 'Hello' AND number >= ? AND sender = 'kim@else.example'")
                        .param(mail)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(rows.source(mail)).isEqualTo(raw);
        assertThatThrownBy(() -> database.sql("DELETE FROM incoming_source WHERE number = ?")
                        .param(mail)
                        .update())
                .hasMessageContaining("kept as it came");
    }

    @Test
    void anOversizedMailIsNotFetchedAndAMachinesIsSetAside() {
        var large = received(new TestMail("kim@else.example", "Large OR-2026-000001", "x")
                .file("large.bin", "application/octet-stream", new byte[600_000])
                .raw());
        process.run(large, RECOGNISE);
        assertThat(rows.get(large).kind()).isEqualTo(MailKind.OVERSIZED);
        assertThat(rows.source(large).length).isLessThan(5_000);
        assertThat(process.factsOf(large, PLACE).get("finding")).asString().contains("1 MB");
        assertThat(folder("Refused")).isEqualTo(1);

        var away = received(new TestMail(reseller.email(), "Automatic reply: " + order(), "I am away").raw());
        process.run(away, RECOGNISE);
        process.hasEndedBy(away, "endEvent_mailSetAside");
        assertThat(olga.get("/staff/incoming?tab=aside").body()).contains(away);
    }

    @Test
    void filesAreLookedAtAsAnyFileFromOutside() {
        var mail = received(new TestMail("kim@else.example", "Files", "x")
                .file("good.pdf", "application/pdf", pdf(order()))
                .file("a.zip", "application/zip", "PK\3\4....".getBytes(ISO_8859_1))
                .file("b.docm", "application/octet-stream", "PK\3\4....".getBytes(ISO_8859_1))
                .file("winmail.dat", "application/ms-tnef", new byte[] {1})
                .file("../../<x>\".exe", "application/octet-stream", new byte[] {'M', 'Z'})
                .raw());
        assertThat(rows.attachments(mail))
                .extracting(MailAttachment::verdict)
                .containsExactly("taken", "archive", "macros", "winmail", "not-a-pdf");
        assertThat(olga.get("/staff/incoming/" + mail + "/source").headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(
                        value -> assertThat(value).startsWith("attachment").contains(mail + ".eml"));
        var page = olga.get("/staff/incoming/" + mail).body();
        assertThat(page)
                .contains("Outlook container", "do not open it", "good.pdf")
                .doesNotContain("<x>", "??");
    }

    @Test
    void aLetterThatDidNotArriveIsMarkedAndATaskOfItsDesk() {
        var order = order();
        var letter = outbox.about(order).get(0);
        database.sql("UPDATE letter SET status = 'SENT', sent_at = now(), next_attempt_at = NULL WHERE id = ?")
                .param(letter.id())
                .update();
        var false1 = received(TestMail.bounce(letter.messageId(), "somebody@else.example"));
        process.run(false1, RECOGNISE);
        assertThat(outbox.letter(letter.id()).status())
                .as("not whom it went to")
                .isEqualTo(LetterStatus.SENT);

        var mail = received(TestMail.bounce(letter.messageId(), letter.to()));
        process.run(mail, RECOGNISE);

        assertThat(outbox.letter(letter.id()).status()).isEqualTo(LetterStatus.REFUSED);
        assertThat(outbox.letter(letter.id()).problem()).contains("No such user");
        assertThat(process.factsOf(mail, SEE).get("finding")).asString().contains(letter.to(), "No such user");

        var strange = received(TestMail.bounce("<nobody@northlight.example>", "x@y.example"));
        process.run(strange, RECOGNISE);
        process.hasEndedBy(strange, "endEvent_mailSetAside");
    }

    @Test
    void twoMachinesThatWriteToEachOtherComeToAnEnd() {
        var sender = "loop" + UUID.randomUUID() + "@else.example";
        var first = received(new TestMail(sender, "Ping", "x").raw());
        database.sql("""
                        INSERT INTO incoming_mail (number, identity, kind, status, sender, sender_name, recipients, subject, body,
                            words, answers, named, findings, received_at, size, proven)
                        SELECT 'MA-' || g || :number, md5(g || :number) || md5(:number), kind, 'SPAM', sender, sender_name, recipients,
                            subject, body, words, answers, named, findings, received_at, size, proven
                        FROM incoming_mail, generate_series(2, 60) g WHERE number = :number""").param("number", first).update();

        var oneTooMany = received(new TestMail(sender, "Ping", "x").raw());
        process.run(oneTooMany, RECOGNISE);
        assertThat(process.factsOf(oneTooMany, PLACE).get("finding")).asString().contains("more than 60 mails");

        var another = received(new TestMail(sender, "Ping", "x").raw());
        assertThat(rows.get(another).kind()).isEqualTo(MailKind.FLOOD);
        process.run(another, RECOGNISE);
        process.hasEndedBy(another, "endEvent_mailSetAside");
    }

    @Test
    void aMailTheServerDoesNotHandOutStandsInNobodysWay() {
        var subject = "Stuck " + UUID.randomUUID();
        for (var which : java.util.List.of(" first", " damaged", " last")) {
            deliver(new TestMail("kim@else.example", subject + which, "x").raw());
        }
        try (var server = new CrankyMailServer(SERVER.getImap().getPort())) {
            var mailbox = settings(server.port(), Security.NONE, box.getLogin(), "secret");
            server.keeps(2);
            rounds.look(mailbox);
            assertThat(subjects(subject)).containsExactly(subject + " first", subject + " last");
            assertThat(rounds.state(mailbox.name()).orElseThrow().isFailing()).isTrue();
            assertThat(folder("INBOX")).isEqualTo(1);

            server.keeps(1);
            rounds.look(mailbox);
            assertThat(subjects(subject)).hasSize(2);
            rounds.look(mailbox);
            assertThat(subjects(subject)).hasSize(3).contains(subject + " damaged");
            assertThat(rounds.state(mailbox.name()).orElseThrow().isFailing()).isFalse();
        }
        assertThat(folder("INBOX")).isZero();
        assertThat(folder("Refused")).isEqualTo(1);
        var damaged = latest();
        process.run(damaged, RECOGNISE);
        assertThat(process.factsOf(damaged, PLACE).get("finding")).asString().contains("hand it out");
    }

    @Test
    void aConnectionThatBreaksOffIsSaid() {
        deliver(new TestMail("kim@else.example", "Cut", "x").raw());
        deliver(new TestMail("kim@else.example", "Cut too", "x").raw());
        try (var server = new CrankyMailServer(SERVER.getImap().getPort())) {
            server.hangsUpAt(1);
            var mailbox = settings(server.port(), Security.NONE, box.getLogin(), "secret");
            rounds.look(mailbox);
            assertThat(rounds.state(mailbox.name()).orElseThrow().failingSince())
                    .isNotNull();
            assertThat(folder("INBOX")).isEqualTo(2);
        }
    }

    @Test
    void aServerNobodyVouchesForIsNotTalkedTo() throws Exception {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAPS));
        server.start();
        try {
            server.setUser("self@northlight.example", "self", "secret");
            var mailbox = settings(server.getImaps().getPort(), Security.TLS, "self", "secret");
            rounds.look(mailbox);
            var state = rounds.state(mailbox.name()).orElseThrow();
            assertThat(state.code()).isEqualTo("unreachable");
            assertThat(state.words()).containsAnyOf("certification path", "PKIX", "certificate");
        } finally {
            server.stop();
        }
    }

    private java.util.List<String> subjects(String begin) {
        return database.sql("SELECT subject FROM incoming_mail WHERE subject LIKE ? ORDER BY number")
                .param(begin + "%")
                .query(String.class)
                .list();
    }

    @Test
    void aMailboxThatIsAwayIsSaidAndTheManagersHearOfIt() {
        var wrong = settings(box.getLogin(), "wrong");
        rounds.look(wrong);
        var state = rounds.state(wrong.name()).orElseThrow();
        assertThat(state.code()).isEqualTo("login-refused");
        assertThat(IncomingMailHealth.of(state).getStatus()).isEqualTo(IncomingMailHealth.DEGRADED);

        database.sql("UPDATE incoming_mailbox SET failing_since = ? WHERE id = ?")
                .params(IncomingRows.at(calendar.now().minus(Duration.ofHours(2))), wrong.name())
                .update();
        rounds.look(wrong);
        rounds.look(wrong);
        assertThat(outbox.about(wrong.name())).hasSize(1);
        assertThat(new TestLetters(database).latest("managers@northlight.example", "mailbox-away"))
                .contains("/staff/incoming", "log-in");

        rounds.look(settings);
        assertThat(rounds.state(settings.name()).orElseThrow().isFailing()).isFalse();
        assertThat(outbox.about(wrong.name())).as("told once").hasSize(1);
    }

    private String order() {
        return orders.place(TestOrders.of(reseller, customer, calendar.today()).wanted(), OrderFields.API);
    }

    private byte[] pdf(String order) {
        process.run(order, "serviceTask_sendAgreement");
        return documents.content(
                agreements.of(reseller.id(), order).orElseThrow().document());
    }

    private java.net.http.HttpResponse<String> act(String mail, String what, Map<String, String> values) {
        return olga.submit("/staff/incoming/" + mail, "/staff/incoming/" + mail + "/" + what, values);
    }

    /** In Tasklist. */
    private void answer(String mail, Map<String, Object> answers) {
        process.complete(mail, PLACE, answers);
    }

    private String received(byte[] raw) {
        var before = latest();
        deliver(raw);
        rounds.look(settings);
        assertThat(latest()).isGreaterThan(before);
        return latest();
    }

    private String latest() {
        return database.sql("SELECT coalesce(max(number), '') FROM incoming_mail")
                .query(String.class)
                .single();
    }

    private void deliver(byte[] raw) {
        try {
            box.deliver(MailParts.open(raw));
        } catch (jakarta.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private int folder(String name) {
        var found = SERVER.getManagers().getImapHostManager().getFolder(box, name);
        return found == null ? 0 : found.getMessageCount();
    }
}
