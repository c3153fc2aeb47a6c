package io.partnerflow.access;

import io.partnerflow.mail.Letter;
import io.partnerflow.mail.Postman;
import io.partnerflow.web.PortalAddress;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells every administrator of a new key: whoever did not expect one can end it at once. */
@Component
class KeyAnnouncements {

    private final Users users;
    private final Postman postman;
    private final PortalAddress portal;

    KeyAnnouncements(Users users, Postman postman, PortalAddress portal) {
        this.users = users;
        this.postman = postman;
        this.portal = portal;
    }

    void made(Caller caller, ApiKey key) {
        users.of(caller.actingFor(), Role.ADMIN)
                .forEach(admin -> postman.send(new Letter(
                        "api-key-made/%s/%s".formatted(key.id(), admin.id()),
                        admin.email(),
                        admin.name(),
                        "api-key-made",
                        admin.language(),
                        Map.of(
                                "organisation", caller.acting().organisationName(),
                                "by", caller.name(),
                                "key", key.name(),
                                "prefix", key.prefix(),
                                "link", portal.of("/integrations")),
                        "api-key")));
    }
}
