package io.partnerflow.processes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.ResellerClient;
import io.partnerflow.TestIdentities;
import io.partnerflow.TestParties;
import io.partnerflow.access.Role;
import io.partnerflow.access.Users;
import io.partnerflow.commission.Disputes;
import io.partnerflow.commission.Objection;
import io.partnerflow.commission.Statement;
import io.partnerflow.commission.Statements;
import io.partnerflow.commission.Withdrawals;
import io.partnerflow.orders.OrderFields;
import io.partnerflow.orders.WantedOrder;
import io.partnerflow.orders.WantedOrder.AcceptedOffer;
import io.partnerflow.parties.Address;
import io.partnerflow.parties.NewParty;
import io.partnerflow.payouts.BankAccounts;
import io.partnerflow.payouts.PayoutRuns;
import io.partnerflow.pricing.UpfrontCommission;
import io.partnerflow.pricing.UpfrontCommission.Component;
import io.partnerflow.pricing.UpfrontCommission.Supplier;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.Paging;
import io.partnerflow.shared.Percentage;
import io.partnerflow.tax.VatCategory;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DuplicateKeyException;

/** W-15, W-16, C-14: at delivery the reseller earns exactly what the offer has shown. */
@PartnerflowTest
class ContractCommissionProcessTest extends OrderTests {

    private static final String PROGRAMME = "workplace";
    private static final List<String> PRODUCTS = List.of("laptop-14", "office-suite");

    @Autowired
    Statements statements;

    @Autowired
    Disputes disputes;

    @Autowired
    Withdrawals withdrawals;

    @Autowired
    BankAccounts accounts;

    @Autowired
    PayoutRuns payouts;

    @Autowired
    Users users;

    @LocalServerPort
    int port;

    /** Product by product: monthly, quantity, rate. */
    private record Part(String monthly, int quantity, String rate) {

        static Part of(String vector) {
            var fields = vector.split(":");
            return new Part(fields[0], Integer.parseInt(fields[1]), fields[2]);
        }

        Component priced() {
            return new Component(Supplier.VENDOR, Money.of(monthly, "EUR"), quantity, Percentage.of(rate));
        }
    }

    @BeforeEach
    void appointReseller() {
        var parties = new TestParties(organisations, resellers);
        reseller = parties.resellerOf(PROGRAMME, "0");
        customer = parties.customerOf(reseller);
    }

    @ParameterizedTest
    @CsvSource({
        "36, 10.10:1:1.25, 363.60, 4.55, 4.55",
        "12, 33.33:3:7.25|11.11:3:7.25, 1599.84, 86.99|29.00, 115.99",
        "48, 29.99:250:2, 359880.00, 7197.60, 7197.60",
    })
    void whatTheOfferShowedIsEarnedToTheCent(int months, String parts, String term, String lines, String total) {
        var statement = earned(months, parts);

        assertThat(statement.monthNet()).isEqualTo(eur(term));
        assertThat(statement.lines())
                .extracting(Statement.Line::amount)
                .containsExactlyElementsOf(
                        Arrays.stream(lines.split("\\|")).map(this::eur).toList());
        assertThat(statement.payable()).isEqualTo(eur(total));
        assertThat(statement.month()).isNull();
        assertThat(statement.rate()).isNull();
    }

    @Test
    void itIsBilledAtOnceAndCannotBeObjectedTo() {
        var statement = earned(12, "33.33:3:7.25|11.11:3:7.25");
        assertThat(statement.disputeUntil()).isNull();
        assertThatThrownBy(() -> disputes.dispute(
                        reseller.id(), statement.number(), new Objection("No", List.of()), "boss@example.org"))
                .isInstanceOfSatisfying(
                        Conflict.class, late -> assertThat(late.code()).isEqualTo("statement-not-open"));

        var settled = billed(statement);

        process.hasEndedBy(statement.number(), "serviceTask_oweTheRest", "endEvent_compensationOwed");
        assertThat(settled.status()).isEqualTo(Statement.Status.ISSUED);
        assertThat(document(settled).document().net()).isEqualTo(eur("115.99"));
        assertThat(document(settled).document().lines())
                .extracting(line -> line.description())
                .containsExactly(
                        "Upfront commission, 3 × laptop-14, " + customer.name(),
                        "Upfront commission, 3 × office-suite, " + customer.name());
        assertThat(outbox.about(statement.number()))
                .singleElement()
                .satisfies(letter -> assertThat(letter.plainText()).contains(statement.contract(), statement.offer()));
    }

    /** The shape of J50, with both sides in the vendor's country. */
    @Test
    void atHomeItBearsVat() {
        var document = document(billed(earned(12, "33.33:3:7.25|11.11:3:7.25"))).document();

        assertThat(document.vatCategory()).isEqualTo(VatCategory.S);
        assertThat(document.net()).isEqualTo(eur("115.99"));
        assertThat(document.vat()).isEqualTo(eur("29.00"));
        assertThat(document.gross()).isEqualTo(eur("144.99"));
    }

    @Test
    void aResellerOfAnotherCountryBillsWithReverseCharge() {
        reseller = organisations.register(new NewParty(
                "Systemhaus " + TestIdentities.registrationNumber(),
                "DE",
                "HRB " + TestIdentities.registrationNumber().substring(7),
                "DE143454214",
                TestIdentities.email("systemhaus"),
                "en",
                new Address("Hauptstr. 1", null, "10115", "Berlin")));
        resellers.appoint(reseller.id(), PROGRAMME, "GOLD", Percentage.of("0"));
        resellers.link(reseller.id(), customer.id());

        var document = document(billed(earned(12, "33.33:3:7.25|11.11:3:7.25"))).document();

        assertThat(document.vatCategory()).isEqualTo(VatCategory.AE);
        assertThat(document.gross()).isEqualTo(eur("115.99"));
        assertThat(document.seller().name()).isEqualTo(reseller.name());
    }

    @Test
    void aContractEarnsOnceAndAFollowUpContractAgain() {
        var first = earned(12, "33.33:3:7.25");

        assertThatThrownBy(() -> database.sql("""
                                INSERT INTO compensation_statement SELECT 'ST-TWICE', reseller_id, programme, policy_version, month,
                                    currency, month_net, rate, carry_in, month_total, payable, carry_out, status, drawn_up_at,
                                    sent_on, dispute_until, settled_at, contract, offer
                                FROM compensation_statement WHERE number = ?""").param(first.number()).update())
                .isInstanceOf(DuplicateKeyException.class)
                .hasMessageContaining("compensation_statement_contract_key");
        var second = earned(12, "33.33:3:7.25");
        assertThat(second.contract()).isNotEqualTo(first.contract());
        assertThat(statements.list(reseller.id(), Paging.first()).items()).hasSize(2);
    }

    @Test
    void thePayoutFileHasItInEuro() {
        accounts.change(reseller.id(), "Systemhaus", "DE89 3704 0044 0532 0130 00", TestIdentities.email("boss"));
        var document = document(billed(earned(36, "10.10:1:1.25"))).document();

        var run = payouts.prepare("EUR", "bengt");
        process.complete(run, "userTask_releasePayoutRun", Map.of("payoutDecision", "release"));
        process.run(run, "serviceTask_writePaymentFile");

        assertThat(new String(payouts.file(run), UTF_8))
                .contains("Ccy=\"EUR\"", ">" + document.gross().amount().toPlainString() + "<");
    }

    @Test
    void theDeskCanTakeItBackAndBillAnotherAmount() {
        var settled = billed(earned(12, "33.33:3:7.25|11.11:3:7.25"));

        withdrawals.withdraw(document(settled).document().number(), "Wrong rate", "laptop-14 = 80.00", "bengt");
        process.run(settled.number(), "serviceTask_issueCompensationCredit");
        process.run(settled.number(), "serviceTask_issueCompensationDocument");

        assertThat(document(statement(settled.number())).document().net()).isEqualTo(eur("109.00"));
    }

    @Test
    void theResellerSeesThePathOfEachAmount() {
        var statement = billed(earned(12, "33.33:3:7.25|11.11:3:7.25"));
        var boss = ResellerClient.of(port, users, reseller, Role.ADMIN);

        assertThat(boss.get("/statements").body()).contains(statement.contract(), "115.99");
        assertThat(boss.get("/statements/" + statement.number()).body().replace('\u00a0', ' '))
                .contains(statement.offer(), "3 × laptop-14", "7.25", "33.33 EUR a month × 3 × 12 months", "86.99")
                .doesNotContain("??");
        var answer = ResellerClient.json(boss.get("/api/v1/statements/" + statement.number()));
        assertThat(answer.path("contract").asText()).isEqualTo(statement.contract());
        assertThat(answer.has("month")).isFalse();
        assertThat(answer.at("/lines/0/component").asText()).isEqualTo("laptop-14");
    }

    @Test
    void beforeDeliveryNothingIsEarned() {
        placed(36, List.of(Part.of("10.10:1:1.25")));

        assertThat(database.sql("SELECT count(*) FROM compensation_statement WHERE reseller_id = ?")
                        .param(reseller.id())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** An order of such an offer is delivered: its statement, sent. */
    private Statement earned(int months, String parts) {
        var order =
                placed(months, Arrays.stream(parts.split("\\|")).map(Part::of).toList());
        orders.delivered(order, calendar.today());
        engine.getRuntimeService()
                .createProcessInstanceByKey("order")
                .businessKey(order)
                .setVariable("commissionEarned", true)
                .startBeforeActivity("serviceTask_activateSubscription")
                .execute();
        invoice(order);
        process.hasPassed(order, "serviceTask_drawUpCommission", "endEvent_orderCompleted");
        var number = database.sql("SELECT number FROM compensation_statement WHERE contract = ?")
                .param(subscriptions.ofOrder(order).orElseThrow().number())
                .query(String.class)
                .single();
        process.run(number, "serviceTask_sendStatement");
        return statement(number);
    }

    private Statement billed(Statement statement) {
        process.fire(statement.number(), "event_disputePeriodOver");
        process.run(statement.number(), "serviceTask_issueCompensationDocument");
        return statement(statement.number());
    }

    private Statement statement(String number) {
        return statements.get(reseller.id(), number);
    }

    private Statements.Billed document(Statement statement) {
        var billed = statements.billed(statement);
        return billed.get(billed.size() - 1);
    }

    private String placed(int months, List<Part> parts) {
        var offer = "OF-TEST-" + TestIdentities.registrationNumber();
        var order = management.place(
                new WantedOrder(
                        reseller.id(),
                        PROGRAMME,
                        customer.id(),
                        null,
                        List.of(new WantedOrder.Line("laptop-14", 1)),
                        12,
                        calendar.today(),
                        null,
                        "Sigrid Sten",
                        "sigrid@example.org",
                        "2026-1",
                        TestIdentities.email("orderer"),
                        new AcceptedOffer(offer, calendar.today())),
                OrderFields.API);
        store(offer, order, months, parts);
        return order;
    }

    private void store(String offer, String order, int months, List<Part> parts) {
        var commission =
                UpfrontCommission.of(months, parts.stream().map(Part::priced).toList());
        var now = OffsetDateTime.ofInstant(calendar.now(), ZoneOffset.UTC);
        database.sql("""
                        INSERT INTO offer (number, programme, policy_version, reseller_id, customer_id, status, sent_version,
                            order_number, created_by, created_at, ended_at)
                        VALUES (?, ?, 1, ?, ?, 'ACCEPTED', 1, ?, 'maria@example.org', ?, ?)""")
                .params(offer, PROGRAMME, reseller.id(), customer.id(), order, now, now)
                .update();
        database.sql("""
                        INSERT INTO offer_version (offer_number, number, term_months, recipient_name, recipient_email, delivery,
                            street, postal_code, city, country, priced_on, currency, monthly_rate, full_term_value, commission,
                            saved_by, saved_at)
                        VALUES (?, 1, ?, 'Sigrid', 'sigrid@example.org', 'DIRECT', 'Storgatan 1', '111 22', 'Stockholm', 'SE', ?,
                            'EUR', 1, ?, ?, 'maria@example.org', ?)""")
                .params(
                        offer,
                        months,
                        calendar.today(),
                        commission.fullTermValue().amount(),
                        commission.commission().amount(),
                        now)
                .update();
        for (var i = 0; i < parts.size(); i++) {
            database.sql("""
                            INSERT INTO offer_component (offer_number, version, position, product, name, category, quantity,
                                monthly, commission_rate, commission)
                            VALUES (?, 1, ?, ?, ?, 'HARDWARE', ?, ?, ?, ?)""")
                    .params(
                            offer,
                            i + 1,
                            PRODUCTS.get(i),
                            PRODUCTS.get(i),
                            parts.get(i).quantity(),
                            new BigDecimal(parts.get(i).monthly()),
                            new BigDecimal(parts.get(i).rate()),
                            commission.lines().get(i).amount())
                    .update();
        }
        database.sql("UPDATE offer_version SET sent_at = ?, valid_until = ? WHERE offer_number = ?")
                .params(now, calendar.today().plusDays(30), offer)
                .update();
    }

    private Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
