package io.partnerflow.webhooks;

import io.partnerflow.access.Role;
import io.partnerflow.access.Users;
import io.partnerflow.mail.Letter;
import io.partnerflow.mail.Postman;
import io.partnerflow.web.PortalAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells who made an endpoint that it does not answer; all administrators if that one has left. */
@Component
class WebhookLetters {

    private final Users users;
    private final Postman postman;
    private final PortalAddress portal;

    WebhookLetters(Users users, Postman postman, PortalAddress portal) {
        this.users = users;
        this.postman = postman;
        this.portal = portal;
    }

    /** Once for as long as it does not answer, however many messages are given up meanwhile. */
    void givenUp(WebhookEndpoint endpoint, WebhookDelivery delivery) {
        send("webhook-given-up", endpoint, Map.of("type", delivery.type(), "number", delivery.number()));
    }

    void paused(WebhookEndpoint endpoint) {
        send("webhook-paused", endpoint, Map.of("failures", endpoint.failures()));
    }

    private void send(String template, WebhookEndpoint endpoint, Map<String, Object> more) {
        var since = endpoint.failingSince();
        for (var person : readers(endpoint)) {
            var model = new HashMap<>(more);
            model.put("url", endpoint.url());
            model.put("since", since == null ? endpoint.madeAt() : since);
            model.put("link", portal.of("/integrations/webhooks/" + endpoint.id()));
            postman.send(new Letter(
                    "%s/%s/%s/%d"
                            .formatted(
                                    template, endpoint.id(), person.id(), since == null ? 0 : since.getEpochSecond()),
                    person.email(),
                    person.name(),
                    template,
                    person.language(),
                    model,
                    "webhook"));
        }
    }

    private List<Users.User> readers(WebhookEndpoint endpoint) {
        var all = users.of(endpoint.organisation(), Role.ADMIN);
        var maker = all.stream()
                .filter(person -> person.id().equals(endpoint.maker()))
                .toList();
        return maker.isEmpty() ? all : maker;
    }
}
