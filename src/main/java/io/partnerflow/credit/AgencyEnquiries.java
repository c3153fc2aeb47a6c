package io.partnerflow.credit;

import io.partnerflow.engine.ModuleService;
import io.partnerflow.numbering.NumberSeries;
import io.partnerflow.orders.OrderView;
import io.partnerflow.orders.Orders;
import io.partnerflow.parties.Organisations;
import io.partnerflow.shared.VendorCalendar;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Opens the check of an order and finds out what the agency knows. */
@ModuleService
class AgencyEnquiries {

    private final CreditCheckStore checks;
    private final CreditReports reports;
    private final CreditAgency agency;
    private final CreditSettings settings;
    private final Exposures exposures;
    private final Orders orders;
    private final Organisations organisations;
    private final NumberSeries numbers;
    private final VendorCalendar calendar;

    AgencyEnquiries(
            CreditCheckStore checks,
            CreditReports reports,
            CreditAgency agency,
            CreditSettings settings,
            Exposures exposures,
            Orders orders,
            Organisations organisations,
            NumberSeries numbers,
            VendorCalendar calendar) {
        this.checks = checks;
        this.reports = reports;
        this.agency = agency;
        this.settings = settings;
        this.exposures = exposures;
        this.orders = orders;
        this.organisations = organisations;
        this.numbers = numbers;
        this.calendar = calendar;
    }

    /**
     * How an attempt to find out went.
     *
     * @param retryAt when to ask again; null if the agency has answered, or was silent so long that a person decides
     */
    record Attempt(@Nullable Instant retryAt) {

        boolean settled() {
            return retryAt == null;
        }
    }

    /** One check of each order, however often the step is tried. */
    void open(String order) {
        if (checks.findByOrderNumber(order).isEmpty()) {
            checks.saveAndFlush(CreditCheck.open(numbers.next("CC"), orders.get(order), calendar.now()));
        }
    }

    /** Asks the agency, unless it has answered this enquiry before. */
    Attempt ask(String order) {
        var check = checks.about(order);
        if (reports.of(check.number()).isPresent()) {
            return new Attempt(null);
        }
        try {
            var answer = agency.ask(enquiry(check, orders.get(order)));
            reports.keep(check.number(), agency.name(), answer, calendar.now());
            return new Attempt(null);
        } catch (AgencySilent silent) {
            return silent(check, String.valueOf(silent.getMessage()));
        }
    }

    private CreditAgency.Enquiry enquiry(CreditCheck check, OrderView order) {
        var customer = organisations.get(order.customer());
        return new CreditAgency.Enquiry(
                check.number(),
                check.agencyTries() + 1,
                customer.country(),
                customer.registrationNumber(),
                customer.name(),
                exposures.of(order).total());
    }

    private Attempt silent(CreditCheck check, String problem) {
        var now = calendar.now();
        check.agencySilent(problem, now);
        checks.saveAndFlush(check);
        var givenUp = !now.isBefore(check.agencySilentSince().plus(settings.giveUpAfter()));
        return new Attempt(givenUp ? null : now.plus(settings.pauseAfter(check.agencyTries())));
    }
}
