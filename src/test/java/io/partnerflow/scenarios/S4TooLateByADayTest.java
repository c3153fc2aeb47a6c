package io.partnerflow.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerflow.TestPurchase;
import io.partnerflow.parties.Party;
import io.partnerflow.shared.Conflict;
import io.partnerflow.subscriptions.Cancellations;
import io.partnerflow.subscriptions.Requester;
import io.partnerflow.subscriptions.SeatReductions;
import io.partnerflow.subscriptions.Seats;
import io.partnerflow.subscriptions.SubscriptionChanges;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The last day something is possible and the first on which it is not, each answered with its dates. */
@OverTheYears
class S4TooLateByADayTest {

    private static final LocalDate BEGINS = LocalDate.of(2026, 1, 15);

    @Autowired
    TimeMachine time;

    @Autowired
    Deals deals;

    @Autowired
    SeatReductions reductions;

    @Autowired
    Cancellations cancellations;

    @Autowired
    SubscriptionChanges changes;

    Party reseller;
    String subscription;

    @BeforeEach
    void aContractOfAYear() {
        time.begin(BEGINS);
        reseller = deals.resellerOf("seats", "20");
        subscription =
                deals.subscriptionOf(deals.purchase(TestPurchase.ofSeats(reseller, deals.customerOf(reseller), BEGINS)
                        .with("space-monitor-seat", 20)
                        .forMonths(12)
                        .wanted()));
    }

    /** C-10, C-11: three months are not ninety days. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-01, 2027-01-15, 2027-01-15",
        "2026-10-14, 2027-01-15, 2027-01-15", // the last allowed day for a reduction
        "2026-10-15, 2028-01-15, 2027-01-15", // the first refused one; notice is still possible
        "2026-10-17, 2028-01-15, 2027-01-15", // day 90
        "2026-10-18, 2028-01-15, 2028-01-15", // day 89
        "2027-01-14, 2028-01-15, 2028-01-15",
    })
    void seatsLeaveAndContractsEndAtTheseRenewals(LocalDate day, LocalDate seatsLeave, LocalDate contractEnds) {
        time.whileTheHouseStoodStill(day);

        assertThat(reductions.preview(reseller.id(), subscription).nextPossible())
                .isEqualTo(seatsLeave);
        assertThat(cancellations.preview(reseller.id(), subscription).endsOn()).isEqualTo(contractEnds);
    }

    @Test
    void theFirstRefusedDayIsAnsweredWithTheLastAllowedAndTheNextPossible() {
        time.whileTheHouseStoodStill(LocalDate.of(2026, 10, 15));

        assertThatThrownBy(() -> reduce(false)).isInstanceOfSatisfying(Conflict.class, conflict -> {
            assertThat(conflict.code()).isEqualTo("reduction-window-closed");
            assertThat(conflict.args()).containsExactly("2027-01-15", "2026-10-14", "2028-01-15");
        });
        assertThat(changes.of(subscription)).isEmpty();
        assertThat(changes.get(reduce(true)).effectiveOn()).isEqualTo(LocalDate.of(2028, 1, 15));
    }

    /** AA-13: ninety days before, but not three months. */
    @Test
    void lettingAllSeatsLeaveNeedsBothDeadlines() {
        time.whileTheHouseStoodStill(LocalDate.of(2026, 10, 16));

        assertThatThrownBy(() -> reductions.request(reseller.id(), subscription, seats(20), false, null, maria()))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void aNoticeForTheRenewalThatIsMissedIsAnsweredWithTheNextDate() {
        time.whileTheHouseStoodStill(LocalDate.of(2026, 10, 18));

        assertThatThrownBy(() ->
                        cancellations.request(reseller.id(), subscription, LocalDate.of(2027, 1, 15), null, maria()))
                .isInstanceOfSatisfying(
                        Conflict.class,
                        conflict ->
                                assertThat(conflict.args()).containsExactly("2027-01-15", "2026-10-17", "2028-01-15"));
    }

    private String reduce(boolean forNextPossible) {
        return reductions.request(reseller.id(), subscription, seats(5), forNextPossible, null, maria());
    }

    private static List<Seats> seats(int quantity) {
        return List.of(new Seats("space-monitor-seat", quantity));
    }

    private static Requester maria() {
        return new Requester("maria@reseller.example", "maria@reseller.example");
    }
}
