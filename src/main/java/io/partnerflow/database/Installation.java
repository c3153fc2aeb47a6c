package io.partnerflow.database;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What kind of installation this is: somebody's first look on their own machine, or real use. */
@Component
public class Installation {

    private final boolean embeddedDatabase;
    private final boolean demo;

    Installation(
            @Value("${spring.datasource.url:}") String databaseUrl,
            @Value("${server.address:}") String address,
            @Value("${partnerflow.demo.enabled:true}") boolean demoWanted) {
        this.embeddedDatabase = databaseUrl.isBlank();
        this.demo = demoWanted && embeddedDatabase && isLoopback(address);
    }

    /** Whether the database is the one that comes with the application. */
    public boolean embeddedDatabase() {
        return embeddedDatabase;
    }

    /** Whether demo users and demo data are allowed: only on the embedded database, and only reachable from this machine. */
    public boolean demo() {
        return demo;
    }

    private static boolean isLoopback(String address) {
        try {
            return !address.isBlank() && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
