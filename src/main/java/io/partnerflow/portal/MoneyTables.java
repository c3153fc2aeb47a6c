package io.partnerflow.portal;

import io.partnerflow.commission.Statements;
import io.partnerflow.exports.Table;
import io.partnerflow.orders.OrderRow;
import io.partnerflow.payments.InvoiceStanding;
import java.time.LocalDate;
import java.util.Map;

/** The columns of the lists about orders and money, as files. */
final class MoneyTables {

    private static final String STATUS = "portal.orders.status";
    private static final String CUSTOMER = "portal.orders.customer";
    private static final String PROGRAMME = "portal.filter.programme";

    private MoneyTables() {}

    static Table<OrderRow> orders(Map<String, String> programmes) {
        return Table.<OrderRow>named("portal.place.orders")
                .text("portal.customer.order", OrderRow::number)
                .text(CUSTOMER, OrderRow::customerName)
                .text(PROGRAMME, row -> programmes.get(row.programme()))
                .word(STATUS, row -> "portal.customer.order-status." + row.status())
                .number("portal.orders.quantity", OrderRow::quantity)
                .money("portal.customer.a-year", OrderRow::annualNet)
                .moment("portal.customer.started", OrderRow::startedAt);
    }

    static Table<SubscriptionLists.Line> subscriptions(Map<String, String> programmes) {
        return Table.<SubscriptionLists.Line>named("portal.place.subscriptions")
                .text("portal.subscriptions.contract", line -> line.contract().number())
                .text(CUSTOMER, SubscriptionLists.Line::customer)
                .text(PROGRAMME, line -> programmes.get(line.contract().programme()))
                .text("portal.invoice.what", SubscriptionLists.Line::goods)
                .word(STATUS, line -> "portal.changes.state." + line.state())
                .money("portal.customer.a-year", line -> line.contract().annualNet())
                .text("portal.invoices.po", line -> line.contract().poReference())
                .day("portal.subscription.next-invoice", line -> line.contract().nextInvoiceOn())
                .day(
                        "portal.subscriptions.notice",
                        line -> line.renews() ? line.contract().deadlines().lastDayForNotice() : null)
                .day(
                        "portal.subscription.renews",
                        line -> line.renews() ? line.contract().deadlines().renewalDate() : null)
                .day(
                        "portal.term.last",
                        line -> line.renews() ? null : line.contract().lastDay());
    }

    static Table<InvoiceStanding> invoices(LocalDate today) {
        return Table.<InvoiceStanding>named("portal.invoices.title")
                .text("portal.invoices.number", line -> line.invoice().number())
                .day("portal.invoices.issued", line -> line.invoice().issueDate())
                .day(
                        "portal.invoices.due",
                        line -> line.receivable() == null
                                ? null
                                : line.invoice().dueDate())
                .text("portal.invoices.customer", line -> line.invoice().customerName())
                .text("portal.invoices.po", line -> line.invoice().poReference())
                .text("portal.invoice.cost-group", line -> line.invoice().costGroup())
                .word(STATUS, line -> statusOf(line, today))
                .money("portal.invoices.net", line -> signed(line).net())
                .money("portal.invoices.with-vat", line -> signed(line).gross())
                .money(
                        "portal.payments.left",
                        line -> line.receivable() == null
                                ? null
                                : line.receivable().open());
    }

    private record Amounts(io.partnerflow.shared.Money net, io.partnerflow.shared.Money gross) {}

    /** What is taken back counts negative, so that a column adds up. */
    private static Amounts signed(InvoiceStanding line) {
        var row = line.invoice();
        return row.credits() == null
                ? new Amounts(row.net(), row.gross())
                : new Amounts(row.net().negate(), row.gross().negate());
    }

    private static String statusOf(InvoiceStanding line, LocalDate today) {
        var owed = line.receivable();
        return owed == null ? "portal.invoices.credit-note" : "portal.payments." + owed.status(today);
    }

    static Table<Statements.Row> statements(Map<String, String> programmes) {
        return Table.<Statements.Row>named("portal.statements.title")
                .text("portal.statement.number", Statements.Row::number)
                .text(
                        "portal.compensation.month",
                        row -> row.month() == null ? null : row.month().toString())
                .text("portal.statement.contract", Statements.Row::contract)
                .text("portal.statements.programme", row -> programmes.get(row.programme()))
                .money("portal.statements.basis", Statements.Row::monthNet)
                .percent("portal.statements.rate", Statements.Row::rate)
                .money("portal.compensation.earned", Statements.Row::monthTotal)
                .money("portal.statements.payable", Statements.Row::payable)
                .word("portal.statements.status", row -> "portal.statement.status." + row.status());
    }
}
