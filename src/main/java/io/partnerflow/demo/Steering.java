package io.partnerflow.demo;

import static io.partnerflow.demo.Cast.*;

import io.partnerflow.engine.DecisionTable.Rule;
import io.partnerflow.engine.DecisionTableFile;
import io.partnerflow.engine.DecisionTables;
import io.partnerflow.engine.StaffPerson;
import io.partnerflow.incoming.MailIntake;
import io.partnerflow.modelchanges.ModelChanges;
import io.partnerflow.modelchanges.ModelFile;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.taskmail.AbsenceWish;
import io.partnerflow.taskmail.Absences;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What managers find: mail that has come in, of which one nobody could place and nobody has looked at, a change of a table
 * that waits for its second person, and somebody who is away.
 */
@Component
@Order(7)
class Steering implements Chapter {

    private static final String TABLE = "reseller-onboarding.partner-terms";
    private static final StaffPerson MANAGER = new StaffPerson("mona", Set.of("managers"));

    private final Stage stage;
    private final Deals deals;
    private final MailIntake mailbox;
    private final DecisionTables tables;
    private final ModelChanges changes;
    private final Absences absences;
    private final VendorCalendar calendar;

    Steering(
            Stage stage,
            Deals deals,
            MailIntake mailbox,
            DecisionTables tables,
            ModelChanges changes,
            Absences absences,
            VendorCalendar calendar) {
        this.stage = stage;
        this.deals = deals;
        this.mailbox = mailbox;
        this.tables = tables;
        this.changes = changes;
        this.absences = absences;
        this.calendar = calendar;
    }

    @Override
    public void write(Timeline timeline) {
        timeline.on(4, this::movesHouse);
        timeline.on(2, this::asksAboutItsOrder);
        timeline.on(1, () -> {
            silverIsToGetMore();
            klaraIsAway();
        });
    }

    /** From an address nobody knows, without a number: it waits to be placed, and is late by now. */
    private void movesHouse() {
        comesIn(new Mail("%s <board-of-linden@post.example>".formatted(LINDEN.person()), "New address", """
                Hello,

                our association moves its office: from the first of next month on please send our invoices to
                Lindvägen 4 instead of Lindvägen 2.

                Kind regards
                %s, %s
                """.formatted(
                        LINDEN.person(), LINDEN.name())));
    }

    /** Names its order, but no mail server vouches for its sender here: somebody says whether it belongs there. */
    private void asksAboutItsOrder() {
        var order = deals.order(LYKTAN);
        comesIn(new Mail(
                "%s <%s>".formatted(NORDFORVALTNING.person(), NORDFORVALTNING.email()),
                "%s: when do you need the agreement?".formatted(order),
                """
                Hello,

                the board of %s signs on Thursday evening. Is it enough if you have the scan on Friday?

                %s
                """.formatted(LYKTAN.name(), NORDFORVALTNING.person())));
    }

    private void comesIn(Mail mail) {
        mailbox.take(mail.raw(calendar.now()));
        stage.aMoment();
    }

    private void silverIsToGetMore() {
        var latest = tables.versions(TABLE).get(0).version();
        var file = DecisionTableFile.of(tables.xml(TABLE, latest));
        var rules = file.table().rules().stream().map(Steering::better).toList();
        var changed = new ModelFile(TABLE + ".dmn", file.with(rules).getBytes(StandardCharsets.UTF_8));
        stage.asStaff(
                MANAGER.id(),
                () -> changes.propose(
                        List.of(changed),
                        "Silver partners have sold a third more than last year; agreed with sales for the new season.",
                        MANAGER));
        stage.aMoment();
    }

    private static Rule better(Rule rule) {
        return rule.inputs().contains("\"SILVER\"")
                ? new Rule(rule.id(), rule.description(), rule.inputs(), List.of("\"22\""))
                : rule;
    }

    private void klaraIsAway() {
        var today = calendar.today();
        stage.asStaff(MANAGER.id(), () -> {
            absences.enter("klara", new AbsenceWish("petra", today, today.plusDays(9)), MANAGER);
            return today;
        });
    }
}
