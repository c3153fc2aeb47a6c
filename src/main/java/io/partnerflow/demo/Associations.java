package io.partnerflow.demo;

import static io.partnerflow.demo.Cast.*;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Property managers and the housing associations they sell to: trial, signed agreement, yearly invoice. */
@Component
@Order(1)
class Associations implements Chapter {

    private final Deals deals;

    Associations(Deals deals) {
        this.deals = deals;
    }

    @Override
    public void write(Timeline timeline) {
        firstYear(timeline);
        secondYear(timeline);
        lastWeeks(timeline);
        thisWeek(timeline);
    }

    private void firstYear(Timeline timeline) {
        timeline.on(790, () -> deals.applies(NORDFORVALTNING));
        timeline.on(789, () -> {
            deals.isAccepted(NORDFORVALTNING, "GOLD");
            deals.applies(PLANKONSULT);
        });
        timeline.on(775, () -> {
            deals.isAccepted(PLANKONSULT, "SILVER");
            deals.givesTrial(NORDFORVALTNING, LINDEN);
        });
        timeline.on(750, () -> deals.isDone(NORDFORVALTNING, LINDEN, 3, "Linden 2024"));
        timeline.on(700, () -> deals.applies(HEMSKAP));
        timeline.on(698, () -> deals.isAccepted(HEMSKAP, "REGISTERED"));
        timeline.on(595, () -> {
            deals.prepares(NORDFORVALTNING, EKEN);
            deals.isDone(NORDFORVALTNING, EKEN, 5, "PO 4711");
        });
        timeline.on(510, () -> deals.givesTrial(PLANKONSULT, SJOUTSIKTEN));
        timeline.on(490, () -> deals.isDone(PLANKONSULT, SJOUTSIKTEN, 2, "Sjöutsikten"));
        timeline.on(400, () -> {
            deals.prepares(HEMSKAP, BJORKEN);
            var refused = deals.reachesOrderDesk(HEMSKAP, BJORKEN, 900, "Björken");
            deals.orderIsRejected(
                    refused, "900 licences for 40 flats cannot be right. Please order again with the right number.");
        });
    }

    private void secondYear(Timeline timeline) {
        timeline.on(330, () -> {
            deals.applies(REJECTED);
            deals.isTurnedDown(REJECTED, "You have no manager model with us yet. Start with one, then apply again.");
        });
        // nobody orders: inactive after a month, purged half a year later
        timeline.on(300, () -> deals.givesTrial(NORDFORVALTNING, HAMNEN));
        timeline.on(250, () -> deals.givesTrial(PLANKONSULT, KVARNEN));
        timeline.on(230, () -> deals.isDone(PLANKONSULT, KVARNEN, 4, "Kvarnen"));
        timeline.on(180, () -> {
            deals.prepares(HEMSKAP, TORNET);
            deals.startsOrder(HEMSKAP, TORNET, 6);
        });
        timeline.on(
                178,
                () -> deals.isCancelled(
                        HEMSKAP, TORNET, "The association has decided to wait for its annual meeting."));
        timeline.on(120, () -> deals.givesTrial(NORDFORVALTNING, SOLGLIMTEN)); // inactive since three months
        timeline.on(75, () -> {
            deals.prepares(HEMSKAP, GRANEN);
            deals.startsOrder(HEMSKAP, GRANEN, 2); // no form, no signature: lapses
        });
    }

    private void lastWeeks(Timeline timeline) {
        timeline.on(29, () -> deals.givesTrial(PLANKONSULT, HOJDEN)); // ends tomorrow
        timeline.on(24, () -> deals.givesTrial(NORDFORVALTNING, PARKEN)); // ends within the week
        timeline.on(10, () -> {
            deals.givesTrial(HEMSKAP, SLUSSEN);
            deals.prepares(NORDFORVALTNING, ROSEN);
            deals.prepares(PLANKONSULT, STENEN);
        });
    }

    private void thisWeek(Timeline timeline) {
        timeline.on(6, () -> {
            deals.applies(ASKED);
            deals.isAsked(ASKED, "Which manager model do you use with us? We find none under your company number.");
            deals.prepares(NORDFORVALTNING, LYKTAN);
            var unsigned = deals.startsOrder(NORDFORVALTNING, LYKTAN, 3);
            deals.sendsOrderForm(NORDFORVALTNING, unsigned, 3, "Lyktan"); // waits for the signed agreement
        });
        timeline.on(5, () -> {
            deals.prepares(HEMSKAP, TORNET);
            var formMissing = deals.startsOrder(HEMSKAP, TORNET, 6);
            deals.sendsSignedAgreement(HEMSKAP, formMissing);
            deals.agreementIsAccepted(formMissing); // waits for the order form
        });
        timeline.on(3, () -> {
            deals.prepares(PLANKONSULT, FYREN);
            var toBeChecked = deals.startsOrder(PLANKONSULT, FYREN, 4);
            deals.sendsOrderForm(PLANKONSULT, toBeChecked, 4, "Fyren");
            deals.sendsSignedAgreement(PLANKONSULT, toBeChecked); // waits at the contracts desk
        });
        timeline.on(2, () -> {
            deals.prepares(HEMSKAP, VALEN);
            deals.reachesOrderDesk(HEMSKAP, VALEN, 2, "Valen"); // waits at the order desk
            addressAlreadyTaken();
        });
        timeline.on(1, () -> deals.applies(NEWCOMER)); // waits for its review
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
}
