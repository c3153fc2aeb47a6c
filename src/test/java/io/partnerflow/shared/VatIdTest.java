package io.partnerflow.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VatIdTest {

    @ParameterizedTest
    @CsvSource({
        "SE,SE556012579001,SE556012579001", // Volvo
        "SE,556016-0680 01,SE556016068001", // Ericsson
        "NO,NO 923 609 016 MVA,NO923609016MVA", // Equinor
        "NO,923609016MVA,NO923609016MVA",
        "DK,DK24256790,DK24256790",
        "FI,FI01120389,FI01120389",
        "FI,0112038-9,FI01120389",
        "DE,DE 143 454 214,DE143454214", // SAP
        "DE,DE129274202,DE129274202", // Siemens
        "DE,DE129273398,DE129273398", // BMW
        "DE,DE115235681,DE115235681", // Volkswagen
        "FR,FR10632012100,FR10632012100", // L'Oréal
        "FR,FR64443061841,FR64443061841", // Google France
        "FR,Fr 40 303 265 045,FR40303265045",
        "FR,FR 23 334 175 221,FR23334175221",
        "FR,FRK7399859412,FRK7399859412",
        "MC,FR53000004605,FR53000004605",
        "NL,NL004495445B01,NL004495445B01",
        "NL,NL002455799B11,NL002455799B11",
        "BE,BE0417497106,BE0417497106",
        "BE,BE403019261,BE0403019261",
        "AT,ATU13585627,ATU13585627",
        "PL,PL 525-000-77-38,PL5250007738",
        "PL,PL8567346215,PL8567346215",
        "EE,EE100931558,EE100931558",
        "EE,EE100594102,EE100594102",
        "LV,LV40003521600,LV40003521600",
        "LV,LV16117519997,LV16117519997",
        "LT,LT119511515,LT119511515",
        "LT,LT100001919017,LT100001919017",
        "IT,IT00743110157,IT00743110157",
        "IT,IT00484960588,IT00484960588", // Eni
        "ES,ESA15075062,ESA15075062",
        "ES,ESJ99216582,ESJ99216582",
        "ES,ESX2482300W,ESX2482300W",
        "IE,IE6433435F,IE6433435F",
        "IE,IE6433435OA,IE6433435OA",
        "IE,IE8D79739I,IE8D79739I",
        "IE,IE6388047V,IE6388047V", // Google Ireland
        "PT,PT501964843,PT501964843",
        "LU,LU15027442,LU15027442",
        "LU,LU26375245,LU26375245", // Amazon
        "GB,GB980780684,GB980780684",
        "GB,GB220430231,GB220430231", // Tesco
        "GB,XI980780684,XI980780684",
        "GB,GBGD001,GBGD001",
        "CH,CHE-107.787.577 IVA,CHE107787577",
        "GR,EL094259216,EL094259216",
        "GR,094019245,EL094019245",
        "BG,BG175074752,BG175074752",
        "CY,CY10259033P,CY10259033P",
        "CZ,CZ25123891,CZ25123891",
        "HR,HR33392005961,HR33392005961",
        "HU,HU12892312,HU12892312",
        "MT,MT11679112,MT11679112",
        "RO,RO18547290,RO18547290",
        "SI,SI50223054,SI50223054",
        "SK,SK2022749619,SK2022749619",
        "US,12-3456789,123456789",
    })
    void aRealNumberIsReadWithItsPrefix(String country, String text, String value) {
        assertThat(VatId.parse(country, text).map(VatId::value)).hasValue(value);
    }

    @ParameterizedTest
    @CsvSource({
        "SE,SE556012579002",
        "SE,SE556012579101",
        "SE,SE5560125790",
        "SE,FI01120389",
        "SE,DE143454214",
        "NO,NO923609016",
        "NO,NO923609017MVA",
        "DK,DK24256791",
        "FI,FI01120388",
        "DE,DE143454215",
        "FR,FR11632012100",
        "FR,FR84323140391",
        "NL,NL004495446B01",
        "NL,NL002455799B12",
        "BE,BE0417497107",
        "AT,ATU13585626",
        "AT,AT13585627",
        "PL,PL5250007739",
        "EE,EE100594103",
        "LV,LV40003521601",
        "LT,LT119511516",
        "IT,IT00743110158",
        "ES,ESA15075063",
        "ES,ESJ99216583",
        "IE,IE6433435E",
        "IE,IE6433435OB",
        "PT,PT501964842",
        "LU,LU15027443",
        "GB,GB802311781",
        "CH,CHE-107.787.578",
        "GR,GR094259216",
        "GR,EL094259217",
        "BG,BG175074751",
        "CY,CY10259033Z",
        "CZ,CZ25123890",
        "HR,HR33392005962",
        "HU,HU12892313",
        "MT,MT11679113",
        "RO,RO18547291",
        "SI,SI50223055",
        "SK,SK2022749618",
        "US,'1\n2'",
        "XX,SE556012579001",
    })
    void aNumberThatIsWrongOrAnotherCountrysIsNone(String country, String text) {
        assertThat(VatId.parse(country, text)).isEmpty();
    }

    @Test
    void aNumberIsKeptInItsNormalFormOnly() {
        assertThatIllegalArgumentException().isThrownBy(() -> new VatId("SE", "556012579001"));
    }
}
