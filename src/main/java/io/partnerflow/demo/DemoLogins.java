package io.partnerflow.demo;

import io.partnerflow.access.Users;
import io.partnerflow.database.Installation;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says at the end of a demo's start whom one can log in as. */
@Component
class DemoLogins {

    private static final Logger LOG = LoggerFactory.getLogger("partnerflow");

    private final Users users;
    private final Installation installation;

    DemoLogins(Users users, Installation installation) {
        this.users = users;
        this.installation = installation;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(1001)
    void say() {
        if (installation.demo()) {
            LOG.info(
                    "this is a demo; every password is \"{}\"\n\n    portal   {}\n    staff    petra (partner managers), "
                            + "olle (order desk), carla (contracts), klara (credit), lena (logistics), bengt and britta (billing), "
                            + "mona and magnus (managers), admin\n",
                    Stage.PASSWORD,
                    resellers());
        }
    }

    /** One of each programme. */
    private String resellers() {
        return List.of(Cast.NORDFORVALTNING, Cast.LUFTKOLL, Cast.DRIFTHUSET, Cast.SKRIVBORDET).stream()
                .filter(company -> users.byEmail(company.email()).isPresent())
                .map(company -> "%s (%s)".formatted(company.email(), company.name()))
                .collect(Collectors.joining("\n             "));
    }
}
