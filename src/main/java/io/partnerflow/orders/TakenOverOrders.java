package io.partnerflow.orders;

import io.partnerflow.engine.ModuleService;
import io.partnerflow.numbering.NumberSeries;
import io.partnerflow.pricing.Estimate;
import io.partnerflow.pricing.PricedLine;
import io.partnerflow.programmes.ProgrammePolicy;
import io.partnerflow.programmes.ProgrammePolicy.EndOfTerm;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;
import io.partnerflow.shared.RowSet;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.tax.VatDecision;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The orders behind contracts that began elsewhere. They are complete from the first moment: nothing is left to sign, to
 * check or to create, no process is about them, and nobody is told.
 */
@ModuleService
public class TakenOverOrders {

    private final JdbcClient database;
    private final NumberSeries numbers;
    private final OrderRecords records;
    private final ExpectedVat vat;
    private final VendorCalendar calendar;

    TakenOverOrders(
            JdbcClient database, NumberSeries numbers, OrderRecords records, ExpectedVat vat, VendorCalendar calendar) {
        this.database = database;
        this.numbers = numbers;
        this.records = records;
        this.vat = vat;
        this.calendar = calendar;
    }

    /**
     * What had been ordered.
     *
     * @param subscription SU-… of the contract
     * @param startDate first day of the contract
     * @param lines what the running term is for, as many as {@code priced}
     * @param priced the same at the prices that were agreed on
     * @param timing of the running term
     * @param by who takes it over
     */
    public record TakenOver(
            String subscription,
            ProgrammePolicy policy,
            UUID reseller,
            UUID customer,
            List<OrderLine> lines,
            int termMonths,
            LocalDate startDate,
            @Nullable String poReference,
            List<PricedLine> priced,
            Estimate.Timing timing,
            String by) {}

    /** Writes the orders. @return their numbers, in the same order */
    public List<String> write(List<TakenOver> orders) {
        var all = new ArrayList<String>();
        RowSet.inChunks(orders, chunk -> {
            var given = numbers.next("OR", chunk.size());
            all.addAll(given);
            insert(chunk, given);
        });
        return all;
    }

    private void insert(List<TakenOver> orders, List<String> given) {
        var heads = new ArrayList<Map<String, Object>>();
        var lines = new ArrayList<Map<String, Object>>();
        var taxes = vat.on(orders.stream().map(TakenOverOrders::taxed).collect(Collectors.toSet()));
        for (var index = 0; index < orders.size(); index++) {
            var order = orders.get(index);
            heads.add(head(order, given.get(index), Objects.requireNonNull(taxes.get(taxed(order)))));
            for (var position = 0; position < order.lines().size(); position++) {
                var line = order.lines().get(position);
                lines.add(Map.of(
                        "number", given.get(index),
                        "position", position,
                        "product", line.product(),
                        "quantity", line.quantity()));
            }
        }
        database.sql("""
                        INSERT INTO customer_order (number, programme, policy_version, reseller_id, customer_id, status, term_months,
                            start_date, po_reference, terms_version, terms_accepted_by, terms_accepted_at, currency, annual_list,
                            annual_net, contract_value, partner_discount, term_discount, estimate, subscription_number, invoiced,
                            placed_by, started_at, form_deadline, only_one, version)
                        SELECT number, programme, policy, reseller, customer, 'COMPLETED', months, start, po, terms, by, :now, currency,
                            list, net, value, partner, term, estimate, subscription, true, by, :now, :now, only_one, 0
                        FROM json_to_recordset(:rows::json) AS r (number text, programme text, policy int, reseller uuid,
                            customer uuid, months int, start date, po text, terms text, by text, currency text, list numeric,
                            net numeric, value numeric, partner numeric, term numeric, estimate text, subscription text,
                            only_one boolean)""")
                .param("rows", RowSet.of(heads))
                .param("now", OffsetDateTime.ofInstant(calendar.now(), ZoneOffset.UTC))
                .update();
        database.sql("""
                        INSERT INTO order_line (order_number, position, product, quantity)
                        SELECT number, position, product, quantity
                        FROM json_to_recordset(:rows::json) AS r (number text, position int, product text, quantity int)""").param("rows", RowSet.of(lines)).update();
    }

    private static ExpectedVat.Asked taxed(TakenOver order) {
        return new ExpectedVat.Asked(
                order.policy().billTo() == ProgrammePolicy.BillTo.RESELLER ? order.reseller() : order.customer(),
                order.lines().get(0).product());
    }

    private Map<String, Object> head(TakenOver order, String number, VatDecision tax) {
        var estimate = estimate(order, tax);
        var price = estimate.price();
        var row = new HashMap<String, Object>();
        row.put("number", number);
        row.put("programme", order.policy().code());
        row.put("policy", order.policy().version());
        row.put("reseller", order.reseller());
        row.put("customer", order.customer());
        row.put("months", order.termMonths());
        row.put("start", order.startDate());
        row.put("po", order.poReference());
        row.put("terms", order.policy().termsVersion());
        row.put("by", order.by());
        row.put("currency", price.annualNet().currencyCode());
        row.put("list", amount(price.annualList()));
        row.put("net", amount(price.annualNet()));
        row.put("value", amount(price.contractValue()));
        row.put("partner", share(price.partnerDiscount()));
        row.put("term", share(price.termDiscount()));
        row.put("estimate", records.frozen(estimate));
        row.put("subscription", order.subscription());
        row.put("only_one", !order.policy().limits().severalSubscriptions());
        return row;
    }

    private OrderEstimate estimate(TakenOver order, VatDecision tax) {
        var policy = order.policy();
        var request = order.priced().get(0).request();
        return new OrderEstimate(
                calendar.today(),
                order.lines().stream().map(OrderLine::product).toList(),
                request.partnerDiscount(),
                request.termDiscount(),
                tax.rate(),
                tax.category(),
                tax.reason(),
                policy.endOfTerm() == EndOfTerm.OPEN_ENDED,
                policy.endOfTerm() == EndOfTerm.ENDS,
                Estimate.of(order.priced(), order.timing()));
    }

    private static Object amount(Money money) {
        return money.amount();
    }

    private static Object share(Percentage percentage) {
        return percentage.value();
    }
}
