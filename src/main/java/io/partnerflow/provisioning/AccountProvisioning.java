package io.partnerflow.provisioning;

import io.partnerflow.accounts.Accounts;
import io.partnerflow.accounts.Entitlement;
import io.partnerflow.accounts.NewAccount;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.orders.Milestone;
import io.partnerflow.orders.OrderView;
import io.partnerflow.orders.Orders;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.shared.EmailAddress;
import io.partnerflow.shared.NamedEmail;
import io.partnerflow.trials.TrialOrders;
import io.partnerflow.trials.TrialStatus;
import java.util.List;

/** What the steps of provisioning do. An order with a trial takes over the trial's account. */
@ModuleService
class AccountProvisioning {

    private final Orders orders;
    private final TrialOrders trials;
    private final Accounts accounts;
    private final Organisations organisations;
    private final AccountLetters letters;

    AccountProvisioning(
            Orders orders, TrialOrders trials, Accounts accounts, Organisations organisations, AccountLetters letters) {
        this.orders = orders;
        this.trials = trials;
        this.accounts = accounts;
        this.organisations = organisations;
        this.letters = letters;
    }

    void convertTrial(String number) {
        var order = orders.get(number);
        accounts.convert(order.trialNumber(), number, bought(order));
        trials.converted(order.trialNumber(), number);
    }

    void createAccount(String number) {
        var order = orders.get(number);
        var customer = organisations.get(order.customer());
        var user = firstUser(order, customer);
        accounts.open(new NewAccount(
                number,
                customer.id(),
                customer.name(),
                customer.address().line1() + ", " + customer.address().city(),
                List.of(user),
                bought(order)));
        var account = accounts.find(number).orElseThrow();
        letters.loginDetails(order, customer, user, account.loginAddress());
    }

    void markReseller(String number) {
        var order = orders.get(number);
        accounts.markReseller(
                account(order), number, organisations.get(order.reseller()).name());
        orders.reached(number, Milestone.ACCOUNT_READY);
    }

    /** Shuts what the order has brought: its own account, or the trial's if the order has converted it already. */
    void suspend(String number) {
        var order = orders.get(number);
        if (order.trialNumber() == null || hasConverted(order)) {
            accounts.suspend(account(order), number);
            if (accounts.find(account(order)).isPresent()) {
                orders.reached(number, Milestone.ACCOUNT_SUSPENDED);
            }
        }
    }

    private boolean hasConverted(OrderView order) {
        var trial = trials.get(order.trialNumber());
        return trial.status() == TrialStatus.CONVERTED && order.number().equals(trial.orderNumber());
    }

    private static String account(OrderView order) {
        return order.trialNumber() == null ? order.number() : order.trialNumber();
    }

    private static List<Entitlement> bought(OrderView order) {
        return order.lines().stream()
                .map(line -> new Entitlement(line.product(), line.quantity()))
                .toList();
    }

    /** Who signs for the customer logs in first, and lets others in; otherwise the customer itself. */
    private static NamedEmail firstUser(OrderView order, Party customer) {
        return order.signatory() == null ? new NamedEmail("", EmailAddress.of(customer.email())) : order.signatory();
    }
}
