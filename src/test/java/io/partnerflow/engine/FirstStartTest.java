package io.partnerflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.StaffBrowser;
import io.partnerflow.web.StaffListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The first start of an installation that is not a demo. */
@ExtendWith(OutputCaptureExtension.class)
@PartnerflowTest
@TestMethodOrder(MethodOrderer.MethodName.class) // the story: one first start, then the loss of everybody
@TestPropertySource(properties = "partnerflow.data-dir=target/first-start")
@Tag("own-application")
class FirstStartTest {

    private static final Path FILE = Path.of("target/first-start/first-admin-password");

    @Autowired
    StaffStart start;

    @Autowired
    IdentityService identity;

    @Autowired
    StaffListener door;

    @Autowired
    JdbcClient database;

    @Test
    void makesAnAdministratorWithAPasswordThatIsSaidOnceAndOnlyGoodForChoosingAnother(CapturedOutput output)
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

    /** As src/docs/operations.md tells whoever has lost the password. */
    @Test
    void makesAnotherAdministratorWhenAllStaffAreRemoved() throws IOException {
        var before = Files.readString(FILE).strip();
        for (var table : List.of("act_id_membership", "act_id_info", "act_id_user")) {
            database.sql("DELETE FROM act_ru_authorization WHERE user_id_ IS NOT NULL")
                    .update();
            database.sql("DELETE FROM " + table).update();
        }
        start.run(null);
        var after = Files.readString(FILE).strip();
        assertThat(after).isNotEqualTo(before);
        assertThat(identity.checkPassword("admin", after)).isTrue();
    }
}
