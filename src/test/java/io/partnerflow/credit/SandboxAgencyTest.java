package io.partnerflow.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerflow.shared.Money;
import io.partnerflow.shared.VendorCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;

/** The agency that ships with the product answers as its file says. */
class SandboxAgencyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    private final CreditAgency agency = new SandboxAgency(
            SandboxRules.read(new ClassPathResource("credit/sandbox-agency.yaml")),
            new VendorCalendar(
                    Clock.fixed(TODAY.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC), ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource({
        "Insolvent Bau GmbH, HRB 1, E, true, 0",
        "Hopeless-Handel AG, HRB 1, E, false, 1000",
        "Weak & Sons, HRB 1, D, false, 10000",
        "FAIR Play KG, HRB 1, C, false, 20000",
        "Young Tigers, HRB 1, B, false, 50000",
        "Unheard of Ltd, HRB 1, , false, 0",
        "Weakness AB, HRB 1, B, false, 250000",
        "Solid AB, 559999-9504, E, false, 1000",
    })
    void answersByAWordOfTheNameOrTheEndOfTheNumber(
            String name, String number, String scoreClass, boolean insolvent, String limit) {
        var answer = agency.ask(enquiry(name, number, 1));

        assertThat(answer.scoreClass()).isEqualTo(scoreClass);
        assertThat(answer.insolvent()).isEqualTo(insolvent);
        assertThat(answer.limit()).isEqualTo(Money.of(limit, "EUR"));
        assertThat(answer.reference()).startsWith("DEMO-");
    }

    @Test
    void saysHowOldACompanyIs() {
        assertThat(agency.ask(enquiry("Young Tigers", "1", 1)).foundedOn()).isEqualTo(TODAY.minusYears(1));
    }

    @Test
    void playsSilentForAsManyTriesAsItIsTold() {
        assertThatThrownBy(() -> agency.ask(enquiry("Slow AB", "1", 2))).isInstanceOf(AgencySilent.class);
        assertThat(agency.ask(enquiry("Slow AB", "1", 3)).scoreClass()).isEqualTo("A");
        assertThatThrownBy(() -> agency.ask(enquiry("Silent AB", "1", 99))).isInstanceOf(AgencySilent.class);
    }

    @Test
    void aWordInTheFileThatMeansNothingIsAnError() {
        var file = new ByteArrayResource("agency: { rules: [], otherwise: { scroe: A } }".getBytes());

        assertThatThrownBy(() -> SandboxRules.read(file)).isInstanceOf(IllegalStateException.class);
    }

    private static CreditAgency.Enquiry enquiry(String name, String number, int attempt) {
        return new CreditAgency.Enquiry("CC-1", attempt, "SE", number, name, Money.of("1", "EUR"));
    }
}
