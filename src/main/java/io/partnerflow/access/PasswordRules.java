package io.partnerflow.access;

import io.partnerflow.shared.Invalid;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a password must be: long, and not one of those tried first. No rules on kinds of characters. */
@Component
public class PasswordRules {

    public static final int SHORTEST = 12;
    private static final int LONGEST = 128;
    private static final Set<String> TRIED_FIRST = Set.of(
            "123456789012",
            "1234567890123",
            "password1234",
            "passwordpassword",
            "qwertyuiop12",
            "qwertyuiopas",
            "administrator",
            "letmeinletmein",
            "welcomewelcome",
            "partnerflow123",
            "changemechangeme",
            "iloveyouiloveyou");

    /** @throws Invalid at field {@code password} */
    public void check(String password, String email) {
        var lower = password == null ? "" : password.toLowerCase(Locale.ROOT);
        if (lower.length() < SHORTEST || lower.length() > LONGEST) {
            throw Invalid.field("password", "password-length", null, SHORTEST, LONGEST);
        }
        var ownName = email.toLowerCase(Locale.ROOT).split("@")[0];
        if (TRIED_FIRST.contains(lower) || lower.chars().distinct().count() < 4 || lower.equals(ownName)) {
            throw Invalid.field("password", "password-guessable", null);
        }
    }
}
