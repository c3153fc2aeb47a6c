package io.partnerflow.operations;

import io.partnerflow.engine.StaffPerson;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * A main place of the staff's door, in the order of the navigation. Its label is {@code staff.place.<name>}. Hiding a
 * place protects nothing; each page checks for itself.
 */
enum StaffPlace {
    HOME("home", "/staff", Group.START, person -> true),
    TASKLIST("tasklist", "/camunda/app/tasklist/", Group.START, person -> true),
    MESSAGES("messages", "/staff/messages", Group.START, person -> true),
    INCOMING("incoming", "/staff/incoming", Group.START, person -> true),
    SETTINGS("settings", "/staff/settings", Group.START, person -> true),
    CREDIT("credit", "/staff/credit", Group.DESKS, desk("credit")),
    ORIGINALS("originals", "/staff/originals", Group.DESKS, desk("contracts")),
    PROVISIONING("provisioning", "/staff/provisioning", Group.DESKS, desk("order-desk")),
    SHIPPING("shipping", "/staff/shipping", Group.DESKS, desk("logistics")),
    RETURNS("returns", "/staff/returns", Group.DESKS, desk("logistics")),
    PAYMENTS("payments", "/staff/payments", Group.MONEY, desk("billing")),
    DEBITS("debits", "/staff/debits", Group.MONEY, desk("billing")),
    COMPENSATION("compensation", "/compensation", Group.MONEY, desk("billing")),
    PAYOUTS("payouts", "/payouts", Group.MONEY, desk("billing")),
    FIGURES("figures", "/staff/figures", Group.STEERING, StaffPerson::seesEverything),
    AGEING("ageing", "/staff/ageing", Group.STEERING, StaffPerson::seesEverything),
    FAILED("failed", "/staff/failed", Group.STEERING, StaffPerson::seesEverything),
    PROCESSES("processes", "/staff/figures/processes", Group.STEERING, StaffPerson::seesEverything),
    FUNNEL("funnel", "/staff/figures/funnel", Group.STEERING, StaffPerson::seesEverything),
    HISTORY("history", "/staff/history", Group.STEERING, StaffPerson::seesEverything),
    MODELS("models", "/staff/models", Group.STEERING, person -> !person.groups().isEmpty()),
    DECISIONS("decisions", "/staff/decisions", Group.STEERING, StaffPerson::seesEverything),
    IMPORTS(
            "imports",
            "/staff/imports",
            Group.STEERING,
            person ->
                    person.seesEverything() || person.belongsTo("partner-managers") || person.belongsTo("order-desk")),
    COCKPIT("cockpit", "/camunda/app/cockpit/", Group.STEERING, StaffPerson::seesEverything),
    OUTBOX("outbox", "/outbox", Group.STEERING, StaffPerson::seesEverything);

    private final String label;
    private final String path;
    private final Group group;
    private final Predicate<StaffPerson> readers;

    StaffPlace(String label, String path, Group group, Predicate<StaffPerson> readers) {
        this.label = label;
        this.path = path;
        this.group = group;
        this.readers = readers;
    }

    public String label() {
        return label;
    }

    public String path() {
        return path;
    }

    private static Predicate<StaffPerson> desk(String id) {
        return person -> person.belongsTo(id) || person.seesEverything();
    }

    /** The groups a person finds something in, with what it finds. */
    static List<Places> of(StaffPerson person) {
        return Arrays.stream(Group.values())
                .map(group -> new Places(
                        group,
                        Arrays.stream(values())
                                .filter(place -> place.group == group && place.readers.test(person))
                                .toList()))
                .filter(places -> !places.places().isEmpty())
                .toList();
    }

    /** @param group its heading is {@code staff.places.<name>}, none for where one starts */
    record Places(Group group, List<StaffPlace> places) {}

    /** What belongs together. */
    enum Group {
        START,
        DESKS,
        MONEY,
        STEERING;

        public String heading() {
            return this == START ? null : "staff.places." + name().toLowerCase(Locale.ROOT);
        }
    }
}
