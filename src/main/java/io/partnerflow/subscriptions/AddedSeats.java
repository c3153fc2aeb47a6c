package io.partnerflow.subscriptions;

import io.partnerflow.catalogue.Catalogue;
import io.partnerflow.orders.Orders;
import io.partnerflow.pricing.Proration;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.Period;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.subscriptions.SubscriptionRows.TermRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What seats cost that come during a term; the same for who asks beforehand and for the invoice. */
@Component
class AddedSeats {

    private final SubscriptionRows rows;
    private final Costs costs;
    private final Catalogue catalogue;
    private final Orders orders;
    private final VendorCalendar calendar;

    AddedSeats(SubscriptionRows rows, Costs costs, Catalogue catalogue, Orders orders, VendorCalendar calendar) {
        this.rows = rows;
        this.costs = costs;
        this.catalogue = catalogue;
        this.orders = orders;
        this.calendar = calendar;
    }

    /** The first day with them: today, or the contract's first day if that is still to come. */
    LocalDate first(SubscriptionView contract) {
        return hasBegun(contract) ? calendar.today() : contract.startDate();
    }

    /** Otherwise its first invoice is still to come, and has the seats. */
    boolean hasBegun(SubscriptionView contract) {
        return !contract.startDate().isAfter(calendar.today());
    }

    /** The seats as lines of the running term, at the contract's own prices. */
    List<SubscriptionLine> lines(SubscriptionView contract, TermRow term, List<Seats> seats, String change) {
        var running = rows.lines(contract.number(), term.position());
        var begins = hasBegun(contract) ? calendar.today() : null;
        var lines = new ArrayList<SubscriptionLine>();
        for (var one : seats) {
            lines.add(running.stream()
                    .filter(line -> line.product().equals(one.product()))
                    .findFirst()
                    .orElseGet(() -> running.get(0).of(one.product(), price(contract, term, running.get(0), one)))
                    .added(one.quantity(), change, begins));
        }
        return lines;
    }

    /** A product the contract does not have yet costs what it cost when the term's prices were frozen (AA-7). */
    private Money price(SubscriptionView contract, TermRow term, SubscriptionLine like, Seats seats) {
        var frozenOn = term.position() > 0
                ? term.term().from()
                : calendar.dateOf(orders.get(contract.orderNumber()).terms().at());
        return catalogue
                .price(
                        seats.product(),
                        like.listPerYear().currencyCode(),
                        frozenOn,
                        term.term().months())
                .perYear();
    }

    /** What is paid for them until the end of the running billing period; nothing for a contract that has not begun. */
    List<PeriodToInvoice.Line> parts(SubscriptionView contract, TermRow term, List<SubscriptionLine> lines) {
        return lines.stream()
                .filter(line -> line.begins() != null)
                .map(line -> part(contract, term, line, line.begins()))
                .toList();
    }

    private PeriodToInvoice.Line part(
            SubscriptionView contract, TermRow term, SubscriptionLine line, @Nullable LocalDate begins) {
        var periods = term.term().periods(contract.rhythmMonths());
        var index = 0;
        while (!periods.get(index).contains(begins)) {
            index++;
        }
        var months = Math.min(contract.rhythmMonths(), term.term().months() - index * contract.rhythmMonths());
        var annual = line.priced(term.term().months()).annualNet();
        return costs.part(
                line,
                term.term().months(),
                new Period(begins, periods.get(index).to()),
                Proration.ofAddition(annual, periods.get(index), months, begins));
    }
}
