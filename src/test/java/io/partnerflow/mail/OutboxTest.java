package io.partnerflow.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.NotFound;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The outbox where no mail server is set up: everything is there to read, nothing leaves. */
@PartnerflowTest
class OutboxTest {

    private final String order = "OR-" + UUID.randomUUID();

    @Autowired
    Postman postman;

    @Autowired
    Outbox outbox;

    @Test
    void keepsLettersToBeRead() {
        postman.send(letter("kept/" + order, "Brf Eken 7"));
        assertThat(outbox.flush()).isZero();
        var kept = outbox.about(order).get(0);
        assertThat(kept.status()).isEqualTo(LetterStatus.KEPT);
        assertThat(kept.subject()).isEqualTo("Order " + order);
        assertThat(kept.plainText()).contains("Customer: Brf Eken 7");
        assertThatThrownBy(() -> outbox.resend(kept.id())).isInstanceOf(Conflict.class);
    }

    @Test
    void findsLettersByWhatOneRemembers() {
        for (var i = 0; i < 3; i++) {
            postman.send(letter("page/" + i + "/" + order, "Brf 100%_\\ Eken"));
        }
        var page = outbox.page(order.substring(3, 30).toUpperCase(Locale.ROOT), "", 0, 2);
        assertThat(page.items()).hasSize(2);
        assertThat(page.total()).isEqualTo(3);
        assertThat(page.hasNext()).isTrue();
        assertThat(outbox.page(order, "", 1, 2).items()).hasSize(1);
        assertThat(outbox.page(order, "SENT", 0, 2).items()).isEmpty();
        assertThat(outbox.page("%", "", 0, 2).items()).isEmpty();
    }

    @Test
    void printsWhatSomebodyTypedAsItIs() {
        postman.send(letter(
                "typed/" + order, "__${1111*1211}__::.x #{1111*1211} [[${1111*1211}]] <script>alert(1)</script>"));
        var kept = outbox.about(order).get(0);
        assertThat(kept.html()).doesNotContain("1345421", "<script>");
        assertThat(kept.plainText())
                .contains("__${1111*1211}__::.x #{1111*1211} [[${1111*1211}]] <script>alert(1)</script>");
    }

    @Test
    void saysThatThereIsNone() {
        assertThatThrownBy(() -> outbox.letter(-1)).isInstanceOf(NotFound.class);
    }

    private Letter letter(String key, String customer) {
        return new Letter(
                key,
                "anna@example.se",
                "Anna",
                "test-letter",
                Locale.ENGLISH,
                Map.of(
                        "number",
                        order,
                        "price",
                        Money.of("1.00", "SEK"),
                        "customer",
                        customer,
                        "url",
                        "https://partners.example/"),
                order);
    }
}
