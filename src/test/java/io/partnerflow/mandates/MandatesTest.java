package io.partnerflow.mandates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.TestOrders;
import io.partnerflow.TestParties;
import io.partnerflow.audit.AuditTrail;
import io.partnerflow.orders.OrderFields;
import io.partnerflow.orders.OrderManagement;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.Resellers;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.VendorCalendar;
import jakarta.validation.Validation;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** WA-11: what may be collected from whom. */
@PartnerflowTest
class MandatesTest {

    private static final String IBAN = "DE89370400440532013000";
    private static final LocalDate SIGNED = LocalDate.of(2026, 11, 20);

    @Autowired
    Mandates mandates;

    @Autowired
    Organisations organisations;

    @Autowired
    Resellers resellers;

    @Autowired
    OrderManagement management;

    @Autowired
    VendorCalendar calendar;

    @Autowired
    AuditTrail audit;

    @Autowired
    JdbcClient database;

    Party customer;
    String order;

    @BeforeEach
    void placeOrder() {
        var parties = new TestParties(organisations, resellers);
        var reseller = parties.reseller();
        customer = parties.customerOf(reseller);
        order = management.place(
                TestOrders.of(reseller, customer, calendar.today()).wanted(), OrderFields.API);
    }

    @Test
    void waitsForTheSignatureAndIsFirstUntilSomethingIsCollected() {
        var prepared = prepare("de89 3704 0044 0532 0130 00");

        assertThat(prepared.reference()).matches("MD-\\d{4}-\\d{6}");
        assertThat(prepared.iban()).isEqualTo(IBAN);
        assertThat(prepared.maskedIban()).isEqualTo("DE89\u00a0••••\u00a03000");
        assertThat(prepared.toString()).doesNotContain("0532");
        assertThat(prepared.status()).isEqualTo(MandateView.Status.PENDING);

        assertThat(mandates.sign(order, SIGNED).isActive()).isTrue();
        assertThat(mandates.of(order).orElseThrow().sequence()).isEqualTo(MandateView.Sequence.FRST);

        mandates.collected(List.of(prepared.reference()), SIGNED.plusDays(20));
        mandates.collected(List.of(prepared.reference()), SIGNED.plusDays(50));

        var used = mandates.of(order).orElseThrow();
        assertThat(used.sequence()).isEqualTo(MandateView.Sequence.RCUR);
        assertThat(used.signedOn()).isEqualTo(SIGNED);
        assertThat(database.sql(
                                "SELECT status, first_collected_on FROM sepa_mandate_history WHERE reference = ? ORDER BY id")
                        .param(used.reference())
                        .query((row, i) -> tuple(row.getString(1), row.getObject(2, LocalDate.class)))
                        .list())
                .containsExactly(tuple("PENDING", null), tuple("ACTIVE", null), tuple("ACTIVE", SIGNED.plusDays(20)));
    }

    @Test
    void happensOnceHoweverOftenItIsSaid() {
        var first = prepare(IBAN);

        assertThat(prepare(IBAN)).isEqualTo(first);
        assertThat(mandates.sign(order, SIGNED)).isEqualTo(mandates.sign(order, SIGNED.plusDays(3)));
        assertThat(prepare(IBAN).signedOn()).isEqualTo(SIGNED);
        assertThat(audit.of(first.reference()))
                .extracting(AuditTrail.Entry::action)
                .containsExactly("mandate-prepared", "mandate-signed");
    }

    @Test
    void takesAnotherAccountUntilItIsSigned() {
        var first = prepare(IBAN);
        var second = prepare("AT611904300234573201");

        assertThat(second.reference()).isEqualTo(first.reference());
        assertThat(second.iban()).isEqualTo("AT611904300234573201");

        mandates.sign(order, SIGNED);
        assertThatThrownBy(() -> prepare(IBAN))
                .isInstanceOfSatisfying(
                        Conflict.class, conflict -> assertThat(conflict.code()).isEqualTo("mandate-active"));
    }

    @Test
    void isReplacedByANewOneOnceRevoked() {
        var first = prepare(IBAN);
        mandates.sign(order, SIGNED);
        mandates.revoke(order, "account closed");
        mandates.revoke(order, "account closed");

        assertThat(mandates.of(order).orElseThrow().status()).isEqualTo(MandateView.Status.REVOKED);
        assertThatThrownBy(() -> mandates.sign(order, SIGNED)).isInstanceOf(Conflict.class);

        var second = prepare("AT611904300234573201");
        assertThat(second.reference()).isNotEqualTo(first.reference());
        assertThat(mandates.of(List.of(order))).containsEntry(order, second);
        assertThatThrownBy(() -> database.sql("DELETE FROM sepa_mandate_history WHERE reference = ?")
                        .param(first.reference())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    DE88370400440532013000, iban-wrong
                    DE8937040044053201300, iban-wrong
                    DE893704004405320130000, iban-wrong
                    DE8937, iban-wrong
                    XX89370400440532013000, iban-wrong
                    370400440532013000, iban-wrong
                    DE٨٩370400440532013000, iban-wrong
                    'DE89 3704 0044 0532 0130 00; DROP', iban-wrong
                    '', iban-wrong
                    TR330006100519786457841326, iban-not-sepa
                    BR1800360305000010009795493C1, iban-not-sepa
                    IL620108000000099999999, iban-not-sepa
                    """)
    void accountThatCannotBeDebitedIsRefusedWithTheReason(String iban, String code) {
        assertThatThrownBy(() -> prepare(iban))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.fields())
                                .extracting(Invalid.Field::field, Invalid.Field::code, Invalid.Field::rejected)
                                .containsExactly(tuple("iban", code, null)));
        assertThat(mandates.of(order)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SE45 5000 0000 0583 9825 7466",
                "at61-1904-3002-3457-3201",
                "CH93 0076 2011 6238 5295 7",
                "GB82 WEST 1234 5698 7654 32",
                "NO93 8601 1117 947",
                "MC58 1122 2000 0101 2345 6789 030"
            })
    void everyAccountOfASepaCountryIsTaken(String iban) {
        assertThat(mandates.check("Ålesund Kök & Bad AB", iban, null).iban()).matches("[A-Z]{2}[0-9]{2}[A-Z0-9]+");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        assertThatThrownBy(() -> mandates.check(" ", "DE00", "COBA"))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.fields())
                                .extracting(Invalid.Field::code)
                                .containsExactly("account-holder-needed", "iban-wrong", "bic-wrong"));
        assertThatThrownBy(() -> mandates.check("工業株式会社", IBAN, null)).isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @CsvSource({
        "SE9850000000058398257482, SE86ZZZ5599999991, true",
        "DE89370400440532013000, DE98ZZZ09999999999, true",
        "DE89370400440532013000, DE98ABC09999999999, true",
        "DE89370400440532013000, DE97ZZZ09999999999, false",
        "DE88370400440532013000, DE98ZZZ09999999999, false",
        "DE89370400440532013000, 98ZZZ09999999999, false"
    })
    void houseDoesNotStartWithAWrongCreditorIdOrAccount(String iban, String id, boolean right) {
        try (var factory = Validation.buildDefaultValidatorFactory()) {
            assertThat(factory.getValidator()
                            .validate(new Creditor("Northlight Software AB", iban, "ESSESESS", id))
                            .isEmpty())
                    .isEqualTo(right);
        }
    }

    private MandateView prepare(String iban) {
        return mandates.prepare(order, customer.id(), customer.name(), iban, null);
    }
}
