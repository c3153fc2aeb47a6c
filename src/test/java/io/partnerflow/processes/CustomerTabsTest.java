package io.partnerflow.processes;

import static io.partnerflow.customers.CoverageFilter.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.TestParties;
import io.partnerflow.customers.Customer;
import io.partnerflow.customers.CustomerChoices;
import io.partnerflow.customers.CustomerFilter;
import io.partnerflow.customers.CustomerState;
import io.partnerflow.customers.Customers;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.Paging;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** On which tab a customer stands while a deal goes through (P-33, P-37, PA-2). */
@PartnerflowTest
class CustomerTabsTest extends OrderTests {

    @Autowired
    Customers customers;

    @Autowired
    CustomerChoices choices;

    @Test
    void aCustomerMovesFromTabToTab() {
        assertThat(overview().state()).isEqualTo(CustomerState.PREPARED);

        var trial = trialInUse();
        assertThat(overview().state()).isEqualTo(CustomerState.TRIAL);
        assertThat(overview().trial().number()).isEqualTo(trial);
        assertThat(overview().orderable()).isTrue();

        var order = started();
        assertThat(overview().state()).isEqualTo(CustomerState.TRIAL);
        assertThat(overview().orderNumber()).isEqualTo(order);
        assertThat(overview().orderable()).isFalse();

        toBeChecked(order);
        approve(order);
        process.run(order, "serviceTask_convertTrialAccount");
        assertThat(overview().state()).isEqualTo(CustomerState.TRIAL);

        process.run(order, "serviceTask_markReseller");
        assertThat(overview().state()).isEqualTo(CustomerState.CUSTOMER);
        var price = view(order).price();
        assertThat(overview().revenue().soldPerYear()).isEqualTo(price.annualList());
        assertThat(overview().revenue().discountPerYear())
                .isEqualTo(price.annualList().minus(price.annualNet()));
        var figures = subscriptions.revenue(reseller.id(), "SEK");
        assertThat(figures.soldPerYear()).isEqualTo(price.annualList());
    }

    @Test
    void anInactiveTrialStaysOnItsTabAndAPurgedOneEnds() {
        var trial = trialInUse();
        process.fire(trial, "event_trialEnd");
        process.run(trial, "serviceTask_deactivateTrialAccount");
        assertThat(overview().state()).isEqualTo(CustomerState.TRIAL);

        process.fire(trial, "event_purgeDue");
        process.run(trial, "serviceTask_purgeTrial");

        assertThat(overview().state()).isEqualTo(CustomerState.ENDED);
        assertThat(overview().orderable()).isTrue();
    }

    @Test
    void figuresGoDownAgainWhenTheOrderIsCancelled() {
        var order = toBeChecked();
        approve(order);
        createAccount(order);
        assertThat(overview().state()).isEqualTo(CustomerState.CUSTOMER);

        cancel(order);

        assertThat(overview().state()).isEqualTo(CustomerState.ENDED);
        assertThat(overview().revenue()).isNull();
        assertThat(subscriptions.revenue(reseller.id(), "SEK").soldPerYear()).isEqualTo(Money.of("0", "SEK"));
    }

    @Test
    void tabsCountWhatTheySearchFor() {
        trialInUse();

        assertThat(customers.counts(reseller.id(), "")).containsEntry(CustomerState.TRIAL, 1L);
        assertThat(customers.counts(reseller.id(), customer.registrationNumber().replace("-", "")))
                .containsEntry(CustomerState.TRIAL, 1L);
        assertThat(customers.counts(reseller.id(), "nobody of this name")).containsEntry(CustomerState.TRIAL, 0L);
        assertThat(customers.counts(customer.id(), "").values()).containsOnly(0L);
        assertThat(customers
                        .of(
                                reseller.id(),
                                CustomerFilter.all().in(CustomerState.TRIAL),
                                new Paging(0, 10, "-trialEnd", ""))
                        .items())
                .singleElement()
                .satisfies(one ->
                        assertThat(one.trial().daysLeft(calendar.today())).isEqualTo(30));
    }

    @Test
    void foundByProgrammeAndPlace() {
        var other = new TestParties(organisations, resellers).organisation("Ingen provar här AB");
        resellers.link(reseller.id(), other.id());
        var programme = trials.get(reseller.id(), trialInUse()).programme();
        var city = customer.address().city();

        assertThat(found(new CustomerFilter(null, ALL, programme, "SE", city))).containsExactly(customer.id());
        assertThat(found(new CustomerFilter(null, ALL, null, "SE", city))).contains(customer.id(), other.id());
        assertThat(found(new CustomerFilter(null, ALL, "none-such", null, null)))
                .isEmpty();
        assertThat(found(new CustomerFilter(null, ALL, null, "NO", null))).isEmpty();
        assertThat(found(new CustomerFilter(null, ALL, null, null, "Ingenstans")))
                .isEmpty();

        assertThat(choices.programmes(reseller.id(), List.of("none-such", programme)))
                .containsExactly(programme);
        assertThat(choices.countries(reseller.id())).containsExactly("SE");
        assertThat(choices.cities(reseller.id())).contains(new CustomerChoices.Place("SE", city));
        assertThat(choices.countries(customer.id())).isEmpty();
    }

    /** By the page and by the file, which has to say the same. */
    private List<UUID> found(CustomerFilter filter) {
        var listed = new ArrayList<UUID>();
        customers.each(reseller.id(), filter, Paging.first(), 10, one -> listed.add(one.id()));
        assertThat(customers.of(reseller.id(), filter, Paging.first()).items())
                .extracting(Customer::id)
                .containsExactlyElementsOf(listed);
        return listed;
    }

    private Customer overview() {
        return customers.get(reseller.id(), customer.id());
    }
}
