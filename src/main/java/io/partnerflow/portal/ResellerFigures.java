package io.partnerflow.portal;

import io.partnerflow.access.Caller;
import io.partnerflow.commission.CompensationByMonth;
import io.partnerflow.customers.CustomerState;
import io.partnerflow.customers.Customers;
import io.partnerflow.documents.Vendor;
import io.partnerflow.orders.Assortment;
import io.partnerflow.overview.MonthFigures;
import io.partnerflow.overview.MonthFigures.Month;
import io.partnerflow.shared.Formats;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.Paging;
import io.partnerflow.subscriptions.Subscriptions;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The small figures of a reseller's home page, each with its picture. */
@Component
class ResellerFigures {

    private final Customers customers;
    private final Subscriptions subscriptions;
    private final MonthFigures months;
    private final CompensationByMonth compensation;
    private final Assortment assortment;
    private final Vendor vendor;
    private final MessageSource messages;

    ResellerFigures(
            Customers customers,
            Subscriptions subscriptions,
            MonthFigures months,
            CompensationByMonth compensation,
            Assortment assortment,
            Vendor vendor,
            MessageSource messages) {
        this.customers = customers;
        this.subscriptions = subscriptions;
        this.months = months;
        this.compensation = compensation;
        this.assortment = assortment;
        this.vendor = vendor;
        this.messages = messages;
    }

    Map<String, Object> of(Caller caller, Locale language, ZoneId zone) {
        var reseller = caller.reseller();
        var model = new HashMap<String, Object>();
        var counts = customers.counts(reseller, "");
        var total = counts.values().stream().mapToLong(Long::longValue).sum();
        model.put("counts", counts);
        model.put("customerTotal", total > Paging.REACH ? null : total);
        model.put("firstDay", total == 0);
        model.put("pictureOfCustomers", shares(counts, language));
        model.put("revenue", subscriptions.revenue(reseller, vendor.currency()));
        var orders = months.orders(reseller, zone);
        model.put("ordersTotal", orders.stream().mapToLong(Month::value).sum());
        model.put("pictureOfOrders", orders(orders, language, zone));
        var earned = caller.acting().role().mayBill() ? earned(reseller) : List.<Month<Money>>of();
        model.put("earned", earned);
        if (!earned.isEmpty()) {
            model.put("pictureOfEarned", earned(earned, language, zone));
        }
        model.put("sells", CustomerSales.of(assortment, reseller));
        return model;
    }

    /** By month, in the currency of the latest statement; months without one have nothing. Empty if there is none at all. */
    private List<Month<Money>> earned(UUID reseller) {
        var span = months.span();
        var sums = compensation.of(reseller, span.get(0));
        return sums.stream()
                .max(Comparator.comparing(CompensationByMonth.Sum::month))
                .map(latest -> latest.earned().currencyCode())
                .map(currency -> span.stream()
                        .map(month -> new Month<>(month, earned(sums, month, currency)))
                        .toList())
                .orElse(List.of());
    }

    private static Money earned(List<CompensationByMonth.Sum> sums, YearMonth month, String currency) {
        return sums.stream()
                .filter(sum ->
                        sum.month().equals(month) && sum.earned().currencyCode().equals(currency))
                .map(CompensationByMonth.Sum::earned)
                .findFirst()
                .orElseGet(() -> Money.of(BigDecimal.ZERO, currency));
    }

    private String shares(Map<CustomerState, Long> counts, Locale language) {
        var states = Stream.of(CustomerState.CUSTOMER, CustomerState.TRIAL, CustomerState.PREPARED, CustomerState.ENDED)
                .toList();
        var words = states.stream()
                .map(state -> messages.getMessage("portal.customers.tab." + state.tab(), null, language) + " "
                        + counts.get(state))
                .collect(Collectors.joining(", "));
        return BarPicture.shares(
                states.stream()
                        .map(state -> new BarPicture.Share("state-" + state.tab(), counts.get(state)))
                        .toList(),
                words);
    }

    private String orders(List<Month<Long>> orders, Locale language, ZoneId zone) {
        var formats = new Formats(language, zone);
        return BarPicture.of(
                orders.stream().map(month -> BigDecimal.valueOf(month.value())).toList(),
                orders.stream()
                        .map(month -> formats.month(month.month()) + " " + formats.number(month.value()))
                        .collect(Collectors.joining(", ")));
    }

    private String earned(List<Month<Money>> earned, Locale language, ZoneId zone) {
        var formats = new Formats(language, zone);
        return BarPicture.of(
                earned.stream().map(month -> month.value().amount()).toList(),
                earned.stream()
                        .map(month -> formats.month(month.month()) + " " + formats.money(month.value()))
                        .collect(Collectors.joining(", ")));
    }
}
