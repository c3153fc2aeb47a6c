package io.partnerflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a person finds in its mailbox. */
public class TestLetters {

    private final JdbcClient database;

    public TestLetters(JdbcClient database) {
        this.database = database;
    }

    /** Names of the letters to this address, oldest first. */
    public List<String> to(String email) {
        return database.sql("SELECT template FROM letter WHERE recipient = ? ORDER BY id")
                .param(email)
                .query(String.class)
                .list();
    }

    /** Names of the letters about a case, oldest first. */
    public List<String> about(String businessKey) {
        return database.sql("SELECT template FROM letter WHERE business_key = ? ORDER BY id")
                .param(businessKey)
                .query(String.class)
                .list();
    }

    /** The latest letter of this name to this address, as plain text. */
    public String latest(String email, String letter) {
        return database.sql(
                        "SELECT plain_text FROM letter WHERE recipient = ? AND template = ? ORDER BY id DESC LIMIT 1")
                .params(email, letter)
                .query(String.class)
                .single();
    }

    /** What follows this path in the link of the latest letter of this name: its secret. */
    public String secret(String email, String letter, String path) {
        var link = Pattern.compile(Pattern.quote(path) + "([\\w-]+)").matcher(latest(email, letter));
        assertThat(link.find()).as("link %s in letter %s", path, letter).isTrue();
        return link.group(1);
    }
}
