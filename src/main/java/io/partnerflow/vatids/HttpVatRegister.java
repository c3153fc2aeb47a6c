package io.partnerflow.vatids;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.partnerflow.shared.LimitedBody;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A register that speaks the REST of the European Commission's VIES: {@code POST /check-vat-number} with {@code
 * {"countryCode", "vatNumber", "requesterMemberStateCode", "requesterNumber"}}, answered by {@code {"valid",
 * "requestIdentifier", "name"}}; whatever is no such answer counts as silence, also {@code {"actionSucceed": false}}, by
 * which it says that a member state does not answer.
 */
class HttpVatRegister implements VatRegister {

    private static final int PREFIX = 2;
    private static final int LONGEST_RECEIPT = 64;
    private static final int LONGEST_NAME = 200;

    private final VatIdSettings settings;
    private final URI address;
    private final HttpClient client;
    private final JsonMapper json = new JsonMapper();

    HttpVatRegister(VatIdSettings settings) {
        this.settings = settings;
        this.address = URI.create(settings.registerUrl().toString().replaceAll("/+$", "") + "/check-vat-number");
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.answerTimeout())
                .build();
    }

    @Override
    public String name() {
        return settings.registerUrl().getHost();
    }

    @Override
    public Answer ask(String vatId, String asker) {
        for (var attempt = 1; ; attempt++) {
            try {
                return answer(vatId, asker);
            } catch (RegisterSilent silent) {
                if (attempt >= settings.tries()) {
                    throw silent;
                }
            }
        }
    }

    private Answer answer(String vatId, String asker) {
        var answer = read(send(vatId, asker));
        var valid = answer.path("valid");
        if (!valid.isBoolean()) {
            throw new RegisterSilent(
                    "%s gives no answer: %s"
                            .formatted(
                                    name(), answer.at("/errorWrappers/0/error").asText("neither valid nor invalid")),
                    null);
        }
        return new Answer(
                valid.asBoolean(),
                text(answer, "requestIdentifier", LONGEST_RECEIPT),
                text(answer, "name", LONGEST_NAME));
    }

    private HttpResponse<byte[]> send(String vatId, String asker) {
        var sent = client.sendAsync(request(vatId, asker), info -> new LimitedBody());
        try {
            return sent.get(settings.answerTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            sent.cancel(true);
            throw slow(slow);
        } catch (InterruptedException stopped) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            throw new RegisterSilent("the question to %s was broken off".formatted(name()), stopped);
        } catch (ExecutionException broken) {
            if (broken.getCause() instanceof HttpTimeoutException slow) {
                throw slow(slow);
            }
            throw new RegisterSilent(
                    "%s cannot be reached (%s)"
                            .formatted(name(), broken.getCause().getClass().getSimpleName()),
                    broken);
        }
    }

    private RegisterSilent slow(Exception slow) {
        return new RegisterSilent(
                "%s did not answer within %d seconds"
                        .formatted(name(), settings.answerTimeout().toSeconds()),
                slow);
    }

    private HttpRequest request(String vatId, String asker) {
        var question = json.createObjectNode();
        Map.of(
                        "countryCode", vatId.substring(0, PREFIX),
                        "vatNumber", vatId.substring(PREFIX),
                        "requesterMemberStateCode", asker.substring(0, PREFIX),
                        "requesterNumber", asker.substring(PREFIX))
                .forEach(question::put);
        return HttpRequest.newBuilder(address)
                .timeout(settings.answerTimeout())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(question.toString()))
                .build();
    }

    private JsonNode read(HttpResponse<byte[]> answer) {
        try {
            if (answer.statusCode() / 100 == 2) {
                return json.readTree(answer.body());
            }
        } catch (IOException notJson) {
            throw new RegisterSilent("%s answered with something that is not JSON".formatted(name()), notJson);
        }
        throw new RegisterSilent("%s answered with status %d".formatted(name(), answer.statusCode()), null);
    }

    private static @Nullable String text(JsonNode answer, String field, int longest) {
        var value = answer.path(field).asText("").strip();
        if (value.isEmpty() || value.equals("---")) {
            return null;
        }
        return value.length() <= longest ? value : value.substring(0, longest);
    }
}
