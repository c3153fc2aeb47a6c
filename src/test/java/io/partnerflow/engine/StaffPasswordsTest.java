package io.partnerflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StaffPasswordsTest {

    private final StaffPasswordHash hash = new StaffPasswordHash();

    @Test
    void areHashedWithSixHundredThousandRoundsAndASaltOfTheirOwn() throws GeneralSecurityException {
        var stored = HexFormat.of().parseHex(hash.encrypt("seven otters play chess"));
        var salt = Arrays.copyOf(stored, 16);
        var rounds = new PBEKeySpec("seven otters play chess".toCharArray(), salt, 600_000, 256);
        var expected = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(rounds)
                .getEncoded();
        assertThat(Arrays.copyOfRange(stored, 16, stored.length)).isEqualTo(expected);
    }

    @Test
    void matchOnlyThemselvesAndCountToTheLastCharacter() {
        var long80 = "x".repeat(80);
        var stored = hash.encrypt(long80);
        assertThat(hash.check(long80, stored)).isTrue();
        assertThat(hash.check("x".repeat(79) + "y", stored)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "seven otters play chess, true",
        "otterschess1, true",
        "otterschess, false", // 11 characters
        "demo, false",
        "password1234, false",
        "Password2026!!, false",
        "partnerflow2026, false",
        "qwertyuiop123, false",
        "111111111111, false",
        "abababababab, false",
        "lösenord2026!, false",
        "'', false",
    })
    void areLongAndNotWhatEverybodyTriesFirst(String password, boolean allowed) {
        assertThat(new StaffPasswordPolicy().getRules().stream().allMatch(rule -> rule.execute(password)))
                .isEqualTo(allowed);
    }
}
