package io.partnerflow.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerflow.parties.Address;
import io.partnerflow.parties.NewParty;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an application lets happen to it in which state. */
class ResellerApplicationTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "SUBMITTED, ask,      ASKED",
        "SUBMITTED, answer,   refused",
        "SUBMITTED, approve,  APPROVED",
        "SUBMITTED, reject,   REJECTED",
        "SUBMITTED, expire,   refused",
        "SUBMITTED, withdraw, WITHDRAWN",
        "ASKED,     ask,      refused",
        "ASKED,     answer,   SUBMITTED",
        "ASKED,     approve,  refused",
        "ASKED,     reject,   refused",
        "ASKED,     expire,   EXPIRED",
        "ASKED,     withdraw, WITHDRAWN",
        "APPROVED,  ask,      refused",
        "APPROVED,  answer,   refused",
        "APPROVED,  approve,  refused",
        "APPROVED,  reject,   refused",
        "APPROVED,  expire,   refused",
        "APPROVED,  withdraw, refused",
        "REJECTED,  ask,      refused",
        "REJECTED,  answer,   refused",
        "REJECTED,  approve,  refused",
        "REJECTED,  expire,   refused",
        "REJECTED,  withdraw, refused",
        "EXPIRED,   answer,   refused",
        "EXPIRED,   approve,  refused",
        "EXPIRED,   withdraw, refused",
        "WITHDRAWN, ask,      refused",
        "WITHDRAWN, answer,   refused",
        "WITHDRAWN, approve,  refused",
        "WITHDRAWN, reject,   refused",
        "WITHDRAWN, withdraw, refused",
    })
    void endsOnceAndNeverChangesAgain(ApplicationStatus before, String action, String after) {
        var application = in(before);
        if (after.equals("refused")) {
            assertThatThrownBy(() -> act(action).accept(application)).hasMessageContaining("RA-2026-000001");
            assertThat(application.status()).isEqualTo(before);
        } else {
            act(action).accept(application);
            assertThat(application.status()).hasToString(after);
            assertThat(application.endedAt() == null)
                    .isEqualTo(application.status().isOpen());
            assertThat(application.answerDeadline() != null).isEqualTo(application.status() == ApplicationStatus.ASKED);
        }
    }

    private static ResellerApplication in(ApplicationStatus status) {
        var application = ResellerApplication.submit("RA-2026-000001", wanted(), NOW);
        switch (status) {
            case SUBMITTED -> {}
            case ASKED -> act("ask").accept(application);
            case APPROVED -> act("approve").accept(application);
            case REJECTED -> act("reject").accept(application);
            case WITHDRAWN -> act("withdraw").accept(application);
            case EXPIRED -> {
                act("ask").accept(application);
                act("expire").accept(application);
            }
        }
        return application;
    }

    private static Consumer<ResellerApplication> act(String action) {
        return switch (action) {
            case "ask" -> application -> application.ask(NOW.plusSeconds(60));
            case "answer" -> application -> application.answer(application.applicant(), "C-1");
            case "approve" -> application -> application.approve(UUID.randomUUID(), "GOLD", NOW);
            case "reject" -> application -> application.reject("No.", NOW);
            case "expire" -> application -> application.expire(NOW);
            case "withdraw" -> application -> application.withdraw(NOW);
            default -> throw new IllegalArgumentException(action);
        };
    }

    private static NewApplication wanted() {
        var organisation = new NewParty(
                "Nord AB",
                "SE",
                "556012-5790",
                null,
                "info@nord.example",
                "en",
                new Address("Storgatan 1", null, "411 01", "Göteborg"));
        return new NewApplication("licence", organisation, new Contact("Anna", "anna@nord.example", null), null, null);
    }
}
