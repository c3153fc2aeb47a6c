package io.partnerflow.scenarios;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The letters of one story, scene by scene, without what the house writes to its own desks and to people of earlier
 * stories, who go on earning.
 */
class Letterbox {

    private final JdbcClient database;
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> strangers;
    private long seen;

    Letterbox(JdbcClient database) {
        this.database = database;
        this.strangers = database.sql("SELECT DISTINCT recipient FROM letter")
                .query(String.class)
                .set();
        read();
    }

    /** From now on letters to this address are told as letters to this person. */
    void knows(String email, String person) {
        names.put(email, person);
    }

    /** What came since the last look, each as {@code letter to person}, oldest first. */
    List<String> news() {
        return read();
    }

    private List<String> read() {
        var letters = database.sql("""
                        SELECT id, template, recipient FROM letter WHERE id > ? AND template <> 'task-opened'
                        ORDER BY id""").param(seen).query().listOfRows();
        letters.forEach(letter -> seen = Math.max(seen, (Long) letter.get("id")));
        return letters.stream()
                .filter(this::isOfThisStory)
                .map(letter -> "%s to %s"
                        .formatted(
                                letter.get("template"),
                                names.getOrDefault((String) letter.get("recipient"), "" + letter.get("recipient"))))
                .toList();
    }

    private boolean isOfThisStory(Map<String, Object> letter) {
        var recipient = (String) letter.get("recipient");
        return names.containsKey(recipient)
                || !strangers.contains(recipient) && !"statement-sent".equals(letter.get("template"));
    }
}
