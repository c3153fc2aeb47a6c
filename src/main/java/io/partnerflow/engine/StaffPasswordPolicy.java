package io.partnerflow.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.springframework.core.io.ClassPathResource;

/**
 * A password of staff is long and not one of those everybody tries first. There are no rules about kinds of characters:
 * they make passwords shorter and more alike.
 *
 * <p>The names of the rules are the keys under which Admin finds their texts.
 */
class StaffPasswordPolicy implements PasswordPolicy {

    static final int SHORTEST = 12;

    private final Set<String> common = commonPasswords();

    @Override
    public List<PasswordPolicyRule> getRules() {
        return List.of(
                new Rule(
                        "PASSWORD_POLICY_LENGTH",
                        Map.of("minLength", String.valueOf(SHORTEST)),
                        password -> password.length() >= SHORTEST),
                new Rule("PASSWORD_POLICY_COMMON", Map.of(), password -> !isCommon(password)));
    }

    /** Also true for a common password that was only padded with digits and signs at its end. */
    private boolean isCommon(String password) {
        var lower = password.toLowerCase(Locale.ROOT);
        var core = lower.replaceAll("[^\\p{L}]+$", "");
        return common.contains(lower)
                || common.contains(core)
                || lower.chars().distinct().count() < 5;
    }

    private static Set<String> commonPasswords() {
        try (var file = new ClassPathResource("common-passwords.txt").getInputStream()) {
            return Set.of(new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\\R"));
        } catch (IOException e) {
            throw new UncheckedIOException("the list of common passwords is not in the jar", e);
        }
    }

    private record Rule(String placeholder, Map<String, String> parameters, Predicate<String> isMet)
            implements PasswordPolicyRule {

        @Override
        public String getPlaceholder() {
            return placeholder;
        }

        @Override
        public Map<String, String> getParameters() {
            return parameters;
        }

        @Override
        public boolean execute(String candidate) {
            return candidate != null && isMet.test(candidate);
        }
    }
}
