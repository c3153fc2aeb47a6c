package io.partnerflow.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.TestIdentities;
import io.partnerflow.TestLetters;
import io.partnerflow.access.Users;
import io.partnerflow.accounts.Accounts;
import io.partnerflow.billing.Invoice;
import io.partnerflow.billing.Invoices;
import io.partnerflow.customers.CustomerPreparation;
import io.partnerflow.customers.CustomerState;
import io.partnerflow.customers.Customers;
import io.partnerflow.intake.FormAnswers;
import io.partnerflow.intake.FormContext;
import io.partnerflow.intake.FormDesk;
import io.partnerflow.onboarding.ApplicationAnswer;
import io.partnerflow.onboarding.ResellerApplications;
import io.partnerflow.orders.OrderStatus;
import io.partnerflow.orders.Orders;
import io.partnerflow.parties.Address;
import io.partnerflow.parties.NewParty;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.shared.Money;
import io.partnerflow.subscriptions.RevenueFigures;
import io.partnerflow.subscriptions.Subscriptions;
import io.partnerflow.trials.TrialManagement;
import io.partnerflow.trials.TrialStatus;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From a reseller's application to the second yearly invoice, told by the clock. */
@OverTheYears
class S1LicenceSoldTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 2, 3);
    private static final String REVIEW = "userTask_reviewApplication";

    @Autowired
    TimeMachine time;

    @Autowired
    Deals deals;

    @Autowired
    FormDesk forms;

    @Autowired
    ResellerApplications applications;

    @Autowired
    Organisations organisations;

    @Autowired
    Users users;

    @Autowired
    CustomerPreparation preparation;

    @Autowired
    Customers customers;

    @Autowired
    TrialManagement trials;

    @Autowired
    Accounts accounts;

    @Autowired
    Orders orders;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    Invoices invoices;

    @Autowired
    JdbcClient database;

    final TestIdentities.Company company = TestIdentities.company();
    final String anna = TestIdentities.email("anna");
    final List<String> board = List.of(
            TestIdentities.email("chair"), TestIdentities.email("treasurer"), TestIdentities.email("secretary"));
    Letterbox letterbox;
    TestLetters letters;

    @BeforeEach
    void firstDay() {
        time.begin(FIRST_DAY);
        letters = new TestLetters(database);
        letterbox = new Letterbox(database);
        letterbox.knows(anna, "Anna");
        letterbox.knows(company.email(), "the reseller");
        board.forEach(person -> letterbox.knows(person, "the board"));
    }

    @Test
    void appliesIsAskedIsAcceptedTriesOrdersAndIsInvoicedYearByYear() {
        var reseller = becomesReseller();
        var customer = prepares(reseller);
        var trial = tries(reseller, customer);
        var order = orders(reseller, customer, trial);
        isInvoiced(reseller, order);
        isInvoicedAgainAYearLater(reseller, order);
    }

    private Party becomesReseller() {
        var application = applies();
        assertThat(letterbox.news()).containsExactly("application-received to Anna");

        time.until(FIRST_DAY.plusDays(1));
        deals.does(
                Deals.PARTNER_MANAGER,
                REVIEW,
                application,
                Map.of("applicationDecision", "ask", "question", "Which manager model do you use?"));
        assertThat(letterbox.news()).containsExactly("application-question to Anna");

        time.until(FIRST_DAY.plusDays(3));
        applications.answer(
                letters.secret(anna, "application-question", "/link/application/"),
                new ApplicationAnswer("Number 4711.", null, null, "4711"));
        time.aMoment();
        time.until(FIRST_DAY.plusDays(4));
        deals.does(
                Deals.PARTNER_MANAGER, REVIEW, application, Map.of("applicationDecision", "approve", "tier", "SILVER"));
        assertThat(letterbox.news()).containsExactly("user-invited to Anna", "reseller-welcome to Anna");

        assertThat(letters.secret(anna, "user-invited", "/password/")).isNotBlank();
        var reseller =
                organisations.byRegistrationNumber("SE", company.number()).orElseThrow();
        assertThat(users.of(reseller.id())).extracting(Users.User::email).containsExactly(anna);
        return reseller;
    }

    private String applies() {
        var answers = new HashMap<String, Object>(Map.of(
                "programme", "licence",
                "organisationName", company.name(),
                "registrationNumber", company.number(),
                "vatId", company.vatId(),
                "country", "SE",
                "addressLine1", "Sveavägen 44",
                "postalCode", "111 34",
                "city", "Stockholm",
                "organisationEmail", company.email(),
                "language", "en"));
        answers.putAll(Map.of(
                "contactName", "Anna Ek", "contactEmail", anna, "motivation", "Our housing associations ask for it."));
        var outcome = forms.send(
                "reseller-application",
                FormContext.anybody("", Locale.ENGLISH),
                FormAnswers.of(answers),
                UUID.randomUUID().toString());
        assertThat(outcome.form()).isNull();
        return outcome.receipt().reference();
    }

    private Party prepares(Party reseller) {
        var association = TestIdentities.company();
        var id = preparation.prepare(
                reseller.id(),
                new NewParty(
                        "Brf Linden",
                        "SE",
                        association.number(),
                        association.vatId(),
                        association.email(),
                        "en",
                        new Address("Lindvägen 2", null, "118 20", "Stockholm")));
        letterbox.knows(association.email(), "the customer");
        assertThat(standing(reseller, id)).isEqualTo(CustomerState.PREPARED);
        assertThat(revenue(reseller)).isEqualTo(new RevenueFigures(sek("0.00"), sek("0.00"), 0));
        return organisations.get(id);
    }

    private String tries(Party reseller, Party customer) {
        time.until(LocalDate.of(2025, 2, 10));
        var trial = deals.trial(reseller, customer, board.toArray(String[]::new));
        assertThat(letterbox.news())
                .containsExactly("trial-login to the board", "trial-login to the board", "trial-login to the board");
        assertThat(standing(reseller, customer.id())).isEqualTo(CustomerState.TRIAL);

        time.until(LocalDate.of(2025, 3, 5)); // seven days before the end
        assertThat(letterbox.news())
                .containsExactlyInAnyOrder(
                        "trial-ends-soon to the reseller",
                        "trial-ends-soon-people to the board",
                        "trial-ends-soon-people to the board",
                        "trial-ends-soon-people to the board");
        return trial;
    }

    /** Scan before form; the other way round is {@link #theFormMayComeBeforeTheScan}. */
    private String orders(Party reseller, Party customer, String trial) {
        time.until(LocalDate.of(2025, 3, 6));
        var properties = accounts.properties(trial);
        var order = deals.order(reseller, customer);
        knowsWhoOrdersAndSigns(order);
        assertThat(letterbox.news())
                .containsExactlyInAnyOrder("agreement-sent to the orderer", "agreement-to-sign to the signatory");

        time.until(LocalDate.of(2025, 3, 7));
        deals.sendsScan(order);
        assertThat(orders.get(order).status()).isEqualTo(OrderStatus.STARTED);

        time.until(LocalDate.of(2025, 3, 10));
        deals.sendsForm(order);
        assertThat(letterbox.news()).containsExactly("order-received to the orderer");
        assertThat(standing(reseller, customer.id())).isEqualTo(CustomerState.TRIAL);

        deals.isApproved(order);
        assertThat(letterbox.news())
                .containsExactly(
                        "invoice to the reseller",
                        "order-activated to the orderer",
                        "order-activated-customer to the customer");
        assertThat(orders.get(order).status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(trials.get(reseller.id(), trial).status()).isEqualTo(TrialStatus.CONVERTED);
        assertThat(accounts.properties(trial)).isNotEmpty().isEqualTo(properties);
        return order;
    }

    private void isInvoiced(Party reseller, String order) {
        assertThat(standing(reseller, orders.get(order).customer())).isEqualTo(CustomerState.CUSTOMER);
        assertThat(revenue(reseller)).isEqualTo(new RevenueFigures(sek("48000.00"), sek("9600.00"), 1));
        assertThat(invoicesOf(order)).singleElement().satisfies(invoice -> {
            assertThat(invoice.issueDate()).isEqualTo(LocalDate.of(2025, 3, 10));
            assertThat(invoice.net()).isEqualTo(sek("38400.00"));
        });
    }

    private void isInvoicedAgainAYearLater(Party reseller, String order) {
        time.until(LocalDate.of(2026, 3, 9));
        assertThat(letterbox.news())
                .containsExactly(
                        "renewal-reminder to the reseller",
                        "renewal-reminder to the reseller",
                        "renewal-reminder to the reseller");

        time.until(LocalDate.of(2026, 3, 10));

        assertThat(letterbox.news()).containsExactly("subscription-renewed to the reseller", "invoice to the reseller");
        assertThat(invoicesOf(order)).extracting(Invoice::net).containsExactly(sek("38400.00"), sek("39600.00"));
        assertThat(invoicesOf(order).get(1).issueDate()).isEqualTo(LocalDate.of(2026, 3, 10));
        assertThat(revenue(reseller)).isEqualTo(new RevenueFigures(sek("49500.00"), sek("9900.00"), 1));
    }

    @Test
    void theFormMayComeBeforeTheScan() {
        var reseller = deals.reseller();
        var customer = deals.customerOf(reseller);
        var order = deals.order(reseller, customer);
        knowsWhoOrdersAndSigns(order);
        letterbox.news();

        deals.sendsForm(order);
        assertThat(letterbox.news()).containsExactly("order-received to the orderer");
        deals.sendsScan(order);
        deals.isApproved(order);

        assertThat(orders.get(order).status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(standing(reseller, customer.id())).isEqualTo(CustomerState.CUSTOMER);
        assertThat(revenue(reseller)).isEqualTo(new RevenueFigures(sek("48000.00"), sek("9600.00"), 1));
        assertThat(invoicesOf(order)).hasSize(1);
    }

    private void knowsWhoOrdersAndSigns(String order) {
        letterbox.knows(orders.get(order).placedBy(), "the orderer");
        letterbox.knows(orders.get(order).signatory().email().value(), "the signatory");
    }

    private CustomerState standing(Party reseller, UUID customer) {
        return customers.get(reseller.id(), customer).state();
    }

    private RevenueFigures revenue(Party reseller) {
        return subscriptions.revenue(reseller.id(), "SEK");
    }

    private List<Invoice> invoicesOf(String order) {
        var reseller = orders.get(order).reseller();
        return invoices.ofSubscription(deals.subscriptionOf(order)).stream()
                .map(number -> invoices.get(reseller, number))
                .toList();
    }

    private static Money sek(String amount) {
        return Money.of(amount, "SEK");
    }
}
