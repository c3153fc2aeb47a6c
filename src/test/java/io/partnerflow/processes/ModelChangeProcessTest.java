package io.partnerflow.processes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.engine.HouseEditions;
import io.partnerflow.engine.StaffPerson;
import io.partnerflow.modelchanges.ModelChange.Status;
import io.partnerflow.modelchanges.ModelChangeList;
import io.partnerflow.modelchanges.ModelChanges;
import io.partnerflow.modelchanges.ModelDecisions;
import io.partnerflow.modelchanges.ModelFile;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Forbidden;
import io.partnerflow.shared.Invalid;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Puts new editions in force, so it has an application of its own. */
@PartnerflowTest
@Tag("own-application")
class ModelChangeProcessTest {

    static final StaffPerson OLLE = new StaffPerson("olle", Set.of("order-desk"));
    static final StaffPerson MONA = new StaffPerson("mona", Set.of("managers"));
    static final StaffPerson MAGNUS = new StaffPerson("magnus", Set.of("managers"));
    static final String TERMS = "reseller-onboarding.partner-terms.dmn";
    static final String ELEMENT = "userTask_approveModelChange";

    @Autowired
    ModelChanges changes;

    @Autowired
    ModelDecisions decisions;

    @Autowired
    ModelChangeList list;

    @Autowired
    HouseEditions editions;

    @Autowired
    ProcessEngine engine;

    ProcessDriver process;

    @BeforeEach
    void driver() {
        process = new ProcessDriver(engine);
    }

    @Test
    void approvedByASecondPersonItIsInForceForNewCases() {
        var number = propose(">20<", ">22<");
        assertThat(inForce()).doesNotContain(">\"22\"<");

        decisions.decide(number, true, "Agreed in the board.", MAGNUS);
        process.run(number, ELEMENT);

        process.hasEndedBy(number, "serviceTask_putModelsInForce", "endEvent_casesStay");
        assertThat(list.one(number).status()).isEqualTo(Status.IN_FORCE);
        assertThat(list.one(number).decidedBy()).isEqualTo("magnus");
        assertThat(inForce()).contains("\"22\"");
        assertThat(editions.changedHere())
                .extracting(HouseEditions.Changed::name)
                .contains(TERMS);
    }

    @Test
    void nobodyApprovesTheOwnProposalNeitherOnThePageNorInTasklist() {
        var number = changes.propose(List.of(changed("15", "16")), "More for beginners", MONA);

        assertThatThrownBy(() -> decisions.decide(number, true, "", MONA)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> decisions.decide(number, true, "", OLLE)).isInstanceOf(Forbidden.class);
        var task = process.taskAt(number, ELEMENT).getId();
        engine.getIdentityService().setAuthenticatedUserId("mona");
        try {
            assertThatThrownBy(() -> engine.getTaskService()
                            .complete(task, Map.of("changeDecision", "approve", "changeAnswer", "")))
                    .isInstanceOf(ProcessEngineException.class)
                    .hasMessageContaining("cannot approve what you have proposed yourself");
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
        assertThat(list.one(number).status()).isEqualTo(Status.PROPOSED);
        decisions.withdraw(number, MONA);
    }

    @Test
    void refusedWithAReasonNothingChanges() {
        var before = inForce();
        var number = changes.propose(List.of(changed("15", "17")), "More for beginners", OLLE);

        assertThatThrownBy(() -> decisions.decide(number, false, " ", MONA)).isInstanceOf(Invalid.class);
        decisions.decide(number, false, "Too much.", MONA);
        process.run(number, ELEMENT);

        process.hasEndedBy(number, "endEvent_changeRefused");
        assertThat(list.one(number).answer()).isEqualTo("Too much.");
        assertThat(inForce()).isEqualTo(before);
        assertThatThrownBy(() -> decisions.decide(number, true, "", MAGNUS))
                .isInstanceOfSatisfying(
                        Conflict.class, late -> assertThat(late.code()).isEqualTo("model-change-decided"));
    }

    @Test
    void withdrawnByItsProposerAndByNobodyElse() {
        var number = changes.propose(List.of(changed("15", "18")), "More for beginners", OLLE);

        assertThatThrownBy(() -> decisions.withdraw(number, MONA)).isInstanceOf(Forbidden.class);
        decisions.withdraw(number, OLLE);

        process.hasEndedBy(number, "endEvent_changeWithdrawn");
        assertThat(list.one(number).status()).isEqualTo(Status.WITHDRAWN);
    }

    @Test
    void ofTwoChangesOfTheSameTableTheSecondIsToldToLookAgain() {
        var one = changes.propose(List.of(changed("30", "31")), "Less", OLLE);
        var other = changes.propose(List.of(changed("30", "32")), "A little less", OLLE);
        var late = changes.propose(List.of(changed("30", "33")), "Hardly less", OLLE);
        decisions.decide(late, true, "", MONA); // approved before the first one is in force
        decisions.decide(one, true, "", MONA);
        process.run(one, ELEMENT);

        assertThatThrownBy(() -> decisions.decide(other, true, "", MONA))
                .isInstanceOfSatisfying(Conflict.class, overtaken -> {
                    assertThat(overtaken.code()).isEqualTo("model-change-overtaken");
                    assertThat(overtaken.args()).containsExactly(TERMS);
                });
        process.run(late, ELEMENT);
        process.hasEndedBy(late, "endEvent_changeOvertaken");
        assertThat(inForce()).contains("\"31\"").doesNotContain("\"33\"");
        decisions.withdraw(other, OLLE);
    }

    @Test
    void whatTheEngineDoesNotTakeIsRefusedAtOnce() {
        assertThatThrownBy(() ->
                        changes.propose(List.of(new ModelFile(TERMS, "<definitions/>".getBytes(UTF_8))), "Try", OLLE))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() ->
                        changes.propose(List.of(new ModelFile(TERMS, inForce().getBytes(UTF_8))), "Nothing", OLLE))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        same -> assertThat(same.fields())
                                .singleElement()
                                .satisfies(field -> assertThat(field.code()).isEqualTo("same")));
    }

    private String propose(String from, String to) {
        return changes.propose(
                List.of(changed(from.replaceAll("[<>]", ""), to.replaceAll("[<>]", ""))), "Silver deserves more", OLLE);
    }

    private ModelFile changed(String from, String to) {
        var now = inForce();
        var changed = now.replaceFirst("\"" + from + "\"", "\"" + to + "\"");
        assertThat(changed).isNotEqualTo(now);
        return new ModelFile(TERMS, changed.getBytes(UTF_8));
    }

    private String inForce() {
        return new String(editions.inForce(TERMS).orElseThrow(), UTF_8);
    }
}
