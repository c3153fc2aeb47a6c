package io.partnerflow.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.shared.NotFound;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PartnerflowTest
class OnceOnlyTest {

    private static final FormContext ANNA = new FormContext("anna", "nord", "", Locale.ENGLISH);
    private static final FormContext BERT = new FormContext("bert", "nord", "", Locale.ENGLISH);

    @Autowired
    FormDesk desk;

    @Autowired
    CountingForm handler;

    @Autowired
    JdbcClient database;

    @Test
    void aSecondClickGetsTheFirstAnswer() {
        var token = desk.blank("everything", ANNA).token();
        var first = desk.send("everything", ANNA, answers(), token).receipt();
        var second = desk.send("everything", ANNA, answers(), token).receipt();
        assertThat(first).isNotNull().isEqualTo(second);
        assertThat(stored(first.reference())).isEqualTo(1);
    }

    @Test
    void clicksAtTheSameMomentCountOnce() throws Exception {
        var token = desk.blank("everything", ANNA).token();
        var click = (Callable<Receipt>)
                () -> desk.send("everything", ANNA, answers(), token).receipt();
        var threads = Executors.newFixedThreadPool(8);
        try {
            var before = handler.accepted.get();
            var receipts = threads.invokeAll(java.util.Collections.nCopies(8, click));
            assertThat(handler.accepted.get()).isEqualTo(before + 1);
            for (var receipt : receipts) {
                assertThat(receipt.get()).isEqualTo(receipts.get(0).get());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aRefusedFormComesBackWithTheSameTokenAndCanBeCorrected() {
        var token = desk.blank("everything", ANNA).token();
        var refused = desk.send("everything", ANNA, with("poNumber", "TAKEN"), token);
        assertThat(refused.accepted()).isFalse();
        assertThat(refused.form().problems())
                .extracting(FormView.Problem::target)
                .containsExactly("f-poNumber");
        assertThat(refused.form().token()).isEqualTo(token);
        assertThat(stored(null)).isZero();
        assertThat(desk.send("everything", ANNA, answers(), token).accepted()).isTrue();
    }

    @Test
    void somebodyElsesTokenHasNoEffectAndTellsNothing() {
        var token = desk.blank("everything", ANNA).token();
        desk.send("everything", ANNA, answers(), token);
        var before = handler.accepted.get();
        var other = desk.send("everything", BERT, answers(), token);
        assertThat(other.accepted()).isFalse();
        assertThat(other.form().problems().get(0).message()).contains("opened too long ago");
        assertThat(other.form().token()).isNotEqualTo(token);
        assertThat(handler.accepted.get()).isEqualTo(before);
    }

    @Test
    void aFormWithoutATokenHasNoEffect() {
        var before = handler.accepted.get();
        assertThat(desk.send("everything", ANNA, answers(), "").accepted()).isFalse();
        assertThat(handler.accepted.get()).isEqualTo(before);
    }

    @Test
    void aFormNobodyOffersDoesNotExist() {
        for (var name : List.of("order.check-order", "nothing", "../application", "")) {
            assertThatThrownBy(() -> desk.blank(name, ANNA)).isInstanceOf(NotFound.class);
        }
    }

    @Test
    void startsWithWhatTheHandlerKnows() {
        var parts = desk.blank("everything", ANNA).parts();
        assertThat(parts)
                .filteredOn(part -> part.of().key().equals("poNumber"))
                .extracting(FormView.Part::typed)
                .containsExactly("PO-1");
    }

    private long stored(String reference) {
        return database.sql("SELECT count(*) FROM form_submission WHERE reference IS NOT DISTINCT FROM ?")
                .param(reference)
                .query(Long.class)
                .single();
    }

    private static FormAnswers answers() {
        return FormAnswers.of(EveryField.good());
    }

    private static FormAnswers with(String key, Object typed) {
        var answers = EveryField.good();
        answers.put(key, typed);
        return FormAnswers.of(answers);
    }
}
