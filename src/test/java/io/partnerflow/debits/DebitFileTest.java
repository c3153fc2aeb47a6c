package io.partnerflow.debits;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerflow.debits.DebitCollection.Presentation;
import io.partnerflow.mandates.Creditor;
import io.partnerflow.parties.Address;
import io.partnerflow.shared.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.iban4j.CountryCode;
import org.iban4j.Iban;
import org.iban4j.Iban4jException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** W-20, C-20: what the bank is asked to collect. */
class DebitFileTest {

    private static final LocalDateTime CREATED = LocalDateTime.of(2026, 5, 28, 9, 0);
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final Creditor CREDITOR =
            new Creditor("Nörthlight Software AB", "SE9850000000058398257482", "ESSESESS", "SE86ZZZ5599999991");

    @Test
    void isValidAndReadsAsWhatItSays() {
        var file = file(debit(1, true, "118.99"), debit(2, false, "0.01"));

        DebitFiles.assertValid(file);
        var read = DebitFiles.read(file);
        assertThat(read).hasSize(2);
        assertThat(read.get(0))
                .containsEntry("value", "118.99")
                .containsEntry("curr", "EUR")
                .containsEntry("dst.iban", "DE89370400440532013000")
                .containsEntry("dst.name", "Mueller + Soehne GmbH")
                .containsEntry("usage", "IN-2026-000001 SU-2026-000001 2026-06-01")
                .containsEntry("endtoendid", "DD-2026-000001-00001")
                .containsEntry("creditorid", "SE86ZZZ5599999991")
                .containsEntry("mandateid", "MD-2026-000001")
                .containsEntry("manddateofsig", "2026-05-01")
                .containsEntry("sequencetype", "FRST")
                .containsEntry("targetdate", "2026-06-01");
        assertThat(read.get(1)).containsEntry("value", "0.01").containsEntry("sequencetype", "RCUR");
    }

    @Test
    void firstAndRecurrentDebitsAreApartEachWithItsOwnSum() {
        var text = text(file(debit(1, true, "10.00"), debit(2, true, "20.00"), debit(3, false, "5.50")));

        assertThat(text)
                .contains("<NbOfTxs>3</NbOfTxs><CtrlSum>35.50</CtrlSum><InitgPty>")
                .contains("<PmtInfId>DD-2026-000001-FRST</PmtInfId>")
                .contains("<NbOfTxs>2</NbOfTxs><CtrlSum>30.00</CtrlSum><PmtTpInf>")
                .contains("<NbOfTxs>1</NbOfTxs><CtrlSum>5.50</CtrlSum><PmtTpInf>")
                .contains("<LclInstrm><Cd>CORE</Cd></LclInstrm><SeqTp>FRST</SeqTp>")
                .contains("<SeqTp>RCUR</SeqTp>");
        assertThat(text.indexOf("FRST")).isLessThan(text.indexOf("RCUR"));
        assertThat(text(file(debit(1, false, "1.00")))).doesNotContain("FRST");
    }

    @Test
    void textsAddressesAndBanksAreAsBanksWantThem() {
        assertThat(text(file(debit(1, true, "5.00"))))
                .contains("<Nm>Noerthlight Software AB</Nm>")
                .contains("<StrtNm>Hauptstr. 5</StrtNm><PstCd>59494</PstCd><TwnNm>Soest</TwnNm><Ctry>DE</Ctry>")
                .contains("<Othr><Id>NOTPROVIDED</Id></Othr>")
                .doesNotContain("AdrLine");
    }

    @Test
    void whatABankWouldRefuseIsNotWritten() {
        var good = debit(1, true, "1.00");
        assertThatThrownBy(() -> DebitFile.of(collection("1.01", DAY), List.of(good), CREDITOR, CREATED))
                .hasMessageContaining("control sum");
        assertThatThrownBy(() -> DebitFile.of(collection("1.00", DAY.minusDays(1)), List.of(good), CREDITOR, CREATED))
                .hasMessageContaining("settle");
        assertThatThrownBy(() -> DebitFile.of(
                        crowns(), List.of(debit(1, true, Money.of("1.00", "SEK"), IBAN)), CREDITOR, CREATED))
                .hasMessageContaining("euro");
        assertThatThrownBy(() -> DebitFile.of(
                        collection("1.00", DAY),
                        List.of(debit(1, true, Money.of("1.00", "EUR"), "DE88370400440532013000")),
                        CREDITOR,
                        CREATED))
                .isInstanceOf(Iban4jException.class);
    }

    @Test
    void aThousandDebitsAreValidAndAddUp(TestReporter reporter) {
        var debits = IntStream.rangeClosed(1, 1000)
                .mapToObj(i -> debit(
                        i,
                        i <= 100,
                        Money.of(new BigDecimal(i).movePointLeft(2), "EUR"),
                        Iban.random(CountryCode.DE).toString()))
                .toArray(Presentation[]::new);
        var began = System.nanoTime();
        var file = file(debits);
        var took = Duration.ofNanos(System.nanoTime() - began);

        DebitFiles.assertValid(file);
        assertThat(DebitFiles.read(file)).hasSize(1000);
        assertThat(text(file)).contains("<NbOfTxs>1000</NbOfTxs><CtrlSum>5005.00</CtrlSum>");
        reporter.publishEntry("1,000 debits", "%d ms, %d kB".formatted(took.toMillis(), file.length / 1024));
    }

    private static final String IBAN = "DE89370400440532013000";

    private static byte[] file(Presentation... debits) {
        var sum = Money.sum(
                debits[0].amount().currency(),
                List.of(debits).stream().map(Presentation::amount).toList());
        return DebitFile.of(collection(sum.amount().toPlainString(), DAY), List.of(debits), CREDITOR, CREATED);
    }

    private static DebitCollection collection(String sum, LocalDate day) {
        return collection(Money.of(sum, "EUR"), day);
    }

    private static DebitCollection crowns() {
        return collection(Money.of("1.00", "SEK"), DAY);
    }

    private static DebitCollection collection(Money sum, LocalDate day) {
        return new DebitCollection(
                "DD-2026-000001",
                DebitCollection.Status.RELEASED,
                day,
                1,
                sum,
                Instant.parse("2026-05-28T07:00:00Z"),
                "bengt",
                null,
                null);
    }

    private static Presentation debit(int position, boolean first, String amount) {
        return debit(position, first, Money.of(amount, "EUR"), IBAN);
    }

    private static Presentation debit(int position, boolean first, Money amount, String iban) {
        return new Presentation(
                position,
                position,
                "DD-2026-000001-%05d".formatted(position),
                first,
                "MD-2026-%06d".formatted(position),
                LocalDate.of(2026, 5, 1),
                "Müller & Söhne GmbH",
                "DE",
                new Address("Hauptstr. 5", null, "59494", "Soest"),
                "Müller & Söhne GmbH",
                iban,
                null,
                amount,
                "IN-2026-%06d SU-2026-000001 2026-06-01".formatted(position),
                "OR-2026-000001",
                "SU-2026-000001",
                null,
                null,
                null);
    }

    private static String text(byte[] file) {
        return new String(file, UTF_8);
    }
}
