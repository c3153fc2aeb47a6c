package io.partnerflow.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.TestIdentities;
import io.partnerflow.parties.Address;
import io.partnerflow.parties.NewParty;
import io.partnerflow.parties.Organisations;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a machine says about an application. */
@PartnerflowTest
class AutomaticChecksTest {

    @Autowired
    AutomaticChecks checks;

    @Autowired
    ResellerApplications applications;

    @Autowired
    Organisations organisations;

    @ParameterizedTest
    @CsvSource({
        "SE, 556012-5790, SE556012579001, registration-number, valid",
        "SE, 556012-5791, SE556012579001, registration-number, invalid",
        "SE, 556012-5790, SE556012579001, vat-id, valid",
        "SE, 556012-5790, SE556012579101, vat-id, invalid",
        "SE, 556012-5790, ,               vat-id, none",
        "SE, 556012-5790, SE556012579001, same-number, yes",
        "SE, 556012-5790, SE556016068001, same-number, no",
        "SE, 556012-5790, ,               same-number, -",
        "NO, 974760673,   NO974760673MVA, same-number, yes",
        "DE, HRB 12345,   DE136695976,    same-number, -",
    })
    void readsNumbersByTheRulesOfTheirCountry(
            String country, String number, String vatId, String check, String answer) {
        var said = checks.of(application(country, number, vatId, "anna@nord.example")).stream()
                .filter(one -> one.name().equals(check))
                .map(CheckAnswer::answer)
                .findFirst();
        assertThat(said.orElse("-")).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({"anna@nord.example, same-domain", "anna@mail.example, other-domain", "anna@NORD.example, same-domain"})
    void noticesWhoWritesFromAnotherDomain(String contact, String answer) {
        assertThat(checks.of(application("SE", "556012-5790", null, contact)))
                .filteredOn(check -> check.name().equals("contact-address"))
                .extracting(CheckAnswer::answer)
                .containsExactly(answer);
    }

    @Test
    void knowsAnOrganisationAndItsEarlierApplications() {
        var company = TestIdentities.company();
        var address = new Address("Storgatan 1", null, "411 01", "Göteborg");
        var party = new NewParty(company.name(), "SE", company.number(), null, company.email(), "en", address);
        organisations.register(party);
        var contact = new Contact("Anna Ek", TestIdentities.email("anna"), null);
        var earlier = applications.submit(new NewApplication("licence", party, contact, null, null));

        assertThat(checks.of(application("SE", company.number(), null, "anna@nord.example")))
                .contains(
                        new CheckAnswer("organisation", "known", company.name()),
                        new CheckAnswer("earlier-application", "some", earlier.number() + " (licence, SUBMITTED)"));
    }

    private static ResellerApplication application(String country, String number, String vatId, String contact) {
        var organisation = new NewParty(
                "Nord AB",
                country,
                number,
                vatId,
                "info@nord.example",
                "en",
                new Address("Storgatan 1", null, "411 01", "Göteborg"));
        var wanted = new NewApplication("licence", organisation, new Contact("Anna", contact, null), null, null);
        return ResellerApplication.submit("RA-2026-999999", wanted, Instant.EPOCH);
    }
}
