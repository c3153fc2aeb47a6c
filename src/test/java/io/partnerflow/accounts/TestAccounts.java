package io.partnerflow.accounts;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Adapters to a server of the test, impatient ones. */
public final class TestAccounts {

    public static final String SECRET = "a secret of the test only";

    static final URI NOWHERE = URI.create("http://127.0.0.1:9");

    private TestAccounts() {}

    static AccountsSettings at(URI address) {
        return new AccountsSettings(
                address,
                AccountsSettings.Protocol.HTTP,
                "secret",
                SECRET,
                Duration.ofSeconds(2),
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                Duration.ofDays(2),
                URI.create("https://app.example/login"));
    }

    static Failures failures() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/accounts");
        messages.setDefaultEncoding("UTF-8");
        return new Failures(messages, new io.partnerflow.shared.VendorLanguage("en"));
    }

    static HttpProvisioning http(URI address) {
        var failures = failures();
        return new HttpProvisioning(new ProvisioningHttp(at(address), failures, InstantSource.system()), failures);
    }

    static Accounts asking(ProvisioningSystem system, URI address, ProvisioningAttempts attempts) {
        return new Accounts(system, attempts, new Tries(system, attempts, at(address), failures()));
    }
}
