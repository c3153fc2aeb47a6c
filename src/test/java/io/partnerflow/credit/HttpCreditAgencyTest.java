package io.partnerflow.credit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.partnerflow.shared.Money;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The agency's dialect, on a real server that has good days and bad ones (FT-06, ATK-25). */
class HttpCreditAgencyTest {

    private static final String ANSWER = """
            {"reference": "Q-1", "registrationNumber": "HRB 1", "scoreClass": "B", "foundedOn": "2012-03-01",
             "insolvent": false, "limit": "250000.00", "currency": "EUR"}""";
    private static final CreditAgency.Enquiry ENQUIRY =
            new CreditAgency.Enquiry("CC-2026-000001", 1, "DE", "HRB 1", "Muster GmbH", Money.of("11998.80", "EUR"));

    private final Queue<Reply> replies = new ArrayDeque<>();
    private final List<String> questions = new CopyOnWriteArrayList<>();
    private final Set<String> enquiries = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);
    private HttpServer server;

    /** @param status 0 for no answer at all */
    private record Reply(int status, String body) {}

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/agency/enquiries", this::handle);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    @AfterEach
    void close() {
        closed.countDown();
        server.stop(0);
    }

    @Test
    void asksAboutTheCompanyAndUnderstandsTheAnswer() throws IOException {
        replies.add(new Reply(200, ANSWER));

        var answer = agency().ask(ENQUIRY);

        var question = new JsonMapper().readTree(questions.get(0));
        assertThat(question.path("registrationNumber").asText()).isEqualTo("HRB 1");
        assertThat(question.path("exposure").asText()).isEqualTo("11998.80");
        assertThat(enquiries).containsExactly("CC-2026-000001");
        assertThat(answer)
                .isEqualTo(new CreditAgency.Answer(
                        "Q-1", "B", LocalDate.of(2012, 3, 1), false, Money.of("250000", "EUR")));
    }

    @Test
    void aCompanyItDoesNotKnowIsAnAnswer() {
        replies.add(new Reply(200, ANSWER.replace("\"B\"", "null").replace("\"2012-03-01\"", "null")));

        var answer = agency().ask(ENQUIRY);

        assertThat(answer.scoreClass()).isNull();
        assertThat(answer.foundedOn()).isNull();
    }

    @Test
    void whatItHasDoneBeforeItFailedIsNotDoneTwice() {
        replies.add(new Reply(500, "made the enquiry, then fell over"));
        replies.add(new Reply(200, ANSWER));
        assertThatThrownBy(() -> agency().ask(ENQUIRY)).isInstanceOf(AgencySilent.class);

        assertThat(agency().ask(ENQUIRY).reference()).isEqualTo("Q-1");
        assertThat(questions).hasSize(2);
        assertThat(enquiries).as("enquiries the agency counts, by key").hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500 | oops | status 500",
                "302 | elsewhere | status 302",
                "200 | <html>maintenance</html> | not JSON",
                "200 | {} | registrationNumber",
                "200 | [1, 2 | not JSON",
            })
    void whateverIsNoAnswerIsSilence(int status, String body, String problem) {
        replies.add(new Reply(status, body));

        assertThatThrownBy(() -> agency().ask(ENQUIRY))
                .isInstanceOf(AgencySilent.class)
                .hasMessageContaining(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HRB 1 | HRB 2 | registrationNumber",
                "\"B\" | \"F\" | scoreClass",
                "\"B\" | -3 | scoreClass",
                "2012-03-01 | 2999-01-01 | foundedOn",
                "2012-03-01 | yesterday | foundedOn",
                "250000.00 | -1 | limit",
                "\"250000.00\" | 1e9 | limit",
                "EUR | SEK | currency",
                "false | \"no\" | insolvent",
                "Q-1 | Q\\n1 | reference",
            })
    void anAnswerThatCannotBeRightIsSilence(String right, String wrong, String field) {
        replies.add(new Reply(200, ANSWER.replace(right, wrong)));

        assertThatThrownBy(() -> agency().ask(ENQUIRY))
                .isInstanceOf(AgencySilent.class)
                .hasMessageContaining("usable " + field);
    }

    @Test
    void anAnswerWithoutEndIsCutOff() {
        replies.add(new Reply(200, "[" + "1,".repeat(500_000)));

        assertThatThrownBy(() -> agency().ask(ENQUIRY))
                .isInstanceOf(AgencySilent.class)
                .hasMessageContaining("longer than");
    }

    @Test
    void waitsNoLongerThanItMay() {
        replies.add(new Reply(0, "never"));

        assertThatThrownBy(() -> agency().ask(ENQUIRY))
                .isInstanceOf(AgencySilent.class)
                .hasMessageContaining("did not answer within");
    }

    @Test
    void anAgencyThatIsNotThereIsSilent() {
        server.stop(0);

        assertThatThrownBy(() -> agency().ask(ENQUIRY)).isInstanceOf(AgencySilent.class);
    }

    private CreditAgency agency() {
        var url = URI.create(
                "http://127.0.0.1:%d/agency/".formatted(server.getAddress().getPort()));
        return new HttpCreditAgency(
                new CreditSettings(
                        url,
                        null,
                        "secret",
                        "classpath:credit/sandbox-agency.yaml",
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(2),
                        List.of(Duration.ofMinutes(1)),
                        Duration.ofHours(24)),
                Clock.systemUTC());
    }

    private void handle(HttpExchange exchange) throws IOException {
        questions.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        enquiries.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
        var reply = replies.remove();
        if (reply.status() == 0) {
            try {
                closed.await();
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            }
            return;
        }
        var body = reply.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(reply.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
