package io.partnerflow.portal;

import io.partnerflow.exports.Rows;
import io.partnerflow.orders.OrderFilter;
import io.partnerflow.orders.OrderFilter.Tab;
import io.partnerflow.orders.OrderList;
import io.partnerflow.orders.OrderRow;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.Paging;
import io.partnerflow.shared.VendorCalendar;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Gathers what the list of a reseller's orders shows: tabs with how many are in each, filters, one page of them. */
@Component
class OrderLists {

    private static final int SIZE = 25;

    private final OrderList list;
    private final Programmes programmes;
    private final VendorCalendar calendar;
    private final MessageSource messages;

    OrderLists(OrderList list, Programmes programmes, VendorCalendar calendar, MessageSource messages) {
        this.list = list;
        this.programmes = programmes;
        this.calendar = calendar;
        this.messages = messages;
    }

    /** @throws NotFound if there is no such tab, programme or period */
    Map<String, Object> of(
            UUID reseller, String tab, String search, String programme, String period, int page, Locale language) {
        var today = calendar.today();
        var wanted = new Paging(page, SIZE, null, search);
        var filter = new OrderFilter(Tab.ALL, known(programme), ListPeriod.of(period, today));
        var counts = list.counts(reseller, filter, wanted);
        var open = tab.isEmpty() ? first(counts) : tab(tab);
        var kept = UriComponentsBuilder.fromPath("/orders");
        kept.queryParam("search", search).queryParam("programme", programme).queryParam("period", period);
        var model = new HashMap<String, Object>();
        model.put("orders", list.of(reseller, filter.in(open), wanted));
        model.put("tabs", tabs(counts, open, kept, language));
        model.put("tab", open.text());
        model.put(
                "address",
                kept.cloneBuilder().queryParam("tab", open.text()).encode().toUriString() + "&page=");
        model.put("search", search);
        model.put("programme", programme);
        model.put("period", period);
        model.put("periods", ListPeriod.codes());
        model.put("programmes", names(language));
        model.put("filtered", !search.isEmpty() || !programme.isEmpty() || !period.isEmpty());
        model.put("any", counts.get(Tab.ALL) > 0);
        model.put("today", today);
        return model;
    }

    /** The same as a whole. */
    Rows<OrderRow> rows(UUID reseller, String tab, String search, String programme, String period) {
        var started = ListPeriod.of(period, calendar.today());
        var filter = new OrderFilter(tab.isEmpty() ? Tab.ALL : tab(tab), known(programme), started);
        var wanted = new Paging(0, SIZE, null, search);
        return (most, taker) -> list.each(reseller, filter, wanted, most, taker);
    }

    /** Whoever has something to do sees that first. */
    private static Tab first(Map<Tab, Long> counts) {
        return List.of(Tab.WAITING, Tab.OPEN).stream()
                .filter(one -> counts.get(one) > 0)
                .findFirst()
                .orElse(Tab.ALL);
    }

    private static Tab tab(String text) {
        try {
            return Tab.of(text);
        } catch (Invalid unknown) {
            throw new NotFound("orders", text);
        }
    }

    private String known(String programme) {
        if (!programme.isEmpty() && programmes.find(programme).isEmpty()) {
            throw new NotFound("programme", programme);
        }
        return programme;
    }

    private List<Shell.Item> tabs(Map<Tab, Long> counts, Tab open, UriComponentsBuilder kept, Locale language) {
        return Arrays.stream(Tab.values())
                .map(one -> new Shell.Item(
                        messages.getMessage("portal.orders.tab." + one.text(), null, language),
                        kept.cloneBuilder()
                                .queryParam("tab", one.text())
                                .encode()
                                .toUriString(),
                        one == open,
                        counts.get(one) > Paging.REACH ? null : counts.get(one)))
                .toList();
    }

    Map<String, String> names(Locale language) {
        return programmes.names(language);
    }
}
