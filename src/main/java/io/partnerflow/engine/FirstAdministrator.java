package io.partnerflow.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.camunda.bpm.engine.IdentityService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The one user of a new installation. Its password is random, said once, and good for nothing but choosing another one.
 * There is no second chance to hear it: who has lost it empties {@code act_id_user} of {@code admin} and starts again.
 */
@Component
class FirstAdministrator {

    static final String ID = "admin";

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"; // no l1I0O
    private static final int LENGTH = 24;

    private final IdentityService identity;
    private final StaffAccounts accounts;
    private final Path file;
    private final SecureRandom random = new SecureRandom();
    private String password;

    FirstAdministrator(
            IdentityService identity, StaffAccounts accounts, @Value("${partnerflow.data-dir}") Path dataDirectory) {
        this.identity = identity;
        this.accounts = accounts;
        this.file = dataDirectory.resolve("first-admin-password");
    }

    /** Makes the administrator, unless there is any user already. */
    void appoint() {
        if (identity.createUserQuery().count() > 0) {
            return;
        }
        password = random.ints(LENGTH, 0, LETTERS.length())
                .collect(StringBuilder::new, (text, i) -> text.append(LETTERS.charAt(i)), StringBuilder::append)
                .toString();
        var user = identity.newUser(ID);
        user.setFirstName("First");
        user.setLastName("Administrator");
        user.setPassword(password);
        identity.saveUser(user);
        identity.createMembership(ID, VendorDesks.ADMINISTRATORS);
        accounts.demandNewPassword(ID);
    }

    /** Says the password of the administrator that was just made; called once that is committed. */
    void announce() {
        if (password == null) {
            return;
        }
        LOG.warn("""


                        First start: log in by the staff's door as '{}' with the one-time password

                            {}

                        and choose your own. It is not shown again{}.
                        """, ID, password, write(password) ? "; it also stands in " + file.toAbsolutePath() : "");
        password = null;
    }

    private boolean write(String secret) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, secret + System.lineSeparator());
            return true;
        } catch (IOException | UnsupportedOperationException e) {
            LOG.info("the one-time password is not written to {}: {}", file, e.toString());
            return false;
        }
    }
}
