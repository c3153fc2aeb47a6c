package io.partnerflow.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RegistrationNumberTest {

    @ParameterizedTest
    @CsvSource({
        "SE,5560125790,556012-5790", // Volvo
        "SE,556016-0680,556016-0680", // Ericsson
        "SE,16 556703-7485,556703-7485", // Spotify
        "NO,974 760 673,974760673", // Brønnøysundregistrene
        "NO,923609016,923609016", // Equinor
        "DK,24256790,24256790", // Novo Nordisk
        "DK,22 75 62 14,22756214", // Maersk
        "FI,0112038-9,0112038-9", // Nokia
        "FI,19274001,1927400-1", // Kone
        "FI,112038-9,0112038-9",
        "DE,HRB 42243,HRB 42243",
        "DE,Amtsgericht München HRB 42243,MÜNCHEN HRB 42243", // Allianz shares a number's shape
        "DE,hra 12345 b,HRA 12345 B",
        "FR,632 012 100,632012100", // L'Oréal
        "FR,732 829 320 00074,73282932000074",
        "FR,35600000049837,35600000049837", // La Poste, a branch
        "NL,17001910,17001910", // Philips
        "BE,BE0417497106,",
        "BE,0417.497.106,0417.497.106", // AB InBev
        "BE,417497106,0417.497.106",
        "AT,FN 93363z,FN 93363Z", // OMV
        "AT,56247t,FN 56247T", // Red Bull
        "AT,66209t,FN 66209T", // voestalpine
        "PL,0000026438,0000026438", // PKO BP, KRS
        "PL,016298263,016298263", // PKO BP, REGON
        "PL,525-000-77-38,5250007738", // PKO BP, NIP
        "EE,12417834,12417834", // Bolt
        "LV,40003245752,40003245752", // airBaltic
        "LT,123033512,123033512", // Maxima
        "IT,00159560366,00159560366", // Ferrari
        "IT,MO-88683,MO-88683",
        "ES,A15075062,A15075062", // Inditex
        "ES,A-28015865,A28015865", // Telefónica
        "ES,54362315K,54362315K",
        "ES,X2482300W,X2482300W",
        "IE,368047,368047", // Google Ireland
        "PT,500 697 256,500697256", // EDP
        "LU,B101818,B101818",
        "GB,00445790,00445790", // Tesco
        "GB,445790,00445790",
        "GB,SC095000,SC095000",
        "CH,CHE-105.909.036,CHE-105.909.036", // Nestlé
        "CH,105909036,CHE-105.909.036",
        "GR,094019245,094019245", // OTE
        "CZ,00177041,00177041", // Škoda Auto
        "SK,35763469,35763469", // Slovak Telekom
        "HR,33392005961,33392005961",
        "RO,18547290,18547290",
        "BG,175074752,175074752",
        "HU,01-10-041585,01-10-041585", // MOL
        "IS,450401-3150,450401-3150",
        "US,12-3456789,123456789",
        "JP,1180301018771,1180301018771",
    })
    void aRealNumberIsReadAndWrittenAsItsRegisterWritesIt(String country, String text, String value) {
        assertThat(RegistrationNumber.parse(country, text)
                        .map(RegistrationNumber::value)
                        .orElse(null))
                .isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "SE,5560125791",
        "SE,0000000000",
        "SE,556012579",
        "SE,14556012-5790",
        "NO,974760674",
        "NO,000000000",
        "DK,24256791",
        "FI,0112038-8",
        "FI,0000000-0",
        "DE,42243",
        "DE,HRB",
        "FR,632012101",
        "FR,73282932000075",
        "NL,1700191",
        "BE,0417.497.107",
        "AT,93363y",
        "PL,016298264",
        "PL,5250007739",
        "EE,12417835",
        "LV,40003245753",
        "LT,123033513",
        "IT,00159560367",
        "ES,A15075063",
        "ES,54362315L",
        "PT,500697257",
        "CH,CHE-105.909.037",
        "GR,094019246",
        "CZ,00177042",
        "SK,35763468",
        "HR,33392005962",
        "RO,18547291",
        "BG,175074753",
        "IE,12",
        "GB,ABC",
        "US,A",
        "US,A1234567890123456789012",
        "US,12_34",
        "ZZ,12345678",
        "se,5560125790",
    })
    void aNumberThatIsWrongIsNone(String country, String text) {
        assertThat(RegistrationNumber.parse(country, text)).isEmpty();
    }

    static Stream<String> countries() {
        return Stream.of(Locale.getISOCountries());
    }

    @ParameterizedTest
    @MethodSource("countries")
    void everyExampleGivenIsAccepted(String country) {
        assertThat(RegistrationNumber.examples(country).split(", "))
                .allSatisfy(example ->
                        assertThat(RegistrationNumber.parse(country, example)).isPresent());
        assertThat(VatId.examples(country).split(", "))
                .allSatisfy(example -> assertThat(VatId.parse(country, example)).isPresent());
    }

    @Test
    void aNumberIsKeptInItsNormalFormOnly() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RegistrationNumber("SE", "5560125790"));
    }

    @Test
    void aWrongNumberIsNamedAtItsField() {
        var problems = new Invalid.Collector();
        assertThat(RegistrationNumber.check("organisation.registrationNumber", "SE", "1", problems))
                .isEmpty();
        assertThat(problems.fields()).singleElement().satisfies(bad -> {
            assertThat(bad.code()).isEqualTo("registration-number-invalid");
            assertThat(bad.args()).containsExactly("SE", "556012-5790");
        });
    }
}
