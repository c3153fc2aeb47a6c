package io.partnerflow.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.shared.Languages;
import io.partnerflow.shared.Names;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

/** What the vendor names itself is called in everybody's language. */
@PartnerflowTest
class NamesInLanguagesTest {

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private Programmes programmes;

    @Autowired
    private MessageSource messages;

    @Test
    void productIsCalledInTheReadersLanguage() {
        var product = catalogue.find("laptop-14").orElseThrow();
        assertThat(product.name()).isEqualTo("Laptop 14 inch");
        assertThat(product.name(Locale.forLanguageTag("sv-FI"))).isEqualTo("Bärbar dator 14 tum");
        assertThat(product.name(Locale.FRENCH)).isEqualTo("Ordinateur portable 14 pouces");
        assertThat(product.name(Locale.ITALIAN)).as("without a name of its own").isEqualTo("Laptop 14 inch");
    }

    @Test
    void textsAskForNamesLikeForAnyOtherText() {
        assertThat(messages.getMessage("product.laptop-14", null, Locale.GERMAN))
                .isEqualTo("Notebook 14 Zoll");
        assertThat(messages.getMessage("product.docking-station", new Object[] {1}, Locale.FRENCH))
                .isEqualTo("Station d’accueil");
        assertThat(messages.getMessage("programme.workplace", null, Locale.forLanguageTag("sv")))
                .isEqualTo("Arbetsplats");
        assertThat(messages.getMessage("product.no-such-thing", null, "none", Locale.GERMAN))
                .isEqualTo("none");
    }

    @Test
    void everyProgrammeHasAName() {
        for (var language : Languages.offered()) {
            assertThat(programmes.names(language).keySet())
                    .containsExactlyInAnyOrderElementsOf(programmes.all().stream()
                            .map(policy -> policy.code())
                            .toList());
        }
        assertThat(programmes.name("given-up", Locale.GERMAN)).isEqualTo("given-up");
    }

    @Test
    void nameInALanguageWithoutTextsIsAMistakeOfWhoWroteTheFile() {
        assertThatThrownBy(() -> new Names("Laptop", Map.of("xx", "Tietokone")).checked("laptop-14"))
                .hasMessageContaining("laptop-14")
                .hasMessageContaining("xx")
                .hasMessageContaining("de");
        assertThatThrownBy(() -> new Names("Laptop", Map.of("de", " ")).checked("laptop-14"))
                .hasMessageContaining("laptop-14");
    }
}
