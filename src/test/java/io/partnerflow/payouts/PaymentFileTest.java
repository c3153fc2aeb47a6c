package io.partnerflow.payouts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerflow.documents.Vendor;
import io.partnerflow.parties.Address;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.SepaText;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.iban4j.CountryCode;
import org.iban4j.Iban;
import org.iban4j.Iban4jException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PaymentFileTest {

    private static final LocalDateTime CREATED = LocalDateTime.of(2026, 4, 8, 9, 0);
    private static final Vendor VENDOR =
            new Binder(new MapConfigurationPropertySource()).bindOrCreate("partnerflow.vendor", Vendor.class);

    @Test
    void isValidAndReadsAsWhatItSays() {
        var file = file(payment(1, "1234.56", "EUR"), payment(2, "0.01", "EUR"));

        PaymentFiles.assertValid(file);
        var read = PaymentFiles.read(file);
        assertThat(read).hasSize(2);
        assertThat(read.get(0))
                .containsEntry("value", "1234.56")
                .containsEntry("curr", "EUR")
                .containsEntry("src.iban", VENDOR.iban())
                .containsEntry("dst.iban", "DE89370400440532013000")
                .containsEntry("dst.name", "Mueller + Soehne GmbH")
                .containsEntry("usage", "SB-2026-000001 SB-2026-000002")
                .containsEntry("endtoendid", "PY-2026-000001-00001")
                .containsEntry("pmtinfid", "PY-2026-000001-1")
                .containsEntry("date", "2026-04-09");
        assertThat(read.get(1)).containsEntry("value", "0.01");
    }

    @Test
    void eurosGoAsSepaAndOtherMoneyDoesNot() {
        assertThat(text(file(payment(1, "5.00", "EUR")))).contains("<Cd>SEPA</Cd>", "<ChrgBr>SLEV</ChrgBr>");
        var crowns = file(payment(1, "5.00", "SEK"));
        PaymentFiles.assertValid(crowns);
        assertThat(text(crowns))
                .contains("Ccy=\"SEK\"", "<ChrgBr>SHAR</ChrgBr>")
                .doesNotContain("SEPA");
    }

    @Test
    void theAddressIsInParts() {
        assertThat(text(file(payment(1, "5.00", "EUR"))))
                .contains("<StrtNm>Hauptstr. 5</StrtNm><PstCd>59494</PstCd><TwnNm>Soest</TwnNm><Ctry>DE</Ctry>")
                .doesNotContain("AdrLine");
    }

    @Test
    void paymentsThatAreNotTheControlSumAreRefused() {
        var run = run("10.00", "EUR", 1);
        assertThatThrownBy(() -> PaymentFile.of(run, List.of(payment(1, "9.99", "EUR")), VENDOR, CREATED))
                .hasMessageContaining("control sum");
    }

    @Test
    void anAccountThatCannotBeOneIsRefused() {
        var bad = new PayoutRun.Payment(
                1,
                UUID.randomUUID(),
                "X",
                "DE",
                new Address("A", null, "1", "B"),
                "X",
                "DE89370400440532013001",
                Money.of("1.00", "EUR"),
                List.of("SB-1"));
        assertThatThrownBy(() -> PaymentFile.of(run("1.00", "EUR", 1), List.of(bad), VENDOR, CREATED))
                .isInstanceOf(Iban4jException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "Müller & Söhne GmbH, Mueller + Soehne GmbH",
        "Åkesson Förlag AB, Aakesson Foerlag AB",
        "Café «Été», Cafe Ete",
        "/a//b/, a/b",
        "Ünïcödé № 5, Uenicoede 5",
        "東京, ''",
    })
    void textHasOnlyCharactersThatEveryBankTakes(String written, String sent) {
        assertThat(SepaText.of(written, 70)).isEqualTo(sent).matches("[a-zA-Z0-9/?:().,'+ -]*");
    }

    /** S11. */
    @Test
    void aThousandPaymentsAreValidAndAddUp(TestReporter reporter) {
        var payments = IntStream.rangeClosed(1, 1000)
                .mapToObj(i -> new PayoutRun.Payment(
                        i,
                        UUID.randomUUID(),
                        "Återförsäljare " + i,
                        "DE",
                        new Address("Hauptstr. " + i, null, "59494", "Soest"),
                        "Återförsäljare " + i,
                        Iban.random(CountryCode.DE).toString(),
                        Money.of(new BigDecimal(i).movePointLeft(2), "EUR"),
                        List.of("SB-2026-%06d".formatted(i))))
                .toList();
        var began = System.nanoTime();
        var file = PaymentFile.of(run("5005.00", "EUR", 1000), payments, VENDOR, CREATED);
        var took = Duration.ofNanos(System.nanoTime() - began);

        PaymentFiles.assertValid(file);
        assertThat(PaymentFiles.read(file)).hasSize(1000);
        assertThat(text(file)).contains("<NbOfTxs>1000</NbOfTxs><CtrlSum>5005.00</CtrlSum>");
        reporter.publishEntry("1,000 payments", "%d ms, %d kB".formatted(took.toMillis(), file.length / 1024));
    }

    private static byte[] file(PayoutRun.Payment... payments) {
        var currency = payments[0].amount().currency();
        var sum = Money.sum(
                currency,
                List.of(payments).stream().map(PayoutRun.Payment::amount).toList());
        return PaymentFile.of(
                run(sum.amount().toPlainString(), currency.getCurrencyCode(), payments.length),
                List.of(payments),
                VENDOR,
                CREATED);
    }

    private static PayoutRun run(String sum, String currency, int payments) {
        return new PayoutRun(
                "PY-2026-000001",
                PayoutRun.Status.RELEASED,
                LocalDate.of(2026, 4, 9),
                payments,
                Money.of(sum, currency),
                Instant.parse("2026-04-08T07:00:00Z"),
                "bengt",
                null,
                null,
                null);
    }

    private static PayoutRun.Payment payment(int position, String amount, String currency) {
        return new PayoutRun.Payment(
                position,
                UUID.randomUUID(),
                "Müller & Söhne GmbH",
                "DE",
                new Address("Hauptstr. 5", null, "59494", "Soest"),
                "Müller & Söhne GmbH",
                "DE89370400440532013000",
                Money.of(amount, currency),
                List.of("SB-2026-000001", "SB-2026-000002"));
    }

    private static String text(byte[] file) {
        return new String(file, UTF_8);
    }
}
