package io.partnerflow.subscriptions;

import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;
import io.partnerflow.shared.RowSet;
import io.partnerflow.shared.VendorCalendar;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes many contracts in a few statements; see {@link SubscriptionRows} for one. */
@Repository
class RunningContractRows {

    private final JdbcClient database;
    private final VendorCalendar calendar;

    RunningContractRows(JdbcClient database, VendorCalendar calendar) {
        this.database = database;
        this.calendar = calendar;
    }

    void insert(List<RunningContract> contracts, List<String> numbers, List<String> orders) {
        var heads = new ArrayList<Map<String, Object>>();
        var lines = new ArrayList<Map<String, Object>>();
        for (var index = 0; index < contracts.size(); index++) {
            heads.add(head(contracts.get(index), numbers.get(index), orders.get(index)));
            lines.addAll(lines(contracts.get(index), numbers.get(index)));
        }
        var rows = RowSet.of(heads);
        database.sql("""
                        INSERT INTO subscription (number, order_number, programme, policy_version, reseller_id, customer_id, status,
                            start_date, rhythm_months, rhythm_from_month, invoiced_periods, next_invoice_on, paid_elsewhere_until, po_reference, cost_group,
                            notice_days, reduction_window_months, payment_days, agreed_term_discount, agreed_partner_discount,
                            ends_on, follow_up_on, renewal_due_on, activated_at, version)
                        SELECT number, order_number, programme, policy, reseller, customer, 'ACTIVE', start, rhythm, before, paid, next, next,
                            po, cost_group, notice, reduction, payment, term_discount, partner_discount, ends, follow_up, look, :now, 0
                        FROM json_to_recordset(:rows::json) AS r (number text, order_number text, programme text, policy int,
                            reseller uuid, customer uuid, start date, rhythm int, before int, paid int, next date, po text,
                            cost_group text, notice int, reduction int, payment int, term_discount numeric, partner_discount numeric,
                            ends date, follow_up date, look date)""")
                .param("rows", rows)
                .param("now", OffsetDateTime.ofInstant(calendar.now(), ZoneOffset.UTC))
                .update();
        database.sql("""
                        INSERT INTO subscription_term (subscription, position, months_before, months, begins_on, renews_on)
                        SELECT number, 0, before, months, begins, renews
                        FROM json_to_recordset(:rows::json) AS r (number text, before int, months int, begins date, renews date)""").param("rows", rows).update();
        database.sql("""
                        INSERT INTO subscription_line (subscription, term, position, product, quantity, currency, list_per_year,
                            term_discount, partner_discount, additive_discounts, annual_list, annual_net)
                        SELECT number, 0, position, product, quantity, currency, list, term, partner, additive, annual_list, annual_net
                        FROM json_to_recordset(:rows::json) AS r (number text, position int, product text, quantity int,
                            currency text, list numeric, term numeric, partner numeric, additive boolean, annual_list numeric,
                            annual_net numeric)""").param("rows", RowSet.of(lines)).update();
    }

    /** From here to {@link #listed} no list is kept: each contract would have its customer's row written five times. */
    void listsLater() {
        listsLater(true);
    }

    /** The lists catch up with contracts that were written since {@link #listsLater}. */
    void listed(List<String> numbers) {
        listsLater(false);
        database.sql("SELECT refresh_contracts(:rows::json)")
                .param(
                        "rows",
                        RowSet.of(numbers.stream()
                                .map(number -> Map.of("number", number))
                                .toList()))
                .query((row, number) -> "")
                .single();
    }

    private void listsLater(boolean later) {
        database.sql("SELECT lists_later(?)")
                .param(later)
                .query((row, number) -> "")
                .single();
    }

    private static Map<String, Object> head(RunningContract contract, String number, String order) {
        var wanted = contract.wanted();
        var row = new HashMap<String, Object>();
        row.put("number", number);
        row.put("order_number", order);
        row.put("programme", contract.policy().code());
        row.put("policy", contract.policy().version());
        row.put("reseller", wanted.reseller());
        row.put("customer", wanted.customer());
        row.put("start", wanted.startDate());
        row.put("rhythm", contract.rhythmMonths());
        row.put("before", contract.term().monthsBefore());
        row.put("months", contract.term().months());
        row.put("begins", contract.term().from());
        row.put("renews", contract.term().renewalDate());
        row.put("paid", contract.invoicedPeriods());
        row.put("next", contract.nextInvoiceOn());
        row.put("po", wanted.poReference());
        row.put("cost_group", wanted.costGroup());
        row.put("notice", contract.agreed().noticeDays());
        row.put("reduction", contract.agreed().reductionWindowMonths());
        row.put("payment", contract.agreed().paymentDays());
        row.put("term_discount", value(contract.agreed().termDiscount()));
        row.put("partner_discount", value(contract.agreed().partnerDiscount()));
        row.put("ends", contract.endsOn());
        row.put("follow_up", contract.followUpOn());
        row.put("look", contract.renewalDueOn());
        return row;
    }

    private static List<Map<String, Object>> lines(RunningContract contract, String number) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var position = 0; position < contract.lines().size(); position++) {
            var line = contract.lines().get(position);
            var priced = line.priced(contract.term().months());
            var row = new HashMap<String, Object>();
            row.put("number", number);
            row.put("position", position);
            row.put("product", line.product());
            row.put("quantity", line.quantity());
            row.put("currency", line.listPerYear().currencyCode());
            row.put("list", value(line.listPerYear()));
            row.put("term", value(line.termDiscount()));
            row.put("partner", value(line.partnerDiscount()));
            row.put("additive", line.additiveDiscounts());
            row.put("annual_list", value(priced.annualList()));
            row.put("annual_net", value(priced.annualNet()));
            rows.add(row);
        }
        return rows;
    }

    private static Object value(Money money) {
        return money.amount();
    }

    private static @Nullable Object value(@Nullable Percentage percentage) {
        return percentage == null ? null : percentage.value();
    }

    /** What was given elsewhere holds here: a notice that is confirmed already. */
    void insertNotices(Map<String, RunningContract> contracts, List<String> changes, Requester importer) {
        var change = changes.iterator();
        var rows = contracts.entrySet().stream()
                .map(one -> Map.of(
                        "number", change.next(),
                        "subscription", one.getKey(),
                        "ends", Objects.requireNonNull(one.getValue().endsOn())))
                .toList();
        database.sql("""
                        INSERT INTO subscription_change (number, subscription, kind, status, received_on, effective_on,
                            requested_by, answer_to, requested_at, decided_by, decided_at)
                        SELECT number, subscription, 'CANCEL', 'SCHEDULED', :today, ends, :by, :answer, :now, :by, :now
                        FROM json_to_recordset(:rows::json) AS r (number text, subscription text, ends date)""")
                .param("rows", RowSet.of(rows))
                .param("today", calendar.today())
                .param("by", importer.by())
                .param("answer", importer.answerTo())
                .param("now", OffsetDateTime.ofInstant(calendar.now(), ZoneOffset.UTC))
                .update();
    }
}
