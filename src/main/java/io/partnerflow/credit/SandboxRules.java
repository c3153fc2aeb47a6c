package io.partnerflow.credit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.Resource;

/**
 * What the sandbox agency answers.
 *
 * @param rules the first that fits counts
 * @param otherwise about every other company
 */
record SandboxRules(List<Rule> rules, Rule otherwise) {

    /**
     * @param name a word of the company's name, in any case; null if the number says it
     * @param number how the registration number ends; null if the name says it
     * @param score A to E; null if the agency does not know the company
     * @param ageYears how old the company is
     * @param limit in the currency that is asked about
     * @param silentTries how many tries get no answer; 0 for none, −1 for all
     */
    record Rule(
            @Nullable String name,
            @Nullable String number,
            @Pattern(regexp = "[A-E]") @Nullable String score,
            @Min(0) int ageYears,
            boolean insolvent,
            @PositiveOrZero @Nullable BigDecimal limit,
            @Min(-1) @Max(100) int silentTries) {

        boolean fits(CreditAgency.Enquiry enquiry) {
            return name == null ? endsLike(enquiry.registrationNumber()) : hasWord(enquiry.name(), name);
        }

        boolean silentAt(int attempt) {
            return silentTries < 0 || attempt <= silentTries;
        }

        private boolean endsLike(String registrationNumber) {
            return number != null && registrationNumber.endsWith(number);
        }

        private static boolean hasWord(String text, String word) {
            return List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                    .contains(word.toLowerCase(Locale.ROOT));
        }
    }

    Rule about(CreditAgency.Enquiry enquiry) {
        return rules.stream().filter(rule -> rule.fits(enquiry)).findFirst().orElse(otherwise);
    }

    /** @throws IllegalStateException if the file cannot be read; a word in it that means nothing is an error too */
    static SandboxRules read(Resource file) {
        try {
            var sources = new MutablePropertySources();
            new YamlPropertySourceLoader().load(file.getFilename(), file).forEach(sources::addLast);
            return new Binder(ConfigurationPropertySources.from(sources))
                    .bind(
                            "agency",
                            Bindable.of(SandboxRules.class),
                            new NoUnboundElementsBindHandler(BindHandler.DEFAULT))
                    .get();
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException("rules of the sandbox agency %s cannot be read".formatted(file), e);
        }
    }
}
