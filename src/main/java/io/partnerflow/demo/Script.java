package io.partnerflow.demo;

import static io.partnerflow.demo.Cast.*;

import io.partnerflow.shared.VendorCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.stereotype.Component;

/** What happens when, in days before today. Read from top to bottom it is two years of business. */
@Component
class Script {

    static final int FIRST_DAY = 790;
    private static final LocalTime OFFICE_OPENS = LocalTime.of(9, 0);

    private final Stage stage;
    private final Deals deals;
    private final VendorCalendar calendar;

    private LocalDate today = LocalDate.MIN;

    Script(Stage stage, Deals deals, VendorCalendar calendar) {
        this.stage = stage;
        this.deals = deals;
        this.calendar = calendar;
    }

    /** The morning on which the story begins. */
    Instant begins(Instant now) {
        return morning(calendar.dateOf(now), FIRST_DAY).minus(Duration.ofHours(1));
    }

    /** @param now the real time at which the story ends */
    void play(Instant now) {
        today = calendar.dateOf(now);
        firstYear();
        secondYear();
        lastWeeks();
        thisWeek();
        stage.until(now);
    }

    private void firstYear() {
        daysAgo(FIRST_DAY);
        var first = deals.applies(NORDFORVALTNING);
        daysAgo(789);
        deals.isAccepted(NORDFORVALTNING, first, "GOLD");
        var second = deals.applies(PLANKONSULT);
        daysAgo(775);
        deals.isAccepted(PLANKONSULT, second, "SILVER");
        deals.givesTrial(NORDFORVALTNING, LINDEN);
        daysAgo(750);
        deals.isDone(NORDFORVALTNING, LINDEN, 3, "Linden 2024");
        daysAgo(700);
        var third = deals.applies(HEMSKAP);
        daysAgo(698);
        deals.isAccepted(HEMSKAP, third, "REGISTERED");
        daysAgo(595);
        deals.prepares(NORDFORVALTNING, EKEN);
        deals.isDone(NORDFORVALTNING, EKEN, 5, "PO 4711");
        daysAgo(510);
        deals.givesTrial(PLANKONSULT, SJOUTSIKTEN);
        daysAgo(490);
        deals.isDone(PLANKONSULT, SJOUTSIKTEN, 2, "Sjöutsikten");
        daysAgo(400);
        deals.prepares(HEMSKAP, BJORKEN);
        var refused = deals.reachesOrderDesk(HEMSKAP, BJORKEN, 900, "Björken");
        deals.orderIsRejected(
                refused, "900 licences for 40 flats cannot be right. Please order again with the right number.");
    }

    private void secondYear() {
        daysAgo(330);
        deals.isTurnedDown(
                deals.applies(REJECTED), "You have no manager model with us yet. Start with one, then apply again.");
        daysAgo(300);
        deals.givesTrial(NORDFORVALTNING, HAMNEN); // nobody orders: inactive after a month, purged half a year later
        daysAgo(250);
        deals.givesTrial(PLANKONSULT, KVARNEN);
        daysAgo(230);
        deals.isDone(PLANKONSULT, KVARNEN, 4, "Kvarnen");
        daysAgo(180);
        deals.prepares(HEMSKAP, TORNET);
        var withdrawn = deals.startsOrder(HEMSKAP, TORNET, 6);
        daysAgo(178);
        deals.isCancelled(HEMSKAP, withdrawn, "The association has decided to wait for its annual meeting.");
        daysAgo(120);
        deals.givesTrial(NORDFORVALTNING, SOLGLIMTEN); // inactive since three months
        daysAgo(75);
        deals.prepares(HEMSKAP, GRANEN);
        deals.startsOrder(HEMSKAP, GRANEN, 2); // no form, no signature: lapses
    }

    private void lastWeeks() {
        daysAgo(29);
        deals.givesTrial(PLANKONSULT, HOJDEN); // ends tomorrow
        daysAgo(24);
        deals.givesTrial(NORDFORVALTNING, PARKEN); // ends within the week
        daysAgo(10);
        deals.givesTrial(HEMSKAP, SLUSSEN);
        deals.prepares(NORDFORVALTNING, ROSEN);
        deals.prepares(PLANKONSULT, STENEN);
    }

    private void thisWeek() {
        daysAgo(6);
        deals.isAsked(
                deals.applies(ASKED),
                "Which manager model do you use with us? We find none under your company number.");
        deals.prepares(NORDFORVALTNING, LYKTAN);
        var unsigned = deals.startsOrder(NORDFORVALTNING, LYKTAN, 3);
        deals.sendsOrderForm(NORDFORVALTNING, unsigned, 3, "Lyktan"); // waits for the signed agreement
        daysAgo(5);
        deals.prepares(HEMSKAP, TORNET);
        var formMissing = deals.startsOrder(HEMSKAP, TORNET, 6);
        deals.sendsSignedAgreement(HEMSKAP, formMissing);
        deals.agreementIsAccepted(formMissing); // waits for the order form
        daysAgo(3);
        deals.prepares(PLANKONSULT, FYREN);
        var toBeChecked = deals.startsOrder(PLANKONSULT, FYREN, 4);
        deals.sendsOrderForm(PLANKONSULT, toBeChecked, 4, "Fyren");
        deals.sendsSignedAgreement(PLANKONSULT, toBeChecked); // waits at the contracts desk
        daysAgo(2);
        deals.prepares(HEMSKAP, VALEN);
        deals.reachesOrderDesk(HEMSKAP, VALEN, 2, "Valen"); // waits at the order desk
        addressAlreadyTaken();
        daysAgo(1);
        deals.applies(NEWCOMER); // waits for its review
    }

    /** The person who signs has an account with another association already: the account cannot be made. */
    private void addressAlreadyTaken() {
        deals.prepares(NORDFORVALTNING, ROSEN);
        var order = deals.startsOrder(NORDFORVALTNING, ROSEN, 1, LINDEN.email());
        deals.sendsOrderForm(NORDFORVALTNING, order, 1, "Rosen");
        deals.sendsSignedAgreement(NORDFORVALTNING, order);
        deals.agreementIsAccepted(order);
        deals.orderIsApproved(order);
    }

    private void daysAgo(int days) {
        stage.until(morning(today, days));
    }

    private Instant morning(LocalDate day, int daysBefore) {
        return calendar.startOfDay(day.minusDays(daysBefore)).plusSeconds(OFFICE_OPENS.toSecondOfDay());
    }
}
