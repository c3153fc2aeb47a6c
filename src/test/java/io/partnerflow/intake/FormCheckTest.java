package io.partnerflow.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerflow.shared.Invalid;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FormCheckTest {

    static Stream<Arguments> accepted() {
        return Stream.of(
                Arguments.of("poNumber", " PO-1 ", "PO-1"),
                Arguments.of("email", "anna@example.se", "anna@example.se"),
                Arguments.of("phone", "+46 8 123 45 67", "+46 8 123 45 67"),
                Arguments.of("phone", "0046 8-1234567", "0046 8-1234567"),
                Arguments.of("people", "a@b.se\r\n\r\nAnna Ek <anna@b.se>", "a@b.se\n\nAnna Ek <anna@b.se>"),
                Arguments.of("note", "line one\nline two", "line one\nline two"),
                Arguments.of("note", "x".repeat(200), "x".repeat(200)),
                Arguments.of("licences", "1", 1),
                Arguments.of("licences", 25, 25),
                Arguments.of("licences", "100 000", 100_000),
                Arguments.of("licences", "100\u00a0000", 100_000),
                Arguments.of("licences", "12.0", 12),
                Arguments.of("amount", "12,5", "12.50"),
                Arguments.of("amount", "1 234.50", "1234.50"),
                Arguments.of("amount", "0", "0.00"),
                Arguments.of("share", "12.125", new BigDecimal("12.125")),
                Arguments.of("terms", true, true),
                Arguments.of("terms", "on", true),
                Arguments.of("decision", "approve", "approve"),
                Arguments.of("plan", "basic", "basic"),
                Arguments.of("line", "S-1", "S-1"),
                Arguments.of("checks", List.of("signed", "dated", "signed"), List.of("signed", "dated")),
                Arguments.of("tags", "pro", List.of("pro")),
                Arguments.of("start", "2026-11-22", LocalDate.of(2026, 11, 22)),
                Arguments.of("start", "2028-02-29", LocalDate.of(2028, 2, 29)),
                Arguments.of("customer.name", "BRF Eken", "BRF Eken"),
                Arguments.of("customer", Map.of("name", "BRF Eken"), null));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @MethodSource("accepted")
    void acceptsWhatFits(String key, Object typed, Object value) {
        var checked = EveryField.with(key, typed);
        assertThat(checked.errors()).isEmpty();
        assertThat(checked.values().get(key)).isEqualTo(value);
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', textBlock = """
            poNumber      | ''                  | required         | Purchase order number is needed.
            poNumber      | '   '               | required         | Purchase order number is needed.
            poNumber      | A1                  | too-short        | Purchase order number needs at least 3 characters. You typed 2.
            poNumber      | ABCDEFGHIJKLMNOPQRSTU | too-long       | Purchase order number can have at most 20 characters. You typed 21.
            poNumber      | po-1                | pattern          | Purchase order number does not have the accepted form. Use capital letters, digits and hyphens. You typed “po-1”.
            email         | anna@               | email            | E-mail must be an e-mail address such as name@example.org. You typed “anna@”.
            email         | a@b                 | email            | E-mail must be an e-mail address such as name@example.org. You typed “a@b”.
            phone         | 08-123              | phone            | Phone must be a phone number with the country code, such as +46 8 123 45 67. You typed “08-123”.
            people        | anna                | email-syntax     | Line 1: “anna” is not an e-mail address. Write one address per line, such as anna@example.se or Anna Ek <anna@example.se>.
            licences      | ''                  | required         | Number of licences is needed.
            licences      | 0                   | range            | Number of licences must be between 1 and 100 000. You typed 0.
            licences      | -5                  | range            | Number of licences must be between 1 and 100 000. You typed -5.
            licences      | 1000000000          | range            | Number of licences must be between 1 and 100 000. You typed 1 000 000 000.
            licences      | 1.5                 | whole-number     | Number of licences must be a whole number. You typed 1.5.
            licences      | 1,000               | number           | Number of licences must be a number written with digits, such as 1000 or 12.50. You typed “1,000”.
            licences      | 1e3                 | number           | Number of licences must be a number written with digits, such as 1000 or 12.50. You typed “1e3”.
            licences      | NaN                 | number           | Number of licences must be a number written with digits, such as 1000 or 12.50. You typed “NaN”.
            licences      | 99999999999999999999999 | number       | Number of licences must be a number written with digits, such as 1000 or 12.50. You typed “99999999999999999999999”.
            amount        | 1.234               | decimals         | Amount can have at most 2 decimals. You typed 1.234.
            amount        | -0.01               | too-small        | Amount must be 0 or more. You typed -0.01.
            share         | 26                  | too-large        | Share must be 25 or less. You typed 26.
            terms         | false               | not-ticked       | Tick the box to go on: We accept the terms.
            terms         | maybe               | yes-or-no        | We accept the terms can only be ticked or not. You sent “maybe”.
            decision      | ''                  | nothing-chosen   | Decision: choose one of the options.
            decision      | delete              | not-offered      | Decision has no option “delete”. Choose one of: Approve, Reject.
            plan          | gold                | not-offered      | Plan has no option “gold”. Choose one of: Basic, Pro.
            line          | X-1                 | not-offered      | Line has no option “X-1”. Choose one of: Plan, Sensor.
            checks        | lost                | not-offered      | Checks has no option “lost”. Choose one of: Signed, Dated.
            tags          | gold                | not-offered      | Tags has no option “gold”. Choose one of: Basic, Pro.
            start         | 2026-11-21          | past-date        | Start must be 2026-11-22 or later. You typed 2026-11-21.
            start         | 2027-02-29          | date             | Start must be a date, written year-month-day as in 2026-11-22. You typed “2027-02-29”.
            start         | 24/12/2026          | date             | Start must be a date, written year-month-day as in 2026-11-22. You typed “24/12/2026”.
            discount      | 99                  | unknown-member   | This form has no field named “discount”. Leave it out.
            customer.country | NO               | unknown-member   | This form has no field named “customer.country”. Leave it out.
            """)
    void refusesWhatDoesNotFitAndSaysWhatDoes(String key, String typed, String code, String sentence) {
        var errors = EveryField.with(key, typed).errors();
        assertThat(errors).extracting(Invalid.Field::field).containsExactly(key);
        assertThat(errors.get(0).code()).isEqualTo(code);
        assertThat(sentence(errors.get(0)).replace('\u00a0', ' ')).isEqualTo(sentence);
    }

    @Test
    void refusesLineBreaksWhereOneLineIsAskedFor() {
        assertThat(EveryField.with("email", "a@b.se\r\nBcc: v@example.org").errors())
                .extracting(Invalid.Field::code)
                .containsExactly("one-line");
    }

    @Test
    void refusesCharactersThatNoDatabaseKeeps() {
        assertThat(EveryField.with("note", "a\0b").errors())
                .extracting(Invalid.Field::code)
                .containsExactly("control-characters");
    }

    @Test
    void limitsTextEvenWhereTheFormDoesNot() {
        assertThat(EveryField.with("customer.name", "x".repeat(10_000)).errors())
                .extracting(Invalid.Field::code)
                .containsExactly("too-long");
    }

    @Test
    void namesEveryBadFieldAtOnce() {
        var checked = EveryField.CHECK.check(EveryField.FORM, FormAnswers.of(Map.of()), EveryField.FACTS);
        assertThat(checked.errors())
                .extracting(Invalid.Field::field)
                .containsExactly("poNumber", "licences", "terms", "decision", "plan");
        assertThatThrownBy(checked::orThrow).isInstanceOf(Invalid.class);
    }

    @Test
    void asksForTheReasonOnlyWhereThereIsSomethingToReject() {
        assertThat(EveryField.with("decision", "reject").errors())
                .extracting(Invalid.Field::field)
                .containsExactly("reason");
        var approved = EveryField.with("reason", "because");
        assertThat(approved.accepted()).isTrue();
        assertThat(approved.values()).doesNotContainKey("reason");
    }

    @Test
    void dropsAWholeGroupThatIsHidden() {
        var answers = EveryField.good();
        answers.put("plan", "basic");
        answers.put("customer.name", "BRF Eken");
        var checked = EveryField.CHECK.check(EveryField.FORM, FormAnswers.of(answers), EveryField.FACTS);
        assertThat(checked.accepted()).isTrue();
        assertThat(checked.values()).doesNotContainKey("customer.name");
        assertThat(checked.hidden()).contains("Group_customer", "customer.name");
    }

    @Test
    void checksATaskAgainstItsVariablesAndMindsNoOthers() {
        var variables = new HashMap<String, Object>(EveryField.FACTS);
        variables.putAll(EveryField.good());
        variables.put("licences", -5);
        variables.put("creditApproved", true);
        assertThat(EveryField.CHECK.checkTask(EveryField.FORM, variables).errors())
                .extracting(Invalid.Field::field)
                .containsExactly("licences");
    }

    private static String sentence(Invalid.Field error) {
        return EveryField.messages().getMessage(error.text(), error.args().toArray(), Locale.ENGLISH);
    }
}
