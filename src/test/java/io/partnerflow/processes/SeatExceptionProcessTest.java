package io.partnerflow.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.TestLetters;
import io.partnerflow.TestSeats;
import io.partnerflow.audit.AuditTrail;
import io.partnerflow.devices.DeviceCounts;
import io.partnerflow.devices.ReportedCount;
import io.partnerflow.devices.SeatCoverages;
import io.partnerflow.orders.OrderManagement;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.Resellers;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.VendorCalendar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** AA-12: the vendor lets a customer have fewer seats than devices. */
@PartnerflowTest
class SeatExceptionProcessTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    Organisations organisations;

    @Autowired
    Resellers resellers;

    @Autowired
    OrderManagement management;

    @Autowired
    DeviceCounts counts;

    @Autowired
    SeatCoverages coverages;

    @Autowired
    VendorCalendar calendar;

    @Autowired
    AuditTrail audit;

    @Autowired
    JdbcClient database;

    ProcessDriver process;
    TestSeats seats;
    Party reseller;
    Party customer;

    @BeforeEach
    void prepareCustomer() {
        process = new ProcessDriver(engine);
        seats = new TestSeats(organisations, resellers, management, engine);
        reseller = seats.reseller();
        customer = seats.customerOf(reseller);
        counts.report(
                reseller.id(),
                customer.id(),
                List.of(new ReportedCount("air-monitor", 12)),
                calendar.now().minusSeconds(60),
                "the platform");
    }

    @Test
    void anExceptionLetsOrdersPassAndEndsTheShortage() {
        var shortage = coverages.of(customer.id()).shortage().number();
        assertThatThrownBy(() -> order(5)).isInstanceOf(Invalid.class);

        start(Map.of());

        var number = granted();
        process.hasEndedBy(number, "serviceTask_reportSeatException", "endEvent_exceptionGranted");
        process.hasEndedBy(shortage, "endEvent_coveredInTime");
        assertThat(order(5)).startsWith("OR-");
        assertThat(coverages.of(customer.id()).excusedUntil())
                .isEqualTo(calendar.today().plusDays(90));
        assertThat(coverages.of(customer.id()).shortage()).isNull();
        assertThat(new TestLetters(database).about(number)).containsExactly("seats-excused");
        assertThat(new TestLetters(database).latest(reseller.email(), "seats-excused"))
                .contains(customer.name())
                .doesNotContain("The installer is late");
        assertThat(audit.of(number))
                .singleElement()
                .satisfies(entry -> assertThat(entry.detail()).contains("The installer is late"));
    }

    @Test
    void whatTheFormDoesNotAskIsRefused() {
        assertThatThrownBy(() -> start(Map.of("seatsStillMissing", true)))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("seatsStillMissing");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            registrationNumber | 556000-0167 | no organisation with the registration number
            registrationNumber | nonsense    | no organisation with the registration number
            registrationNumber |             |
            country            | DK          | no organisation with the registration number
            country            | Sweden      |
            validUntil         | 2020-01-01  | The last day must be from
            validUntil         | 2999-01-01  | The last day must be from
            validUntil         | 2026-02-30  |
            validUntil         |             |
            reason             |             |
            """)
    void anExceptionThatCannotBeGrantedDoesNotStart(String field, String value, String told) {
        assertThatThrownBy(() -> start(Map.of(field, value == null ? "" : value)))
                .isInstanceOf(BadUserRequestException.class)
                .satisfies(refused -> assertThat(refused.getMessage())
                        .contains(told == null ? "" : told)
                        .isNotBlank()
                        .doesNotContain("??", "forms."));

        assertThat(database.sql("SELECT count(*) FROM seat_override WHERE customer_id = ?")
                        .param(customer.id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private void start(Map<String, Object> others) {
        var answers = new HashMap<String, Object>();
        answers.put("registrationNumber", customer.registrationNumber());
        answers.put("country", "se");
        answers.put("validUntil", calendar.today().plusDays(90).toString());
        answers.put("reason", "The installer is late");
        answers.putAll(others);
        var definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("seat-exception")
                .latestVersion()
                .singleResult();
        engine.getFormService().submitStartForm(definition.getId(), answers);
    }

    private String granted() {
        return database.sql("SELECT number FROM seat_override WHERE customer_id = ?")
                .param(customer.id())
                .query(String.class)
                .single();
    }

    private String order(int airMonitors) {
        return seats.placed(reseller, customer, calendar.today(), Map.of("air-monitor-seat", airMonitors));
    }
}
