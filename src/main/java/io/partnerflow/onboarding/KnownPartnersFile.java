package io.partnerflow.onboarding;

import io.partnerflow.programmes.ProgrammePolicy.Precondition;
import io.partnerflow.shared.RegistrationNumber;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes over at every start whom the vendor knows already, from a file another system writes: a line per organisation,
 * {@code precondition;country;registration number;how we know}. Lines taken over before change nothing.
 */
@Component
class KnownPartnersFile implements ApplicationRunner {

    private static final int COLUMNS = 4;

    private final KnownPartners partners;
    private final OnboardingSettings settings;

    KnownPartnersFile(KnownPartners partners, OnboardingSettings settings) {
        this.partners = partners;
        this.settings = settings;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) throws IOException {
        if (settings.knownPartnersFile() != null) {
            read(settings.knownPartnersFile());
        }
    }

    /** @throws IllegalStateException naming the first line that cannot be taken over; then none is */
    void read(Path file) throws IOException {
        var lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        for (var number = 0; number < lines.size(); number++) {
            if (!lines.get(number).isBlank() && !lines.get(number).startsWith("#")) {
                take(lines.get(number), "%s, line %d".formatted(file, number + 1));
            }
        }
    }

    private void take(String line, String where) {
        var columns = line.split(";", COLUMNS);
        if (columns.length < COLUMNS) {
            throw new IllegalStateException(
                    where + ": precondition;country;registration number;how we know, was " + line);
        }
        var country = columns[1].strip();
        var number = RegistrationNumber.parse(country, columns[2].strip())
                .orElseThrow(() -> new IllegalStateException(where + ": no registration number of " + country));
        partners.note(precondition(columns[0].strip(), where), country, number.value(), columns[3].strip());
    }

    private static Precondition precondition(String name, String where) {
        return Arrays.stream(Precondition.values())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(where + ": no precondition named " + name));
    }
}
