package io.partnerflow.webhooks;

import io.partnerflow.webhooks.WebhookDelivery.Attempt;
import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Carries one message to its endpoint, and says how it went. No transaction is open meanwhile. */
@Component
class WebhookCourier {

    private final WebhookTargets targets;
    private final WebhookLine line;
    private final EndpointRows endpoints;
    private final WebhookSettings settings;
    private final Clock clock;

    WebhookCourier(
            WebhookTargets targets, WebhookLine line, EndpointRows endpoints, WebhookSettings settings, Clock clock) {
        this.targets = targets;
        this.line = line;
        this.endpoints = endpoints;
        this.settings = settings;
        this.clock = clock;
    }

    Attempt carry(WebhookDelivery delivery, String url) {
        var begun = System.nanoTime();
        WebhookTargets.Target target = null;
        try {
            target = targets.look(url, InetAddress::getAllByName);
            var answer = line.post(
                    target, signed(delivery), delivery.body().getBytes(StandardCharsets.UTF_8), settings.timeout());
            return attempt(begun, target, answer.status(), outcome(answer.status()), answer.body());
        } catch (WebhookTargets.Refused refused) {
            return attempt(begun, null, null, refused.getMessage(), null);
        } catch (IOException broken) {
            return attempt(begun, target, null, outcome(broken), null);
        }
    }

    private Map<String, String> signed(WebhookDelivery delivery) {
        var now = clock.instant();
        var secrets = endpoints.secrets(delivery.endpoint(), now);
        var id = "msg_" + delivery.id();
        var signature = new WebhookSecret(secrets.current()).sign(id, now.getEpochSecond(), delivery.body());
        if (secrets.old() != null) {
            signature += " " + new WebhookSecret(secrets.old()).sign(id, now.getEpochSecond(), delivery.body());
        }
        var headers = new LinkedHashMap<String, String>();
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", Long.toString(now.getEpochSecond()));
        headers.put("webhook-signature", signature);
        return headers;
    }

    private Attempt attempt(
            long begun,
            WebhookTargets.@Nullable Target target,
            @Nullable Integer status,
            String outcome,
            @Nullable String answer) {
        return new Attempt(
                clock.instant(),
                (int) ((System.nanoTime() - begun) / 1_000_000),
                target == null ? null : target.address().getHostAddress(),
                status,
                outcome,
                answer == null || answer.isBlank() ? null : answer);
    }

    private static String outcome(int status) {
        if (status >= 200 && status < 300) {
            return "delivered";
        } else if (status == 410) {
            return "gone";
        }
        return status >= 300 && status < 400 ? "redirect" : "answered";
    }

    private static String outcome(IOException broken) {
        if (broken instanceof WebhookLine.Garbage) {
            return "garbage";
        } else if (broken instanceof SocketTimeoutException
                || broken instanceof SocketException closed && "Socket closed".equals(closed.getMessage())) {
            return "timeout";
        }
        return broken instanceof SSLException ? "certificate" : "unreachable";
    }
}
