package io.partnerflow.trials;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How far a trial has come, as lists tell it; each is a tab. */
public enum TrialStage {
    RUNNING("running", TrialStatus.STARTING, TrialStatus.IN_USE),
    /** Over, and its data are still there. */
    OVER("over", TrialStatus.INACTIVE),
    CONVERTED("converted", TrialStatus.CONVERTED),
    DELETED("deleted", TrialStatus.PURGED);

    private final String tab;
    private final List<TrialStatus> states;

    TrialStage(String tab, TrialStatus... states) {
        this.tab = tab;
        this.states = List.of(states);
    }

    /** As addresses name it. */
    public String tab() {
        return tab;
    }

    /** For a condition as the indexes of single stages have it, which a parameter would not be. */
    String states() {
        return states.stream().map(state -> "'" + state + "'").collect(Collectors.joining(", "));
    }

    public static Optional<TrialStage> ofTab(String tab) {
        return Arrays.stream(values()).filter(stage -> stage.tab.equals(tab)).findFirst();
    }
}
