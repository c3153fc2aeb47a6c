package io.partnerflow.conversations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.ResellerClient;
import io.partnerflow.Staff;
import io.partnerflow.StaffBrowser;
import io.partnerflow.TestLetters;
import io.partnerflow.TestOrders;
import io.partnerflow.TestParties;
import io.partnerflow.TestSeats;
import io.partnerflow.access.Role;
import io.partnerflow.access.Users;
import io.partnerflow.documents.BadFiles;
import io.partnerflow.orders.OrderFields;
import io.partnerflow.orders.OrderManagement;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.Resellers;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.subscriptions.Subscriptions;
import io.partnerflow.web.StaffListener;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.jsoup.Jsoup;
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
    Subscriptions subscriptions;

    @Autowired
    ProcessEngine engine;

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
    void aFileIsThereForWhoMayReadItsMessageAndForNobodyElse() throws IOException {
        var bad = send(number, "Look at this", false, "invoice.pdf.exe", "MZ not a paper".getBytes(UTF_8));
        assertThat(bad.statusCode()).isBetween(400, 422);
        assertThat(bad.body())
                .contains("id=\"message-file-problem\"", "Look at this", "href=\"#message-file\"")
                .doesNotContain("??");
        assertThat(database.sql("SELECT count(*) FROM document WHERE business_key = ?")
                        .param(number + "/messages")
                        .query(Long.class)
                        .single())
                .isZero();

        assertThat(send(number, "Look at this", false, "../plan of the house.pdf", BadFiles.plainPdf())
                        .statusCode())
                .isEqualTo(302);

        var shown = Jsoup.parse(anna.get("/messages/" + number).body()).select("ol.thread a[href^=/documents/]");
        assertThat(shown.text()).endsWith("plan of the house.pdf").doesNotContain("..");
        var file = shown.attr("href");
        var served = anna.get(file);
        assertThat(served.statusCode()).isEqualTo(200);
        assertThat(served.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(olga.get("/staff/messages/" + number).body()).contains("/staff" + file);
        assertThat(olga.get("/staff" + file).statusCode()).isEqualTo(200);
        var stranger = ResellerClient.of(port, users, parties.reseller(), Role.ADMIN);
        var ofTheCustomer = ResellerClient.of(port, users, customer, Role.ADMIN);
        assertThat(stranger.get(file).statusCode()).isEqualTo(404);
        assertThat(ofTheCustomer.get(file).statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsTickedTheCustomersPeopleReadWithItsFileAndNothingElse() throws IOException {
        var seats = new TestSeats(organisations, resellers, orders, engine);
        var seller = seats.reseller();
        var buyer = seats.customerOf(seller);
        var order = seats.ordered(seller, buyer, calendar.today(), Map.of("air-monitor-seat", 5));
        var contract = subscriptions.ofOrder(order).orElseThrow().number();
        anna = ResellerClient.of(port, users, seller, Role.ORDER);
        send(contract, "Between us.", false, "margin.pdf", BadFiles.plainPdf());
        send(contract, "We come on Monday.", true, "plan.pdf", BadFiles.plainPdf());
        olga.submit("/staff/messages/" + contract, Map.of("what", "answer", "text", "An answer to the seller."));
        olga.submit("/staff/messages/" + contract, Map.of("what", "note", "text", "Careful with these."));

        var looker = ResellerClient.of(port, users, buyer, Role.VIEW);
        var page = looker.get("/contracts/" + contract).body();
        assertThat(page)
                .contains("We come on Monday.", "plan.pdf")
                .doesNotContain("Between us.", "margin.pdf", "An answer to the seller.", "Careful", "??");
        var files = Jsoup.parse(page).select("ol.thread a[href^=/documents/]");
        assertThat(files).hasSize(1);
        assertThat(looker.get(files.attr("href")).statusCode()).isEqualTo(200);
        var thread = Jsoup.parse(anna.get("/messages/" + contract).body());
        assertThat(thread.select("li:contains(We come on Monday) .badge").text())
                .isEqualTo("The customer reads it too");
        assertThat(thread.select("li:contains(Between us) .badge")).isEmpty();
        var kept = thread.select("ol.thread a:contains(margin.pdf)").attr("href");
        assertThat(anna.get(kept).statusCode()).isEqualTo(200);
        assertThat(looker.get(kept).statusCode()).isEqualTo(404);
    }

    @Test
    void everybodyHasWhatIsNewCountedForItselfUntilItHasSeenIt() {
        var colleague = ResellerClient.of(port, users, reseller, Role.VIEW);
        write("When does it start?", UUID.randomUUID());
        assertThat(colleague.get("/messages").body())
                .as("what colleagues write is not news from the vendor")
                .contains(number)
                .doesNotContain("one new");
        answer("answer", "On Monday.");
        answer("answer", "At nine.");
        answer("note", "Careful with these.");

        assertThat(colleague.get("/messages").body()).contains("2 new");
        var badge = "#messages header .badge";
        assertThat(Jsoup.parse(anna.get("/orders/" + number).body())
                        .select(badge)
                        .text())
                .isEqualTo("2 new");
        assertThat(Jsoup.parse(anna.get("/orders/" + number).body()).select(badge))
                .as("seen on the order's page")
                .isEmpty();
        assertThat(anna.get("/messages").body()).doesNotContain("2 new");
        assertThat(colleague.get("/messages").body())
                .as("not yet by the colleague")
                .contains("2 new");
        assertThat(colleague.get("/messages/" + number).body()).contains("At nine.");
        assertThat(colleague.get("/messages").body()).doesNotContain("2 new");
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

    private HttpResponse<String> send(String about, String text, boolean tick, String name, byte[] content) {
        anna.takeCsrf("/messages/" + about);
        var answers = "?_csrf=%s&text=%s&customerMayRead=%s&once=%s"
                .formatted(
                        URLEncoder.encode(anna.csrf(), UTF_8), URLEncoder.encode(text, UTF_8), tick, UUID.randomUUID());
        return anna.upload("/messages/" + about + answers, name, content);
    }

    private HttpResponse<String> answer(String what, String text) {
        var page = "/staff/messages/" + number;
        return olga.submit(page, Map.of("what", what, "text", text));
    }
}
