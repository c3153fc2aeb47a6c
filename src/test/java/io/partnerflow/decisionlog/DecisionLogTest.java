package io.partnerflow.decisionlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.engine.DecisionTableFile;
import io.partnerflow.engine.DecisionTables;
import io.partnerflow.engine.Decisions;
import io.partnerflow.engine.Decisions.About;
import io.partnerflow.shared.VendorCalendar;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PartnerflowTest
class DecisionLogTest {

    private static final String KICKBACK = "commission-run.kickback-rate";
    private static final String FEE = "return.fee";

    @Autowired
    Decisions decisions;

    @Autowired
    DecisionTables tables;

    @Autowired
    DecisionLog log;

    @Autowired
    Replays replays;

    @Autowired
    VendorCalendar calendar;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    private final String number = "ST-T-" + UUID.randomUUID();

    @Test
    void whatIsDecidedIsKeptWithItsRuleAndTheTextOfItsTable() {
        decide(number, "hosting", "2500.00");

        var sheet = log.about(List.of(number), 10).get(0);
        var kept = sheet.decision();
        assertThat(kept.table()).isEqualTo(KICKBACK);
        assertThat(kept.rules()).containsExactly(2);
        assertThat(kept.outputs()).containsEntry("ratePct", "30");
        assertThat(kept.inputs())
                .containsEntry("programme", "hosting")
                .containsEntry("monthNet", new BigDecimal("2500.00"));
        assertThat(log.sheet(kept.id())).isEqualTo(sheet);
        assertThat(sheet.table().rule(2).orElseThrow().description()).isEqualTo("2,000 to 9,999.99");
        assertThat(sheet.table()).isEqualTo(tables.table(KICKBACK, kept.version()));
        assertThat(sheet.answers()).extracting(DecisionSheet.Fact::label).containsExactly("Rate in percent");
    }

    @Test
    void onlyWhatIsDecidedIsKeptAndEachQuestionOnce() {
        decisions.consider(KICKBACK, inputs("hosting", "1.00"));
        transaction.executeWithoutResult(status -> {
            decide(number, "hosting", "1.00");
            decide(number, "hosting", "1.00");
            decide(number, "hosting", "400.00");
            assertThat(log.about(List.of(number), 10)).isEmpty();
        });
        assertThat(log.about(List.of(number), 10)).hasSize(2);
    }

    @Test
    void whatIsTakenBackHasNotBeenDecided() {
        transaction.executeWithoutResult(status -> {
            decide(number, "hosting", "1.00");
            status.setRollbackOnly();
        });
        assertThat(log.about(List.of(number), 10)).isEmpty();
    }

    @Test
    void nothingInItCanBeChanged() {
        decide(number, "hosting", "1.00");
        assertThatThrownBy(() -> database.sql("DELETE FROM decision_entry WHERE about = ?")
                        .param(number)
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() ->
                        database.sql("UPDATE decision_edition SET source = ''").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void anotherTableSaysWhatItWouldHaveMeant() {
        decide(number, "hosting", "2500.00");
        decide(number, "hosting", "400.00");
        var others = others(replays.ofLastMonth(source()));

        var replay = replays.ofLastMonth(source().replace("\"30\"", "\"33\""));

        assertThat(replay.cases())
                .filteredOn(one -> one.decision().about().equals(number))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.changes()).containsExactly(new Replay.Change("ratePct", "30", "33"));
                    assertThat(one.rules()).containsExactly(2);
                });
        assertThat(replay.effects())
                .filteredOn(effect -> "SEK".equals(effect.currency()))
                .singleElement()
                .satisfies(effect -> assertThat(effect.difference()).isGreaterThanOrEqualTo(new BigDecimal("75.00")));
        assertThat(others).isEmpty();
    }

    @Test
    void aTableThatDoesNotCoverACaseSaysSo() {
        decide(number, "hosting", "1.00");
        var file = DecisionTableFile.of(source());
        var shorter = file.with(file.table().rules().subList(0, 3));

        assertThat(replays.ofLastMonth(shorter).cases())
                .filteredOn(one -> one.decision().about().equals(number))
                .singleElement()
                .satisfies(one -> assertThat(one.silence()).isEqualTo("NO_RULE"));
        assertThat(replays.ofLastMonth(shorter).unanswered()).isPositive();
    }

    @Test
    void thousandsOfDecisionsAreAskedAgainInSeconds() {
        transaction.executeWithoutResult(status -> IntStream.range(0, 5000)
                .forEach(i -> decisions.decide(
                        FEE,
                        new About(number, "SN-" + i),
                        Map.of("finding", "LOST", "category", "HARDWARE", "product", "laptop-14", "currency", "EUR"))));
        var version = tables.versions(FEE).get(0).version();
        var replay = replays.of(
                tables.xml(FEE, version).replace("\"450.00\"", "\"500.00\""), calendar.today(), calendar.today());
        assertThat(replay.asked()).isGreaterThanOrEqualTo(5000);
        assertThat(replay.effects())
                .filteredOn(effect -> "EUR".equals(effect.currency()))
                .anySatisfy(effect -> assertThat(effect.difference()).isGreaterThanOrEqualTo(new BigDecimal("250000")));
    }

    private List<Replay.Case> others(Replay replay) {
        return replay.cases().stream()
                .filter(one -> one.decision().about().equals(number))
                .toList();
    }

    private String source() {
        return tables.xml(KICKBACK, tables.versions(KICKBACK).get(0).version());
    }

    private void decide(String about, String programme, String net) {
        decisions.decide(KICKBACK, About.of(about), inputs(programme, net));
    }

    private static Map<String, Object> inputs(String programme, String net) {
        return Map.of("programme", programme, "monthNet", new BigDecimal(net), "currency", "SEK");
    }
}
