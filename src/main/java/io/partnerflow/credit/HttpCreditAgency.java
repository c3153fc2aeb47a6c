package io.partnerflow.credit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.partnerflow.shared.LimitedBody;
import io.partnerflow.shared.Money;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * An agency that answers {@code POST /enquiries} with {@code {"country", "registrationNumber", "name", "exposure",
 * "currency"}} by {@code {"reference", "registrationNumber", "scoreClass", "foundedOn", "insolvent", "limit",
 * "currency"}}. Every try of one enquiry carries the same {@code Idempotency-Key}. Whatever is no such answer about the
 * company that was asked about counts as silence.
 */
class HttpCreditAgency implements CreditAgency {

    private static final int LONGEST_REFERENCE = 64;
    private static final int MOST_DIGITS = 12;

    private final CreditSettings settings;
    private final URI address;
    private final HttpClient client;
    private final Clock clock;
    private final JsonMapper json = new JsonMapper();

    HttpCreditAgency(CreditSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.address = URI.create(
                Objects.requireNonNull(settings.agencyUrl()).toString().replaceAll("/+$", "") + "/enquiries");
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .build();
    }

    @Override
    public String name() {
        var name = settings.agencyName();
        return name == null || name.isBlank() ? address.getHost() : name.strip();
    }

    @Override
    public Answer ask(Enquiry enquiry) {
        return understood(parsed(sent(request(enquiry))), enquiry);
    }

    private HttpRequest request(Enquiry enquiry) {
        var question = json.createObjectNode()
                .put("country", enquiry.country())
                .put("registrationNumber", enquiry.registrationNumber())
                .put("name", enquiry.name())
                .put("exposure", enquiry.exposure().amount().toPlainString())
                .put("currency", enquiry.exposure().currencyCode());
        var request = HttpRequest.newBuilder(address)
                .timeout(settings.answerTimeout())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .header("Idempotency-Key", enquiry.key())
                .POST(BodyPublishers.ofString(question.toString()));
        if (settings.agencyToken() != null && !settings.agencyToken().isBlank()) {
            request.header("Authorization", "Bearer " + settings.agencyToken());
        }
        return request.build();
    }

    private HttpResponse<byte[]> sent(HttpRequest request) {
        var answer = client.sendAsync(request, info -> new LimitedBody());
        try {
            return answer.get(settings.answerTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            answer.cancel(true);
            throw tooSlow(slow);
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new AgencySilent("the enquiry at %s was broken off".formatted(name()), stopped);
        } catch (ExecutionException broken) {
            throw broken.getCause() instanceof HttpTimeoutException slow ? tooSlow(slow) : unreachable(broken);
        }
    }

    private AgencySilent unreachable(ExecutionException broken) {
        var cause = broken.getCause();
        var why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new AgencySilent("%s gave no answer that could be read: %s".formatted(name(), why), broken);
    }

    private AgencySilent tooSlow(Exception slow) {
        return new AgencySilent(
                "%s did not answer within %d seconds"
                        .formatted(name(), settings.answerTimeout().toSeconds()),
                slow);
    }

    private JsonNode parsed(HttpResponse<byte[]> answer) {
        try {
            if (answer.statusCode() / 100 == 2) {
                return json.readTree(answer.body());
            }
        } catch (IOException notJson) {
            throw new AgencySilent("%s answered with something that is not JSON".formatted(name()), notJson);
        }
        throw new AgencySilent("%s answered with status %d".formatted(name(), answer.statusCode()), null);
    }

    private Answer understood(JsonNode answer, Enquiry enquiry) {
        expect(
                enquiry.registrationNumber()
                        .equals(answer.path("registrationNumber").asText()),
                "registrationNumber");
        expect(enquiry.exposure().currencyCode().equals(answer.path("currency").asText()), "currency");
        var reference = answer.path("reference").asText("").strip();
        expect(reference.matches("[!-~]{1," + LONGEST_REFERENCE + "}"), "reference");
        expect(answer.path("insolvent").isBoolean(), "insolvent");
        return new Answer(
                reference,
                scoreClass(answer.path("scoreClass")),
                foundedOn(answer.path("foundedOn")),
                answer.path("insolvent").asBoolean(),
                limit(answer.path("limit"), enquiry.exposure().currencyCode()));
    }

    private @Nullable String scoreClass(JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        expect(value.isTextual() && value.asText().matches("[A-E]"), "scoreClass");
        return value.asText();
    }

    private @Nullable LocalDate foundedOn(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return null;
        }
        try {
            var day = LocalDate.parse(value.asText());
            expect(!day.isAfter(LocalDate.ofInstant(clock.instant(), clock.getZone())), "foundedOn");
            return day;
        } catch (DateTimeParseException noDay) {
            throw notUnderstood("foundedOn");
        }
    }

    private Money limit(JsonNode value, String currency) {
        expect(value.isTextual() && value.asText().matches("\\d{1," + MOST_DIGITS + "}(\\.\\d{1,2})?"), "limit");
        return Money.of(value.asText(), currency);
    }

    private void expect(boolean right, String field) {
        if (!right) {
            throw notUnderstood(field);
        }
    }

    private AgencySilent notUnderstood(String field) {
        return new AgencySilent("%s answered without a usable %s".formatted(name(), field), null);
    }
}
