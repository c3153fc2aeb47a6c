package io.partnerflow.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerflow.access.Caller;
import io.partnerflow.access.Role;
import io.partnerflow.scenarios.Deals;
import io.partnerflow.scenarios.OverTheYears;
import io.partnerflow.scenarios.TimeMachine;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Forbidden;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.Paging;
import io.partnerflow.subscriptions.CustomerContracts;
import io.partnerflow.subscriptions.SubscriptionView;
import io.partnerflow.subscriptions.Subscriptions;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was invoiced, by the payer's own groups. */
@OverTheYears
class CostsTest {

    private static final LocalDate BEGINS = LocalDate.of(2025, 3, 10);

    @Autowired
    Deals deals;

    @Autowired
    TimeMachine time;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    CustomerContracts contracts;

    @Autowired
    CostGroups groups;

    @Autowired
    CostReport costs;

    SubscriptionView contract;
    Caller payer;

    @BeforeEach
    void completeAnOrder() {
        time.begin(BEGINS);
        contract = subscriptions.get(deals.subscription(BEGINS));
        payer = caller(contract.reseller(), Role.BILLING);
    }

    @Test
    void anInvoiceCountsForTheGroupTheContractHadWhenItWasIssued() {
        groups.add(payer, "P-17", "Tower");
        groups.assign(payer, contract.number(), "P-17");

        time.until(BEGINS.plusYears(1).plusDays(1));

        assertThat(costs.of(payer, BEGINS, BEGINS.plusYears(2)))
                .extracting(
                        CostReport.Line::group,
                        CostReport.Line::name,
                        CostReport.Line::month,
                        CostReport.Line::documents)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("P-17", "Tower", YearMonth.of(2026, 3), 1L),
                        org.assertj.core.api.Assertions.tuple("", "", YearMonth.of(2025, 3), 1L));
        assertThat(costs.of(payer, BEGINS, BEGINS.plusDays(1)))
                .singleElement()
                .satisfies(line -> assertThat(line.net()).isEqualTo(Money.of("38400.00", "SEK")));
    }

    @Test
    void onlyThePayerAssignsAndOnlyToAGroupOfItsOwn() {
        groups.add(payer, "P-17", "Tower");
        assertThatThrownBy(() -> groups.add(payer, "P-17", "Other")).isInstanceOf(Conflict.class);
        var customer = caller(contract.customer(), Role.ADMIN);
        groups.add(customer, "P-17", "Ours");

        assertThatThrownBy(() -> groups.assign(customer, contract.number(), "P-17"))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> groups.assign(payer, contract.number(), "P-18"))
                .isInstanceOf(NotFound.class);
        var looker = caller(contract.reseller(), Role.ORDER);
        assertThatThrownBy(() -> groups.assign(looker, contract.number(), "P-17"))
                .isInstanceOf(Forbidden.class);
        assertThat(groups.contracts(payer, Paging.first()).items())
                .singleElement()
                .satisfies(paid -> assertThat(paid.number()).isEqualTo(contract.number()));
        assertThat(groups.contracts(customer, Paging.first()).items()).isEmpty();
        assertThat(costs.of(customer, BEGINS, BEGINS.plusYears(2))).isEmpty();
    }

    @Test
    void theCustomerSeesWhatItHasAndNothingOfWhatTheResellerPays() {
        var seen = contracts.get(contract.customer(), contract.number());

        assertThat(seen.goods())
                .singleElement()
                .satisfies(goods -> assertThat(goods.quantity()).isEqualTo(10));
        assertThat(seen.annualNet()).isNull();
        assertThat(seen.nextInvoiceOn()).isNull();
        assertThat(contracts.of(contract.customer())).containsExactly(seen);
        assertThatThrownBy(() -> contracts.get(contract.reseller(), contract.number()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> contracts.get(UUID.randomUUID(), contract.number()))
                .isInstanceOf(NotFound.class);
    }

    private static Caller caller(UUID organisation, Role role) {
        return new Caller(
                UUID.randomUUID(),
                "anna@example.org",
                "Anna Ek",
                Locale.ENGLISH,
                List.of(new Caller.Membership(organisation, "Organisation", role, false, null)),
                organisation);
    }
}
