package io.partnerflow.portal;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import io.partnerflow.catalogue.Catalogue;
import io.partnerflow.catalogue.Product;
import io.partnerflow.exports.Rows;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.Paging;
import io.partnerflow.subscriptions.SubscriptionChanges;
import io.partnerflow.subscriptions.SubscriptionFilter;
import io.partnerflow.subscriptions.SubscriptionFilter.Tab;
import io.partnerflow.subscriptions.SubscriptionList;
import io.partnerflow.subscriptions.SubscriptionState;
import io.partnerflow.subscriptions.SubscriptionView;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Gathers what the list of a reseller's contracts shows; the same few questions however long it is. */
@Component
class SubscriptionLists {

    private static final int SIZE = 25;
    private static final int CHUNK = 500;
    private static final List<String> SORTS = List.of("-number", "renewal", "nextInvoice", "customer");

    private final SubscriptionList list;
    private final SubscriptionChanges changes;
    private final Organisations organisations;
    private final Catalogue catalogue;
    private final Programmes programmes;
    private final MessageSource messages;

    SubscriptionLists(
            SubscriptionList list,
            SubscriptionChanges changes,
            Organisations organisations,
            Catalogue catalogue,
            Programmes programmes,
            MessageSource messages) {
        this.list = list;
        this.changes = changes;
        this.organisations = organisations;
        this.catalogue = catalogue;
        this.programmes = programmes;
        this.messages = messages;
    }

    /** @throws NotFound if there is no such tab, programme or sort */
    Map<String, Object> of(
            UUID reseller, String tab, String search, String programme, String sort, int page, Locale language) {
        if (!SORTS.contains(sort)
                || !programme.isEmpty() && programmes.find(programme).isEmpty()) {
            throw new NotFound("subscriptions", sort + programme);
        }
        var open = tab(tab);
        var wanted = new Paging(page, SIZE, sort, search);
        var filter = new SubscriptionFilter(open, programme);
        var found = list.of(reseller, filter, wanted);
        var counts = list.counts(reseller, filter, wanted);
        var kept = UriComponentsBuilder.fromPath("/subscriptions");
        kept.queryParam("search", search).queryParam("programme", programme).queryParam("sort", sort);
        var model = new HashMap<String, Object>();
        model.put("subscriptions", found);
        model.put("states", changes.states(found.items()));
        model.put("customers", customers(found.items()));
        model.put("products", products(found.items(), language));
        model.put("tabs", tabs(counts, open, kept, language));
        model.put("tab", open.text());
        model.put(
                "address",
                kept.cloneBuilder().queryParam("tab", open.text()).encode().toUriString() + "&page=");
        model.put("search", search);
        model.put("programme", programme);
        model.put("sort", sort);
        model.put("sorts", SORTS);
        model.put("programmes", names(language));
        model.put("filtered", !search.isEmpty() || !programme.isEmpty());
        model.put("any", counts.get(Tab.ALL) > 0);
        return model;
    }

    /** @param goods what it is for, in words */
    record Line(SubscriptionView contract, SubscriptionState state, String customer, String goods) {

        boolean renews() {
            return contract.active() && contract.endsOn() == null;
        }
    }

    /** The same as a whole. */
    Rows<Line> rows(UUID reseller, String tab, String search, String programme, String sort, Locale language) {
        var filter = new SubscriptionFilter(tab(tab), programme);
        var wanted = new Paging(0, SIZE, SORTS.contains(sort) ? sort : null, search);
        Rows<SubscriptionView> found = (most, taker) -> list.each(reseller, filter, wanted, most, taker);
        return found.inChunks(CHUNK, some -> lines(some, language));
    }

    private List<Line> lines(List<SubscriptionView> contracts, Locale language) {
        var states = changes.states(contracts);
        var customers = customers(contracts);
        var products = products(contracts, language);
        return contracts.stream()
                .map(one -> new Line(
                        one,
                        states.get(one.number()),
                        customers.get(one.customer()),
                        one.lines().stream()
                                .map(line -> "%d × %s".formatted(line.quantity(), products.get(line.product())))
                                .collect(joining(", "))))
                .toList();
    }

    Map<String, String> names(Locale language) {
        return programmes.names(language);
    }

    private static Tab tab(String text) {
        try {
            return Tab.of(text);
        } catch (Invalid unknown) {
            throw new NotFound("subscriptions", text);
        }
    }

    private Map<UUID, String> customers(Collection<SubscriptionView> found) {
        var ids = found.stream().map(SubscriptionView::customer).distinct().toList();
        return organisations.get(ids).stream().collect(toMap(Party::id, Party::name));
    }

    private Map<String, String> products(Collection<SubscriptionView> found, Locale language) {
        return found.stream()
                .map(SubscriptionView::programme)
                .distinct()
                .flatMap(code -> catalogue.products(code).stream())
                .collect(toMap(Product::code, product -> product.name(language), (first, second) -> first));
    }

    private List<Shell.Item> tabs(Map<Tab, Long> counts, Tab open, UriComponentsBuilder kept, Locale language) {
        return Arrays.stream(Tab.values())
                .map(one -> new Shell.Item(
                        messages.getMessage("portal.subscriptions.tab." + one.text(), null, language),
                        kept.cloneBuilder()
                                .queryParam("tab", one.text())
                                .encode()
                                .toUriString(),
                        one == open,
                        counts.get(one) > Paging.REACH ? null : counts.get(one)))
                .toList();
    }
}
