package io.partnerflow.accounts;

import io.partnerflow.PartnerflowTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Tag;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Tests of the whole application whose accounts another system keeps: a real server, the same for all of them. */
@Tag("own-application")
@PartnerflowTest
public abstract class ProvisionedElsewhere {

    protected static final ProvisioningServer SYSTEM = started();

    @DynamicPropertySource
    static void accountsLiveThere(DynamicPropertyRegistry settings) {
        settings.add("partnerflow.accounts.provisioning-url", SYSTEM::address);
        settings.add("partnerflow.accounts.signing-secret", () -> TestAccounts.SECRET);
        settings.add("partnerflow.accounts.answer-timeout", () -> "1s");
    }

    private static ProvisioningServer started() {
        try {
            return new ProvisioningServer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
