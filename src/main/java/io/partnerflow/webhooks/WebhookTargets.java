package io.partnerflow.webhooks;

import io.partnerflow.database.Installation;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import org.springframework.stereotype.Component;

/**
 * Where webhooks may be sent. The name is resolved once per attempt, every address it stands for is looked at, and the
 * connection goes to one that was looked at: a name service that answers differently the second time changes nothing.
 *
 * <p><b>Source:</b> ATK-19.
 */
@Component
class WebhookTargets {

    private static final int HTTPS = 443;
    private static final int FIRST_FREE_PORT = 1024;
    private static final int LAST_PORT = 65_535;
    private static final int LONGEST = 1000;
    private static final Duration NAME_SERVICE = Duration.ofSeconds(2);

    private final NameLookups lookups = new NameLookups(NAME_SERVICE);
    private final boolean local;

    WebhookTargets(Installation installation, WebhookSettings settings) {
        this.local = settings.localEndpoints() == null ? installation.demo() : settings.localEndpoints();
    }

    /** An address that has been looked at. */
    record Target(URI url, String host, int port, InetAddress address) {

        boolean secure() {
            return "https".equals(url.getScheme());
        }
    }

    /** Why nothing is sent there. */
    static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        /** @param reason kebab-case: {@code invalid.<reason>} says it to people */
        Refused(String reason) {
            super(reason);
        }
    }

    Target look(String url, HostAddresses names) throws Refused {
        var uri = parsed(url);
        var host = uri.getHost().replaceAll("^\\[|]$", "");
        var port = uri.getPort() == -1 ? HTTPS : uri.getPort();
        if (port > LAST_PORT || port != HTTPS && port < FIRST_FREE_PORT) {
            throw new Refused("webhook-port");
        }
        var addresses = lookups.of(host, names);
        if (local && Arrays.stream(addresses).allMatch(InetAddress::isLoopbackAddress)) {
            return new Target(uri, host, port, addresses[0]);
        }
        if (!"https".equals(uri.getScheme())) {
            throw new Refused("webhook-https");
        }
        if (!Arrays.stream(addresses).allMatch(PublicAddress::is)) {
            throw new Refused("webhook-private");
        }
        return new Target(uri, host, port, addresses[0]);
    }

    private static URI parsed(String url) throws Refused {
        try {
            var uri = new URI(url);
            var scheme = uri.getScheme();
            if (url.length() > LONGEST
                    || uri.getHost() == null
                    || uri.getUserInfo() != null
                    || uri.getFragment() != null) {
                throw new Refused("webhook-url");
            }
            if (!"https".equals(scheme) && !"http".equals(scheme)) {
                throw new Refused("webhook-https");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw new Refused("webhook-url");
        }
    }
}
