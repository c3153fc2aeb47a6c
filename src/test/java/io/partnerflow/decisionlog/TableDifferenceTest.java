package io.partnerflow.decisionlog;

import static io.partnerflow.decisionlog.TableDifference.State.ADDED;
import static io.partnerflow.decisionlog.TableDifference.State.CHANGED;
import static io.partnerflow.decisionlog.TableDifference.State.REMOVED;
import static io.partnerflow.decisionlog.TableDifference.State.SAME;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.decisionlog.TableDifference.Row;
import io.partnerflow.engine.DecisionTable;
import io.partnerflow.engine.DecisionTable.Column;
import io.partnerflow.engine.DecisionTable.Rule;
import io.partnerflow.engine.DecisionTableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableDifferenceTest {

    private final DecisionTable before = partnerTerms();

    @Test
    void aTableDoesNotDifferFromItself() {
        assertThat(TableDifference.between(before, before).isEmpty()).isTrue();
    }

    @Test
    void aChangedCellIsFoundInItsRuleAndColumn() {
        var rules = new ArrayList<>(before.rules());
        var silver = rules.get(3);
        rules.set(3, new Rule(silver.id(), silver.description(), silver.inputs(), List.of("\"22\"")));
        var difference = TableDifference.between(before, before.with(rules));
        assertThat(difference.rows()).filteredOn(Row::differs).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo(CHANGED);
            assertThat(row.moved()).isFalse();
            assertThat(row.toNumber()).isEqualTo(4);
            assertThat(row.cells()).extracting(TableDifference.Cell::differs).containsExactly(false, false, true);
            assertThat(row.cells().get(2)).isEqualTo(new TableDifference.Cell("\"20\"", "\"22\""));
        });
    }

    @Test
    void anAddedARemovedAndAMovedRuleAreToldApart() {
        var rules = new ArrayList<>(before.rules());
        var last = rules.remove(4);
        rules.remove(1);
        rules.add(0, last);
        rules.add(1, new Rule("", "Seats at a fair", List.of("\"seats\"", ""), List.of("\"18\"")));
        var difference = TableDifference.between(before, before.with(rules));
        assertThat(difference.rows()).extracting(Row::state).containsExactly(SAME, ADDED, SAME, REMOVED, SAME, SAME);
        assertThat(difference.rows()).extracting(Row::fromNumber).containsExactly(5, null, 1, 2, 3, 4);
        assertThat(difference.rows()).extracting(Row::toNumber).containsExactly(1, 2, 3, null, 4, 5);
        assertThat(difference.rows())
                .filteredOn(Row::moved)
                .singleElement()
                .satisfies(row -> assertThat(row.fromNumber()).isEqualTo(5));
    }

    @Test
    void rulesWrittenAnewWithOtherIdsAreTheSameRules() {
        var renamed = before.rules().stream()
                .map(rule -> new Rule(rule.id() + "x", rule.description(), rule.inputs(), rule.outputs()))
                .toList();
        assertThat(TableDifference.between(before, before.with(renamed)).isEmpty())
                .isTrue();
    }

    @Test
    void aNewColumnIsAnEmptyCellThatWasNotThere() {
        var inputs = new ArrayList<>(before.inputs());
        inputs.add(new Column("input_country", "Country", "country", "string", null, null));
        var rules = before.rules().stream()
                .map(rule -> new Rule(
                        rule.id(),
                        rule.description(),
                        List.of(rule.inputs().get(0), rule.inputs().get(1), "\"SE\""),
                        rule.outputs()))
                .toList();
        var after = new DecisionTable(
                before.id(), before.name(), "Other words", before.hitPolicy(), inputs, before.outputs(), rules);
        var difference = TableDifference.between(before, after);
        assertThat(difference.columns())
                .extracting(TableDifference.Head::state)
                .containsExactly(SAME, SAME, ADDED, SAME);
        assertThat(difference.facts()).extracting(TableDifference.Fact::what).containsExactly("description");
        assertThat(difference.rows())
                .allSatisfy(row -> assertThat(row.cells().get(2)).isEqualTo(new TableDifference.Cell(null, "\"SE\"")));
    }

    @Test
    void aFileWithOtherRulesKeepsTheRest() {
        var file = DecisionTableFile.of(source());
        var rules = new ArrayList<>(before.rules());
        rules.add(2, new Rule("", "Seats <at> a \"fair\"", List.of("\"seats\"", ""), List.of("\"18\"")));
        var written = DecisionTableFile.of(file.with(rules)).table();
        assertThat(written.rules().get(2).description()).isEqualTo("Seats <at> a \"fair\"");
        assertThat(written.rules()).allMatch(rule -> !rule.id().isEmpty());
        var difference = TableDifference.between(before, written);
        assertThat(difference.rows())
                .filteredOn(Row::differs)
                .singleElement()
                .satisfies(row -> assertThat(row.state()).isEqualTo(ADDED));
        assertThat(difference.facts()).isEmpty();
        assertThat(file.table()).isEqualTo(before);
    }

    private static DecisionTable partnerTerms() {
        return DecisionTableFile.of(source()).table();
    }

    private static String source() {
        try {
            return Files.readString(Path.of("processes/reseller-onboarding.partner-terms.dmn"));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
