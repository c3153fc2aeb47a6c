package io.partnerflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.intake.TranslatedForms;
import io.partnerflow.shared.VendorLanguage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/** Staff read in the vendor's language what is written before it is known who reads it. */
@PartnerflowTest
class VendorLanguageTest {

    private static final Resource FORM = new ClassPathResource("forms/statement.decide-dispute.form");
    private static final Resource MODEL = new ClassPathResource("processes/order.bpmn");

    @Autowired
    private MessageSource messages;

    @Autowired
    private TranslatedForms forms;

    @Autowired
    private VendorLanguage configured;

    @Test
    void itIsEnglishUnlessTheVendorSaysOtherwise() {
        assertThat(configured.locale()).isEqualTo(Locale.ENGLISH);
        assertThat(new VendorLanguage("sv").locale()).isEqualTo(Locale.forLanguageTag("sv"));
    }

    @Test
    void languageWithoutTextsStopsTheStart() {
        assertThatThrownBy(() -> new VendorLanguage("xx"))
                .hasMessageContaining("partnerflow.vendor.language")
                .hasMessageContaining("en, de, fr, sv");
    }

    @Test
    void desksAndStepsThatFailAreCalledByTheirNamesInIt() {
        var desk = new DeskNames(messages, new VendorLanguage("de")).of("order-desk");
        assertThat(desk)
                .isEqualTo(messages.getMessage("engine.desk.order-desk", null, Locale.GERMAN))
                .isNotEqualTo(new DeskNames(messages, configured).of("order-desk"));
    }

    @Test
    void formsOfTasksAreDeployedInIt() throws IOException {
        var files = new Resource[] {MODEL, FORM};
        var deployed = new StaffForms(forms, new VendorLanguage("de")).inVendorsLanguage(files);
        assertThat(deployed[0]).isSameAs(MODEL);
        assertThat(deployed[1].getFilename()).isEqualTo("statement.decide-dispute.form");
        assertThat(deployed[1].getFile()).isEqualTo(FORM.getFile());
        assertThat(deployed[1].getContentAsString(StandardCharsets.UTF_8))
                .contains("Korrigieren: die Positionen gelten, wie ich sage")
                .contains("\"key\":\"disputeDecision\"", "[{\"label\":", "=disputeDecision != \\\"correct\\\"")
                .doesNotContain("Correct: the lines count", "The reseller says");
        assertThat(new StaffForms(forms, configured).inVendorsLanguage(files)).containsExactly(files);
    }
}
