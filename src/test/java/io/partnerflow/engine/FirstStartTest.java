package io.partnerflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.StaffBrowser;
import io.partnerflow.web.StaffListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;

/** The first start of an installation that is not a demo. */
@ExtendWith(OutputCaptureExtension.class)
@PartnerflowTest
@TestPropertySource(properties = "partnerflow.data-dir=target/first-start")
class FirstStartTest {

    private static final Path FILE = Path.of("target/first-start/first-admin-password");

    @Autowired
    StaffStart start;

    @Autowired
    IdentityService identity;

    @Autowired
    StaffListener door;

    @Test
    void makesOneAdministratorWithAPasswordThatIsSaidOnceAndOnlyGoodForChoosingAnother(CapturedOutput output)
            throws IOException {
        var password = Files.readString(FILE).strip();
        assertThat(password).hasSizeGreaterThanOrEqualTo(20);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(FILE)))
                .isEqualTo("rw-------");
        assertThat(output.getAll().split(java.util.regex.Pattern.quote(password), -1))
                .as("said once")
                .hasSize(2);
        assertThat(identity.createUserQuery().list())
                .extracting(user -> user.getId())
                .containsExactly("admin");

        start.run(null);
        assertThat(output.getAll().split(java.util.regex.Pattern.quote("First start"), -1))
                .as("a second start says nothing")
                .hasSize(2);
        assertThat(Files.readString(FILE).strip()).isEqualTo(password);

        var browser = new StaffBrowser(door.port());
        browser.login("admin", password);
        assertThat(browser.get("/staff").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/staff/password"));
    }
}
