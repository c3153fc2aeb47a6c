package io.partnerflow.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.TestIdentities;
import io.partnerflow.programmes.ProgrammePolicy.Precondition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@PartnerflowTest
class KnownPartnersFileTest {

    @TempDir
    Path folder;

    @Autowired
    KnownPartnersFile file;

    @Autowired
    KnownPartners partners;

    @Test
    void takesOverWhomTheVendorKnows() throws IOException {
        var number = TestIdentities.registrationNumber();
        var lines = "# from the customer system\n\nHAS_MANAGER_MODEL;SE;%s;customer 4711; since 2019\n"
                .formatted(number.replace("-", ""));
        file.read(Files.writeString(folder.resolve("known.csv"), lines));
        file.read(folder.resolve("known.csv")); // at the next start

        assertThat(partners.sourceOf(Precondition.HAS_MANAGER_MODEL, "SE", number))
                .hasValue("customer 4711; since 2019");
        assertThat(partners.sourceOf(Precondition.PARTNER_CONTRACT, "SE", number))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "HAS_MANAGER_MODEL;SE;556012-5790, was HAS_MANAGER_MODEL",
        "HAS_MANAGER_MODEL;SE;556012-5791;x, no registration number of SE",
        "MANAGER;SE;556012-5790;x, no precondition named MANAGER",
    })
    void namesTheLineItCannotTakeOver(String line, String problem) throws IOException {
        var known = Files.writeString(folder.resolve("known.csv"), "# first\n" + line + "\n");
        assertThatThrownBy(() -> file.read(known))
                .hasMessageContaining("line 2")
                .hasMessageContaining(problem);
    }
}
