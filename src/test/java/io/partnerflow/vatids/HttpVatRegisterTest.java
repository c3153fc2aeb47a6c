package io.partnerflow.vatids;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The register's dialect, on a real server that has good days and bad ones. */
class HttpVatRegisterTest {

    private static final String VALID = """
            {"countryCode": "DE", "vatNumber": "143454214", "requestDate": "2026-06-01T10:00:00.000Z", "valid": true,
             "requestIdentifier": "WAPIAAAAZ123", "name": "Muster GmbH", "address": "---"}""";

    private final Queue<Reply> replies = new ArrayDeque<>();
    private final List<String> questions = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private HttpServer server;

    private record Reply(int status, String body) {}

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/vies", this::handle);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    @AfterEach
    void close() {
        closed.countDown();
        server.stop(0);
    }

    @Test
    void asksForTheNumberAndSaysWhoAsks() throws IOException {
        replies.add(new Reply(200, VALID));

        var answer = register(2).ask("EL094019245", "SE559999999101");

        var question = new JsonMapper().readTree(questions.get(0));
        assertThat(question.path("countryCode").asText()).isEqualTo("EL");
        assertThat(question.path("vatNumber").asText()).isEqualTo("094019245");
        assertThat(question.path("requesterMemberStateCode").asText()).isEqualTo("SE");
        assertThat(question.path("requesterNumber").asText()).isEqualTo("559999999101");
        assertThat(answer.valid()).isTrue();
        assertThat(answer.consultationNumber()).isEqualTo("WAPIAAAAZ123");
        assertThat(answer.registeredName()).isEqualTo("Muster GmbH");
    }

    @Test
    void takesNoForAnAnswer() {
        replies.add(new Reply(200, "{\"valid\": false, \"requestIdentifier\": \"\", \"name\": \"---\"}"));

        var answer = register(2).ask("DE143454214", "SE559999999101");

        assertThat(answer.valid()).isFalse();
        assertThat(answer.consultationNumber()).isNull();
        assertThat(answer.registeredName()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500 | oops | status 500",
                "200 | <html>maintenance</html> | not JSON",
                "200 | {\"actionSucceed\": false, \"errorWrappers\": [{\"error\": \"MS_UNAVAILABLE\"}]} | MS_UNAVAILABLE",
                "200 | {\"valid\": \"yes\"} | neither valid nor invalid",
                "302 | elsewhere | status 302",
            })
    void whateverIsNoAnswerIsSilence(int status, String body, String problem) {
        replies.add(new Reply(status, body));

        assertThatThrownBy(() -> register(1).ask("DE143454214", "SE559999999101"))
                .isInstanceOf(RegisterSilent.class)
                .hasMessageContaining(problem);
    }

    @Test
    void asksASecondTimeBeforeItGivesUp() {
        replies.add(new Reply(503, ""));
        replies.add(new Reply(200, VALID));

        assertThat(register(2).ask("DE143454214", "SE559999999101").valid()).isTrue();
        assertThat(questions).hasSize(2);
    }

    @Test
    void waitsNoLongerThanItMay() {
        replies.add(new Reply(0, "never"));

        assertThatThrownBy(() -> register(1).ask("DE143454214", "SE559999999101"))
                .isInstanceOf(RegisterSilent.class)
                .hasMessageContaining("did not answer within");
    }

    @Test
    void aRegisterThatIsNotThereIsSilent() {
        server.stop(0);

        assertThatThrownBy(() -> register(2).ask("DE143454214", "SE559999999101"))
                .isInstanceOf(RegisterSilent.class)
                .hasMessageContaining("cannot be reached");
    }

    private HttpVatRegister register(int tries) {
        var url = URI.create(
                "http://127.0.0.1:%d/vies/".formatted(server.getAddress().getPort()));
        return new HttpVatRegister(new VatIdSettings(
                url, Duration.ofSeconds(2), tries, 30, 365, Duration.ofHours(1), Duration.ofHours(24)));
    }

    private void handle(HttpExchange exchange) throws IOException {
        questions.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
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
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
