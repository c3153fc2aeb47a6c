package io.partnerflow.bankfiles;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.partnerflow.bankfiles.BankEntry.Kind;
import io.partnerflow.shared.Money;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BankFilesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final String HEAD = "booked_on;amount;currency;text;reference;payer;payer_account;account;returns\n";

    private final List<BankEntry> entries = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"08", "02"})
    void readsWhatCameInWithWhoSentItAndWhatItSays(String version) {
        var bank = version.equals("08") ? TestBank.newer() : TestBank.older();
        var file = read(bank.received(DAY, "1250.00", "SEK", "Ek & Alm AB", "Faktura IN-2026-000123 tack")
                .file());

        assertThat(file).isEqualTo(new BankFile(BankFile.Format.CAMT, TestBank.ACCOUNT, file.bankId(), 1, 0));
        assertThat(entries).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(Kind.RECEIVED);
            assertThat(entry.amount()).isEqualTo(Money.of("1250.00", "SEK"));
            assertThat(entry.bookedOn()).isEqualTo(DAY);
            assertThat(entry.payer()).isEqualTo("Ek & Alm AB");
            assertThat(entry.payerAccount()).isEqualTo("DE89370400440532013000");
            assertThat(entry.endToEnd()).isEqualTo(bank.endToEnd());
            assertThat(entry.named()).containsExactly("IN2026000123");
        });
    }

    @Test
    void tellsReturnsFeesAndWhatIsNotBookedYetApart() {
        var file = read(TestBank.newer()
                .returned(DAY, "10.00", "SEK", "E2E-1")
                .fee(DAY, "5.00", "SEK")
                .pending(DAY, "7.00", "SEK")
                .file());

        assertThat(entries).extracting(BankEntry::kind).containsExactly(Kind.RETURNED, Kind.PAID_OUT);
        assertThat(entries.get(0).endToEnd()).isEqualTo("E2E-1");
        assertThat(file.pending()).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"08", "02"})
    void takesABatchApartIntoItsTransfers(String version) {
        var bank = version.equals("08") ? TestBank.newer() : TestBank.older();
        read(bank.batch(DAY, "SEK", List.of("10.00", "20.50"), List.of("RF18IN2026000001", "IN2026000002"))
                .file());

        assertThat(entries)
                .extracting(BankEntry::amount)
                .containsExactly(Money.of("10.00", "SEK"), Money.of("20.50", "SEK"));
        assertThat(entries.get(0).named()).contains("IN2026000001");
        assertThat(entries.get(1).named()).containsExactly("IN2026000002");
        assertThat(entries).extracting(BankEntry::reference).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "Invoice IN-2026-000123, IN2026000123",
        "in 2026 000 123, IN2026000123",
        "lN-2O26-OOO123, IN2026000123",
        "IN2026000123IN2026000124, IN2026000123 IN2026000124",
        "'IN-2026-000123, IN-2026-000124', IN2026000123 IN2026000124",
        "Rent March, ''",
        "IN 2026, ''",
    })
    void findsNumbersOfInvoicesInWhatPeopleAndMachinesWrite(String text, String named) {
        assertThat(String.join(" ", NamedInvoices.in(text, List.of()))).isEqualTo(named);
    }

    @Test
    void theSameMovementHasTheSameNameInEveryFile() {
        var one = TestBank.newer().received(DAY, "10.00", "SEK", "A", "SE1", "x", "R1");
        var two = TestBank.older()
                .received(DAY, "10.00", "SEK", "A", "SE1", "x", "R1")
                .received(DAY, "10.00", "SEK", "A", "SE1", "x", "R2");
        read(one.file());
        read(two.file());

        assertThat(entries.get(1).reference()).isEqualTo(entries.get(0).reference());
        assertThat(entries.get(2).reference()).isNotEqualTo(entries.get(0).reference());
    }

    @Test
    void refusesWhatIsAboutAnotherAccount() {
        refused(
                TestBank.newer()
                        .about("SE9999")
                        .received(DAY, "1.00", "SEK", "A", "x")
                        .file(),
                "other-account");
    }

    @Test
    void refusesWhatDoesNotAddUp() {
        refused(
                TestBank.newer()
                        .losing("5.00")
                        .received(DAY, "1.00", "SEK", "A", "x")
                        .file(),
                "does-not-add-up");
    }

    @Test
    void refusesDefinitionsOfItsOwnBeforeAnythingIsReadForThem() {
        var xxe = "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
        var bomb = "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>";
        var statement =
                TestBank.newer().received(DAY, "1.00", "SEK", "A", "x").xml().replaceFirst("<\\?xml[^>]*>\\s*", "");
        refused((xxe + statement.replace(">x<", ">&x;<")).getBytes(UTF_8), "definitions");
        refused((bomb + statement.replace(">x<", ">&b;<")).getBytes(UTF_8), "definitions");
        assertThat(entries).isEmpty();
    }

    @Test
    void refusesXmlThatIsBrokenOrSomethingElse() {
        var whole = TestBank.newer().received(DAY, "1.00", "SEK", "A", "x").xml();
        refused(whole.substring(0, whole.length() - 30).getBytes(UTF_8), "not-well-formed");
        refused(whole.replace("camt.053.001.08", "camt.054.001.08").getBytes(UTF_8), "other-xml");
        refused("<html></html>".getBytes(UTF_8), "other-xml");
        refused("<".repeat(5).getBytes(UTF_8), "not-well-formed");
        refused(whole.replaceAll("(?s)<Stmt>.*</Stmt>", "").getBytes(UTF_8), "no-statement");
        refused(
                ("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\">" + "<a>".repeat(50))
                        .getBytes(UTF_8),
                "too-deep");
    }

    @Test
    void namesTheLineOfEveryBadEntryAtOnce() {
        var whole = TestBank.newer()
                .received(DAY, "1.00", "SEK", "A", "x")
                .received(DAY, "2.00", "SEK", "A", "x")
                .received(DAY, "3.00", "SEK", "A", "x")
                .xml();
        var broken = whole.replace("<Amt Ccy=\"SEK\">1.00", "<Amt Ccy=\"SEK\">1e400000000")
                .replaceFirst("(?s)(.*)<Dt>2026-03-01</Dt></BookgDt>", "$1<Dt>yesterday</Dt></BookgDt>");

        assertThatThrownBy(() -> read(broken.getBytes(UTF_8)))
                .asInstanceOf(type(BankFileRefused.class))
                .satisfies(refused -> {
                    assertThat(refused.problems())
                            .extracting(BankFileRefused.Problem::code)
                            .containsExactly("amount", "date");
                    assertThat(refused.problems())
                            .extracting(BankFileRefused.Problem::line)
                            .doesNotContain(0)
                            .doesNotHaveDuplicates();
                });
    }

    @Test
    void readsATableWithCommasPointsAndQuotes() {
        var file = read((HEAD
                        + "2026-03-01;1250,50;SEK;\"Faktura; IN-2026-000123 \"\"tack\"\"\";R1;Ek AB;SE11 2222;SE45 5000 0000 0583 9825 7466;\n"
                        + "\n2026-03-02;-10.00;sek;back;R2;;;;R1\n2026-03-02;-3;SEK;fee;R3;;;;\n")
                .getBytes(UTF_8));

        assertThat(file.entries()).isEqualTo(3);
        assertThat(entries.get(0).text()).isEqualTo("Faktura; IN-2026-000123 \"tack\"");
        assertThat(entries.get(0).amount()).isEqualTo(Money.of("1250.50", "SEK"));
        assertThat(entries.get(0).payerAccount()).isEqualTo("SE112222");
        assertThat(entries).extracting(BankEntry::kind).containsExactly(Kind.RECEIVED, Kind.RETURNED, Kind.PAID_OUT);
        assertThat(entries.get(1).original()).isEqualTo("R1");
    }

    @Test
    void aFormulaInATableIsTextLikeAnyOther() {
        read((HEAD + "2026-03-01;1;SEK;=cmd|' /C calc'!A0;R1;@SUM(A1);;;\n").getBytes(UTF_8));
        assertThat(entries.get(0).text()).isEqualTo("=cmd|' /C calc'!A0");
    }

    @Test
    void namesEveryBadLineOfATable() {
        assertThatThrownBy(() -> read((HEAD
                                + "yesterday;1;SEK;x;R1;;;;\n2026-03-01;much;SEK;x;R2;;;;\n2026-03-01;1;SEK;x;;;;;\n2026-03-01;1;SEK\n2026-03-01;1.005;SEK;x;R4;;;;\n")
                        .getBytes(UTF_8)))
                .asInstanceOf(type(BankFileRefused.class))
                .satisfies(refused -> assertThat(refused.problems())
                        .extracting(problem -> problem.line() + " " + problem.code())
                        .containsExactly("2 date", "3 amount", "4 reference", "5 cells", "6 amount"));
    }

    @Test
    void refusesTablesThatAreNone() {
        refused(new byte[0], "empty");
        refused("   \n ".getBytes(UTF_8), "empty");
        refused("a;b\n1;2\n".getBytes(UTF_8), "columns");
        refused(HEAD.replace("payer;", "secret;").getBytes(UTF_8), "column-unknown");
        refused((HEAD + "2026-03-01;1;SEK;\"never closed;R1;;;;\n").getBytes(UTF_8), "quote-open");
        refused((HEAD + "2026-03-01;1;SEK;für;R1;;;;\n").getBytes(ISO_8859_1), "not-utf8");
        refused((HEAD + "2026-03-01;1;SEK;x;R1;;;SE999;\n").getBytes(UTF_8), "other-account");
    }

    private BankFile read(byte[] file) {
        return BankFiles.read(new ByteArrayInputStream(file), List.of(TestBank.ACCOUNT), entries::add);
    }

    private void refused(byte[] file, String code) {
        assertThatThrownBy(() -> read(file))
                .asInstanceOf(type(BankFileRefused.class))
                .satisfies(refused -> assertThat(refused.problems())
                        .extracting(BankFileRefused.Problem::code)
                        .contains(code));
    }
}
