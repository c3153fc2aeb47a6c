package io.partnerflow.intake;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.shared.Invalid;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the forms in {@code forms/} accept and refuse. */
class WrittenFormsTest {

    private static final Map<String, Object> CHOICES = Map.of(
            "programmes",
            List.of(new Option("licence", "Licences")),
            "countries",
            List.of(new Option("SE", "Sweden")),
            "languages",
            List.of(new Option("en", "English")),
            "preparedCustomers",
            List.of(new Option("c-1", "Brf Eken")),
            "orderableCustomers",
            List.of(new Option("c-1", "Brf Eken")),
            "customerTypes",
            List.of(new Option("other", "Other")),
            "returnableProperties",
            List.of(new Option("p-1", "Eken 1"), new Option("p-2", "Eken 2")),
            "products",
            List.of(new Option("PLAN", "Plan")),
            "terms",
            List.of(new Option("12", "One year")),
            "firstUserOpen",
            "yes");

    private static final Map<String, Object> ADDRESS = Map.of(
            "registrationNumber",
            "559999-9991",
            "country",
            "SE",
            "addressLine1",
            "Gatan 1",
            "postalCode",
            "111 20",
            "city",
            "Stockholm",
            "language",
            "en");

    private static final Map<String, Map<String, Object>> GOOD = Map.ofEntries(
            entry(
                    "reseller-application",
                    with(
                            ADDRESS,
                            Map.of(
                                    "programme",
                                    "licence",
                                    "organisationName",
                                    "Förvaltarna AB",
                                    "organisationEmail",
                                    "info@example.org",
                                    "contactName",
                                    "Åsa Ek",
                                    "contactEmail",
                                    "asa@example.org",
                                    "motivation",
                                    "Our customers ask for it."))),
            entry("application-answer", Map.of("answer", "Yes, since 2019.")),
            entry("customer", with(ADDRESS, Map.of("customerName", "Brf Eken", "email", "styrelsen@example.org"))),
            entry(
                    "trial",
                    Map.of(
                            "programme",
                            "licence",
                            "customer",
                            "c-1",
                            "customerType",
                            "other",
                            "users",
                            "Åsa Ek <asa@example.org>\nbo@example.org")),
            entry("trial-users", Map.of("users", "bo@example.org")),
            entry("trial-extension", Map.of("days", 14)),
            entry("data-return", Map.of("properties", List.of("p-1", "p-2"), "priceAccepted", true)),
            entry(
                    "order-start",
                    Map.of(
                            "programme",
                            "licence",
                            "customer",
                            "c-1",
                            "product",
                            "PLAN",
                            "quantity",
                            25,
                            "termMonths",
                            "12",
                            "signatoryName",
                            "Åsa Ek",
                            "signatoryEmail",
                            "asa@example.org")),
            entry(
                    "order",
                    Map.of(
                            "product",
                            "PLAN",
                            "quantity",
                            25,
                            "termMonths",
                            "12",
                            "startDate",
                            "2026-12-01",
                            "termsAccepted",
                            true)),
            entry("order-cancellation", Map.of("reason", "The board changed its mind.")),
            entry("provisioning-answer", Map.of("name", "Olof Ny", "email", "olof@example.org")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reseller-application",
                "application-answer",
                "customer",
                "trial",
                "trial-users",
                "trial-extension",
                "data-return",
                "order-start",
                "order",
                "order-cancellation",
                "provisioning-answer"
            })
    void acceptsWhatIsFilledInWell(String form) {
        assertThat(check(form, GOOD.get(form)).errors()).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1} = {2}")
    @CsvSource({
        "reseller-application, organisationName, ''",
        "reseller-application, registrationNumber, ''",
        "reseller-application, registrationNumber, 556012<5790",
        "reseller-application, vatId, 556012579001",
        "reseller-application, country, XX",
        "reseller-application, postalCode, 'Sverige!'",
        "reseller-application, contactEmail, asa",
        "reseller-application, contactPhone, call me",
        "reseller-application, motivation, ''",
        "application-answer, answer, ' '",
        "customer, email, a@b@c.se",
        "trial, customer, c-2",
        "trial, users, 'bo@example.org, asa@example.org'",
        "trial, users, Bo",
        "trial-extension, days, 0",
        "trial-extension, days, 91",
        "trial-extension, days, 1.5",
        "data-return, properties, p-3",
        "data-return, priceAccepted, false",
        "order-start, quantity, 0",
        "order-start, quantity, 1000000000",
        "order-start, signatoryEmail, nobody",
        "order, quantity, -5",
        "order, quantity, many",
        "order, startDate, 2026-02-30",
        "order, termMonths, 7",
        "order, termsAccepted, false",
        "order, poReference, 01234567890123456789012345678901234567890123456789012345678901234",
        "order-cancellation, reason, ''",
        "provisioning-answer, email, olof",
        "provisioning-answer, name, OOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOOO",
    })
    void refusesWhatDoesNotFitAtItsField(String form, String field, String typed) {
        assertThat(check(form, with(GOOD.get(form), Map.of(field, typed))).errors())
                .extracting(Invalid.Field::field)
                .containsExactly(field);
    }

    /** A choice decides what else is needed; what belongs to another choice is dropped. */
    @ParameterizedTest(name = "{0}: {1} = {2}, missing {3}")
    @CsvSource({
        "reseller-onboarding.review-application, applicationDecision, approve, tier",
        "reseller-onboarding.review-application, applicationDecision, ask, question",
        "reseller-onboarding.review-application, applicationDecision, reject, rejectionReason",
        "order.check-order, orderDecision, approve, ",
        "order.check-order, orderDecision, reject, rejectionReason",
        "signed-agreement.check-signed-agreement, agreementDecision, accept, ",
        "signed-agreement.check-signed-agreement, agreementDecision, reject, returnReason",
        "original-agreement.see-to-missing-original, originalDecision, waive, waiverReason",
        "original-agreement.see-to-missing-original, originalDecision, ask, ",
        "provisioning.clarify-provisioning, provisioningDecision, retry, ",
        "provisioning.clarify-provisioning, provisioningDecision, ask, question",
        "provisioning.clarify-provisioning, provisioningDecision, skip, skipReason",
        "provisioning.clarify-provisioning, provisioningDecision, , provisioningDecision",
        "order.check-order, orderDecision, maybe, orderDecision",
        "order.check-order, orderDecision, , orderDecision",
    })
    void asksStaffForWhatTheirDecisionNeeds(String form, String decision, String choice, String missing) {
        var variables = new HashMap<String, Object>();
        variables.put(decision, choice);
        variables.put("tier", null);
        assertThat(EveryField.CHECK.checkTask(form(form), variables).errors())
                .extracting(Invalid.Field::field)
                .isEqualTo(missing == null ? List.of() : List.of(missing));
        if (missing != null && !missing.equals(decision)) {
            variables.put(missing, missing.equals("tier") ? "GOLD" : "Because.");
            assertThat(EveryField.CHECK.checkTask(form(form), variables).errors())
                    .isEmpty();
        }
    }

    /** Who may not name another person first sees no field for it, and what comes for it all the same is dropped. */
    @Test
    void anotherFirstUserIsOnlyTakenWhileThereIsNoAccount() {
        var checked = EveryField.CHECK.check(
                form("provisioning-answer"),
                FormAnswers.of(Map.of("answer", "Yes.", "name", "Olof Ny", "email", "olof@example.org")),
                Map.of("firstUserOpen", "no"));

        assertThat(checked.errors()).isEmpty();
        assertThat(checked.values()).containsEntry("answer", "Yes.").doesNotContainKeys("name", "email");
    }

    @ParameterizedTest
    @CsvSource({
        "https://app.example/login, true",
        "'', false",
        "app.example, false",
        "javascript:alert(1), false",
        "https://app.example/log in, false"
    })
    void anAccountMadeByHandNeedsAnAddressThatOpens(String address, boolean good) {
        var variables = new HashMap<String, Object>(Map.of(
                "provisioningDecision", "skip", "accountMissing", "yes", "skipReason", "Made in its admin page."));
        variables.put("loginAddress", address);
        assertThat(EveryField.CHECK
                        .checkTask(form("provisioning.clarify-provisioning"), variables)
                        .errors())
                .extracting(Invalid.Field::field)
                .isEqualTo(good ? List.of() : List.of("loginAddress"));
    }

    private static CheckedForm check(String form, Map<String, Object> answers) {
        return EveryField.CHECK.check(form(form), FormAnswers.of(answers), CHOICES);
    }

    private static FormDefinition form(String name) {
        return new FormDefinitions().named(name).orElseThrow();
    }

    private static Map<String, Object> with(Map<String, Object> some, Map<String, Object> more) {
        var all = new HashMap<>(some);
        all.putAll(more);
        return all;
    }
}
