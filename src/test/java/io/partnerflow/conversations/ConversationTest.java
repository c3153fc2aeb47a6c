package io.partnerflow.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.ResellerClient;
import io.partnerflow.Staff;
import io.partnerflow.StaffBrowser;
import io.partnerflow.TestLetters;
import io.partnerflow.TestOrders;
import io.partnerflow.TestParties;
import io.partnerflow.access.Role;
import io.partnerflow.access.Users;
import io.partnerflow.orders.OrderFields;
import io.partnerflow.orders.OrderManagement;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.Resellers;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.web.StaffListener;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A reseller and the vendor write to each other about an order, over HTTP. */
@PartnerflowTest
class ConversationTest {

    @LocalServerPort
    int port;

    @Autowired
    StaffListener door;

    @Autowired
    IdentityService identity;

    @Autowired
    Users users;

    @Autowired
    Organisations organisations;

    @Autowired
    Resellers resellers;

    @Autowired
    OrderManagement orders;

    @Autowired
    VendorCalendar calendar;

    @Autowired
    JdbcClient database;

    TestParties parties;
    Party reseller;
    Party customer;
    ResellerClient anna;
    StaffBrowser olga;
    String number;

    @BeforeEach
    void order() {
        parties = new TestParties(organisations, resellers);
        reseller = parties.reseller();
        customer = parties.customerOf(reseller);
        number =
                orders.place(TestOrders.of(reseller, customer, calendar.today()).wanted(), OrderFields.API);
        anna = ResellerClient.of(port, users, reseller, Role.ORDER);
        new Staff(identity).hire("olga", "order-desk");
        olga = new StaffBrowser(door.port());
        olga.login("olga", Staff.PASSWORD);
    }

    @Test
    void whatTheResellerWritesIsAnsweredByTheDesk() {
        assertThat(anna.get("/orders/" + number).body())
                .contains("Messages", "customerMayRead")
                .doesNotContain("??");

        write("When does it start? See https://example.org/x?a=1&b=<2>.\njavascript:alert(1)", UUID.randomUUID());

        assertThat(anna.get("/orders/" + number).body())
                .contains(
                        "When does it start?",
                        "<a href=\"https://example.org/x?a=1&amp;b=\" rel=\"noopener noreferrer nofollow\"",
                        "&lt;2&gt;",
                        "Anna Ek")
                .doesNotContain("href=\"javascript", "??");
        assertThat(olga.get("/staff").body()).contains("/staff/messages").doesNotContain("??");
        assertThat(olga.get("/staff/messages?desk=order-desk").body())
                .contains(number, "When does it start?", reseller.name())
                .doesNotContain("??");
        assertThat(olga.get("/staff/messages?desk=logistics").body()).doesNotContain(number);
        assertThat(new TestLetters(database).latest("order-desk@northlight.example", "message-arrived"))
                .contains(number, "/staff/messages/" + number)
                .doesNotContain("When does it start");

        var answered = answer("answer", "On Monday.");
        assertThat(answered.statusCode()).isEqualTo(302);

        assertThat(olga.get("/staff/messages?desk=order-desk").body()).doesNotContain(number);
        assertThat(olga.get("/staff/messages?state=answered").body()).contains(number);
        assertThat(new TestLetters(database).latest(anna.email(), "message-answered"))
                .contains("On Monday.", "/messages/" + number);
        assertThat(anna.get("/messages").body())
                .contains(number, "one new", "Answered")
                .doesNotContain("??");
        assertThat(anna.get("/messages/" + number).body())
                .contains("On Monday.", "Our answer")
                .doesNotContain("olga", "??");
        assertThat(anna.get("/messages").body()).contains(number).doesNotContain("one new");
    }

    @Test
    void theVendorsNotesAreThereForNobodyElse() {
        answer("note", "Careful with these.");

        assertThat(olga.get("/staff/messages/" + number).body())
                .contains("Careful with these.", "internal note")
                .doesNotContain("??");
        assertThat(anna.get("/orders/" + number).body()).doesNotContain("Careful");
        assertThat(anna.get("/messages/" + number).body()).doesNotContain("Careful");
        assertThat(anna.get("/messages").body()).doesNotContain("Careful", number);
        assertThat(database.sql("SELECT count(*) FROM letter WHERE plain_text LIKE '%Careful with these%'")
                        .query(Long.class)
                        .single())
                .isZero();
        write("Hello", UUID.randomUUID());
        assertThat(anna.get("/messages").body()).contains(number, "Hello").doesNotContain("Careful");
    }

    @Test
    void lettersStandInTheThreadByTheirEnvelopeOnly() {
        database.sql("""
                        INSERT INTO letter (letter_key, message_id, business_key, template, language, recipient,
                            recipient_name, subject, html, plain_text, status, created_at)
                        SELECT k, k, :number, t, 'en', t || '@example.org', 'Sigrid', 'About ' || t, 'secret-link', 'secret-link',
                            'KEPT', now() FROM unnest(ARRAY['agreement-sent', 'task-opened']) t, concat(t, :number) k""").param("number", number).update();

        var page = anna.get("/messages/" + number).body();

        assertThat(page)
                .contains("“About agreement-sent” to agreement-sent@example.org", "E-mail to Sigrid")
                .doesNotContain("secret-link", "task-opened");
    }

    @Test
    void programsReadAndWriteTheThreadAndNeverTheNotes() {
        answer("note", "Careful with these.");
        var path = "/api/v1/orders/" + number + "/messages";

        var written = anna.post(path, "{\"text\":\"By a program\"}");

        assertThat(written.statusCode()).as(written.body()).isEqualTo(201);
        assertThat(anna.post(path, "{\"text\":\" \"}").statusCode()).isEqualTo(422);
        answer("answer", "To a program");
        var thread = anna.get(path).body();
        assertThat(thread).contains("By a program", "To a program", "VENDOR").doesNotContain("Careful", "olga");
        var events = database.sql("SELECT type FROM event WHERE number = ?")
                .param(number)
                .query(String.class)
                .list();
        assertThat(events).filteredOn("order.message-written"::equals).hasSize(2);
        assertThat(anna.get("/home").body()).contains("An answer from us", "/messages/" + number);
    }

    @Test
    void nobodyElseReadsOrWritesIt() {
        write("Ours alone", UUID.randomUUID());
        var stranger = ResellerClient.of(port, users, parties.reseller(), Role.ADMIN);
        var ofTheCustomer = ResellerClient.of(port, users, customer, Role.ADMIN);
        var looker = ResellerClient.of(port, users, reseller, Role.VIEW);

        assertThat(stranger.get("/messages/" + number).statusCode()).isEqualTo(404);
        assertThat(stranger.submitAgain("/messages/" + number, Map.of("text", "x"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(ofTheCustomer.get("/messages/" + number).statusCode()).isEqualTo(403);
        assertThat(looker.get("/messages/" + number).body())
                .contains("Ours alone")
                .doesNotContain("name=\"text\"");
        assertThat(looker.submitAgain("/messages/" + number, Map.of("text", "x"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(anna.get("/staff/messages").statusCode()).isEqualTo(404);
    }

    @Test
    void whatCannotBeSentComesBackAndWhatIsSentTwiceCountsOnce() {
        var refused = anna.submitAgain("/messages/" + number, Map.of("text", "x".repeat(5001)));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("xxxxxxxxxx", "role=\"alert\"", "aria-invalid=\"true\"");
        assertThat(anna.submitAgain("/messages/" + number, Map.of("text", " ")).body())
                .contains("Write something.");

        var once = UUID.randomUUID();
        write("Only once", once);
        assertThat(anna.get("/orders/" + number).body()).contains("Your message has been sent");
        write("Only once", once);
        assertThat(anna.get("/orders/" + number).body()).contains("had been sent already");
        assertThat(database.sql("SELECT count(*) FROM conversation_message WHERE number = ?")
                        .param(number)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aMessageIsEditedForTenMinutesAndNeverAfterwards() {
        write("Tomorow", UUID.randomUUID());
        var id = database.sql("SELECT id FROM conversation_message WHERE number = ?")
                .param(number)
                .query(Long.class)
                .single();
        var colleague = ResellerClient.of(port, users, reseller, Role.ORDER);

        assertThat(colleague
                        .submitAgain("/messages/" + number + "/" + id, Map.of("text", "No"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(anna.submitAgain("/messages/" + number + "/" + id, Map.of("text", "Tomorrow"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(anna.get("/messages/" + number).body()).contains("Tomorrow", "edited");
        assertThatThrownBy(() -> database.sql("""
                                UPDATE conversation_message SET text = 'x', edited_at = written_at + interval '11 minutes'
                                WHERE id = ?""").param(id).update()).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> database.sql("DELETE FROM conversation_message WHERE id = ?")
                        .param(id)
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    private void write(String text, UUID once) {
        var sent = anna.submitAgain("/messages/" + number, Map.of("text", text, "once", once.toString()));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
        assertThat(sent.headers().firstValue("Location").orElseThrow()).endsWith("/orders/" + number + "#messages");
    }

    private java.net.http.HttpResponse<String> answer(String what, String text) {
        var page = "/staff/messages/" + number;
        return olga.submit(page, Map.of("what", what, "text", text));
    }
}
