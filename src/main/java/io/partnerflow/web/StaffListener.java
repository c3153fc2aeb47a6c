package io.partnerflow.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * The second listener of the web server: Tasklist, Cockpit, engine-rest, actuator and our own staff pages answer only
 * here. It is a port of its own so that a firewall can keep it inside the house.
 */
@Component
public class StaffListener implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final int port;
    private final String address;
    private Connector connector;

    StaffListener(@Value("${partnerflow.staff.port}") int port, @Value("${server.address:}") String address) {
        this.port = port;
        this.address = address;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        connector = new Connector(TomcatServletWebServerFactory.DEFAULT_PROTOCOL);
        connector.setPort(port);
        connector.setThrowOnFailure(true);
        if (!address.isBlank()) {
            connector.setProperty("address", resolved().getHostAddress());
        }
        connector.setProperty("connectionTimeout", "10000");
        connector.setMaxPostSize(1024 * 1024);
        var protocol = (AbstractHttp11Protocol<?>) connector.getProtocolHandler();
        protocol.setMaxThreads(20);
        protocol.setMaxSwallowSize(64 * 1024 * 1024); // who uploads too much reads why, instead of a broken connection
        factory.addAdditionalTomcatConnectors(connector);
    }

    /** Whether the request came in by the staff's door. */
    public boolean received(HttpServletRequest request) {
        return connector != null && request.getLocalPort() == connector.getLocalPort();
    }

    /** The port it really listens on; differs from the configured one where that is 0. */
    public int port() {
        return connector.getLocalPort();
    }

    private InetAddress resolved() {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("server.address names no host: " + address, e);
        }
    }
}
