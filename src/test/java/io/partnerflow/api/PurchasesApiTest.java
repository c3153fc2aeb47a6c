package io.partnerflow.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.ApiClient;
import io.partnerflow.PartnerflowTest;
import io.partnerflow.TestParties;
import io.partnerflow.access.Role;
import io.partnerflow.access.Users;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.Resellers;
import io.partnerflow.shared.VendorCalendar;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Estimates and orders under programmes where terms are accepted: past and future starts, several at once. */
@PartnerflowTest
class PurchasesApiTest {

    @LocalServerPort
    int port;

    @Autowired
    Users users;

    @Autowired
    Organisations organisations;

    @Autowired
    Resellers resellers;

    @Autowired
    VendorCalendar calendar;

    @Autowired
    JdbcClient database;

    Party reseller;
    Party customer;
    ApiClient anna;

    @BeforeEach
    void logIn() {
        var parties = new TestParties(organisations, resellers);
        reseller = parties.resellerOf("seats", "20");
        customer = parties.customerOf(reseller);
        anna = ApiClient.of(port, users, reseller, Role.ORDER);
    }

    @Test
    void anEstimateOfAPastStartShowsTheCatchUpInvoicePeriodByPeriod() {
        var start = calendar.today().minusMonths(7);
        var estimate = estimate(start, 36).body();

        assertThat(estimate.at("/annualNet/amount").asText()).isEqualTo("5702.40");
        assertThat(estimate.at("/contractValue/amount").asText()).isEqualTo("17107.20");
        assertThat(estimate.at("/lines/0/discounts")).hasSize(2);
        assertThat(estimate.get("invoices")).hasSize(10);
        var first = estimate.at("/invoices/0");
        assertThat(first.get("issueDate").asText()).isEqualTo(calendar.today().toString());
        assertThat(first.get("from").asText()).isEqualTo(start.toString());
        assertThat(first.get("periods")).hasSize(3);
        assertThat(first.at("/net/amount").asText()).isEqualTo("4276.80");
        assertThat(estimate.at("/warnings/0").asText()).contains("3 periods").contains("4,276.80");
        assertThat(estimate.at("/warnings")).hasSize(1);
    }

    @Test
    void aStartSoFarBackThatNoticeIsTooLateIsWarnedOf() {
        var estimate = estimate(calendar.today().minusMonths(11), 12).body();

        assertThat(estimate.at("/warnings/1").asText())
                .contains("The last day for notice before the first renewal was")
                .contains("has passed");
    }

    @Test
    void aFutureStartIsInvoicedOnItsDay() {
        var start = calendar.today().plusMonths(5);
        var estimate = estimate(start, 12).body();

        assertThat(estimate.at("/invoices/0/issueDate").asText()).isEqualTo(start.toString());
        assertThat(estimate.at("/warnings/0").asText()).contains("first invoice is issued on that day");
    }

    @ParameterizedTest
    @CsvSource({
        "-13, 36, startDate, date-too-early",
        "13, 36, startDate, date-too-late",
        "-12, 12, startDate, term-over",
        "0, 24, termMonths, term-not-offered"
    })
    void whatIsNotOfferedIsRefusedWithWhatIs(int monthsFromToday, int months, String field, String code) {
        var answer = anna.post("/api/v1/orders", body(calendar.today().plusMonths(monthsFromToday), months));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().at("/errors/0/field").asText()).isEqualTo(field);
        assertThat(answer.body().at("/errors/0/code").asText()).isEqualTo(code);
        assertThat(answer.body().at("/errors/0/message").asText()).isNotBlank();
        assertThat(orders()).isZero();
    }

    @Test
    void severalOrdersMayBeUnderWayButOneCallIsOneOrder() {
        var body = body(calendar.today(), 12);
        var first = anna.post("/api/v1/orders", body, "key-" + customer.id());
        var again = anna.post("/api/v1/orders", body, "key-" + customer.id());
        var second = anna.post("/api/v1/orders", body);

        assertThat(first.status()).as(first.raw().body()).isEqualTo(201);
        assertThat(again.body().get("number")).isEqualTo(first.body().get("number"));
        assertThat(second.status()).as(second.raw().body()).isEqualTo(201);
        assertThat(orders()).isEqualTo(2);
    }

    @Test
    void theProgrammeSaysItsTermsDiscountsDevicesAndSwitches() {
        var seats = anna.get("/api/v1/programmes/seats").body();

        assertThat(seats.get("terms"))
                .extracting(term -> term.at("/discount").asText())
                .containsExactly("0", "10", "15");
        assertThat(seats.at("/products/0/deviceType").asText()).isEqualTo("space-monitor");
        assertThat(seats.at("/switches/backdatedBilling").asText()).isEqualTo("CATCH_UP");
        assertThat(seats.at("/switches/severalSubscriptions").asBoolean()).isTrue();
        assertThat(seats.at("/partnerDiscount").asText()).isEqualTo("20");
        assertThat(anna.get("/api/v1/programmes/hosting")
                        .body()
                        .at("/switches/kickback/disputeDays")
                        .asInt())
                .isEqualTo(7);
    }

    private ApiClient.Answer estimate(LocalDate start, int months) {
        var answer = anna.post("/api/v1/estimates", body(start, months).replaceFirst(",\"acceptedTerms\".*", "}"));
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return answer;
    }

    private String body(LocalDate start, int months) {
        return """
                {"programme":"seats","organisationId":"%s","lines":[{"product":"air-monitor-seat","quantity":10}],\
                "termMonths":%d,"startDate":"%s","poReference":"House 7","acceptedTerms":{"version":"2025-2"}}""".formatted(customer.id(), months, start);
    }

    private long orders() {
        return database.sql("SELECT count(*) FROM customer_order WHERE customer_id = ?")
                .param(customer.id())
                .query(Long.class)
                .single();
    }
}
