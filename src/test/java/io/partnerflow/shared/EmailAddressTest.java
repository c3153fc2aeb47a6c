package io.partnerflow.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "anna@example.se,anna@example.se",
        "Anna.Ek+plan@Sub.Example.SE,Anna.Ek+plan@sub.example.se",
        "' anna@example.se ',anna@example.se",
        "o'brien@example.ie,o'brien@example.ie",
        "anna@räksmörgås.se,anna@xn--rksmrgs-5wao1o.se",
        "a@b.museum,a@b.museum",
    })
    void oneAddressIsReadAndItsDomainIsLowerCase(String text, String address) {
        assertThat(EmailAddress.parse(text))
                .hasValue(EmailAddress.of(address))
                .get()
                .hasToString(address);
    }

    static List<String> noAddresses() {
        return List.of(
                "",
                "anna",
                "@example.se",
                "anna@",
                "anna@example",
                "anna@example..se",
                "anna@-example.se",
                ".anna@example.se",
                "anna.@example.se",
                "an..na@example.se",
                "anna@example.se,bo@example.se",
                "anna@example.se bo@example.se",
                "anna@bo@example.se",
                "Anna <anna@example.se>",
                "anna@[127.0.0.1]",
                "anna@127.0.0.1",
                "\"anna\"@example.se",
                "a@b.se\r\nBcc: v@example.org",
                "a@b.se\n",
                "a\u0000@b.se",
                "åsa@example.se",
                "x".repeat(65) + "@example.se",
                "a@" + "b".repeat(64) + ".se",
                "a@" + "bcdefghij.".repeat(26) + "se");
    }

    @ParameterizedTest
    @MethodSource("noAddresses")
    void anythingElseIsNoAddress(String text) {
        assertThat(EmailAddress.parse(text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> EmailAddress.of(text));
    }

    @Test
    void aListHasOnePersonPerLine() {
        var problems = new Invalid.Collector();
        var people = NamedEmail.parseLines(
                "users", "anna@example.se\r\n\r\nBo Ek <bo@Example.se>\n\"Ek, Cia\" <cia@example.se>", problems);
        assertThat(problems.isEmpty()).isTrue();
        assertThat(people)
                .extracting(NamedEmail::name, person -> person.email().value())
                .containsExactly(
                        tuple("", "anna@example.se"),
                        tuple("Bo Ek", "bo@example.se"),
                        tuple("Ek, Cia", "cia@example.se"));
    }

    @Test
    void everyBadLineIsNamed() {
        var problems = new Invalid.Collector();
        var people = NamedEmail.parseLines(
                "users",
                "anna@example.se\nbo@\na@b.se, c@d.se\nANNA@example.se\n" + "x".repeat(101) + " <d@e.se>",
                problems);
        assertThat(people).extracting(NamedEmail::toString).containsExactly("anna@example.se");
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(problems::throwIfAny)
                .satisfies(invalid -> assertThat(invalid.fields())
                        .extracting(
                                Invalid.Field::field,
                                Invalid.Field::code,
                                bad -> bad.args().get(0))
                        .containsExactly(
                                tuple("users", "email-syntax", 2),
                                tuple("users", "email-several-on-line", 3),
                                tuple("users", "email-duplicate", 4),
                                tuple("users", "name-unusable", 5)));
    }
}
