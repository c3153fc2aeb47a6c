package io.partnerflow.provisioning;

import io.partnerflow.accounts.Accounts;
import io.partnerflow.accounts.Entitlement;
import io.partnerflow.accounts.NewAccount;
import io.partnerflow.accounts.SharedAccounts;
import io.partnerflow.catalogue.Catalogue;
import io.partnerflow.catalogue.Product;
import io.partnerflow.orders.Milestone;
import io.partnerflow.orders.OrderView;
import io.partnerflow.orders.Orders;
import io.partnerflow.parties.Organisations;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.shared.EmailAddress;
import io.partnerflow.shared.NamedEmail;
import io.partnerflow.trials.TrialOrders;
import io.partnerflow.trials.TrialStatus;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the steps of provisioning do. An order with a trial takes over the trial's account. */
@Component
class AccountProvisioning {

    private static final Set<Product.Category> IN_ACCOUNTS = Set.of(Product.Category.SOFTWARE, Product.Category.BACKUP);

    private final Orders orders;
    private final TrialOrders trials;
    private final Accounts accounts;
    private final SharedAccounts shared;
    private final Programmes programmes;
    private final Organisations organisations;
    private final AccountLetters letters;
    private final Catalogue catalogue;
    private final Clarifications clarifications;

    AccountProvisioning(
            Orders orders,
            TrialOrders trials,
            Accounts accounts,
            SharedAccounts shared,
            Programmes programmes,
            Organisations organisations,
            AccountLetters letters,
            Catalogue catalogue,
            Clarifications clarifications) {
        this.orders = orders;
        this.trials = trials;
        this.accounts = accounts;
        this.shared = shared;
        this.programmes = programmes;
        this.organisations = organisations;
        this.letters = letters;
        this.catalogue = catalogue;
        this.clarifications = clarifications;
    }

    /** Whether anything that was ordered is used in an account. */
    boolean needsAccount(String number) {
        return !bought(orders.get(number)).isEmpty();
    }

    void convertTrial(String number) {
        var order = orders.get(number);
        accounts.convert(order.trialNumber(), number, bought(order));
        trials.converted(order.trialNumber(), number);
    }

    void createAccount(String number) {
        var order = orders.get(number);
        var customer = organisations.get(order.customer());
        var user = firstUser(order);
        open(
                order,
                new NewAccount(
                        number,
                        customer.id(),
                        customer.name(),
                        customer.address().line1() + ", " + customer.address().city(),
                        List.of(user),
                        bought(order)));
        // an account that the customer has been using needs no letter
        accounts.find(number).ifPresent(account -> letters.loginDetails(order, customer, user, account.loginAddress()));
    }

    private void open(OrderView order, NewAccount wanted) {
        if (sharesAccount(order)) {
            shared.open(order.programme(), wanted);
        } else {
            accounts.open(wanted);
        }
    }

    /** Whether all the customer's contracts under the programme are one account. */
    private boolean sharesAccount(OrderView order) {
        return order.trialNumber() == null
                && programmes
                        .get(order.programme(), order.policyVersion())
                        .limits()
                        .severalSubscriptions();
    }

    void markReseller(String number) {
        var order = orders.get(number);
        accounts.markReseller(
                account(order), number, organisations.get(order.reseller()).name());
        orders.reached(number, Milestone.ACCOUNT_READY);
    }

    /**
     * Shuts what the order has brought: its own account, or the trial's if the order has converted it already. Of an
     * account that others share it takes its own part back.
     */
    void suspend(String number) {
        var order = orders.get(number);
        if (sharesAccount(order)) {
            if (shared.grant(order.customer(), order.programme(), number, List.of())) {
                orders.reached(number, Milestone.ACCOUNT_SUSPENDED);
            }
        } else if (order.trialNumber() == null || hasConverted(order)) {
            accounts.suspend(account(order), number);
            if (accounts.find(account(order)).isPresent()) {
                orders.reached(number, Milestone.ACCOUNT_SUSPENDED);
            }
        }
    }

    /** From now on the contract the order has become grants this; of a shared account, the others' parts stay. */
    void entitle(String number, String occasion, List<Entitlement> all) {
        var order = orders.get(number);
        var now = usedInAccounts(all);
        if (sharesAccount(order)) {
            shared.grant(order.customer(), order.programme(), number, now);
        } else if (!now.isEmpty()) {
            accounts.entitle(account(order), occasion, now);
        }
    }

    /** The contract the order has become is over. */
    void close(String number, String contract) {
        var order = orders.get(number);
        if (sharesAccount(order)) {
            shared.grant(order.customer(), order.programme(), number, List.of());
        } else {
            accounts.suspend(account(order), contract);
        }
    }

    private boolean hasConverted(OrderView order) {
        var trial = trials.get(order.trialNumber());
        return trial.status() == TrialStatus.CONVERTED && order.number().equals(trial.orderNumber());
    }

    /** The reference of the account the order is about. */
    String account(OrderView order) {
        return order.trialNumber() != null
                ? order.trialNumber()
                : shared.find(order.customer(), order.programme()).orElse(order.number());
    }

    private List<Entitlement> bought(OrderView order) {
        return usedInAccounts(order.lines().stream()
                .map(line -> new Entitlement(line.product(), line.quantity()))
                .toList());
    }

    /** Devices and insurance are not used in an account. */
    private List<Entitlement> usedInAccounts(List<Entitlement> all) {
        return all.stream()
                .filter(one -> catalogue
                        .find(one.product())
                        .filter(product -> !IN_ACCOUNTS.contains(product.category()))
                        .isEmpty())
                .toList();
    }

    /**
     * Who signs for the customer logs in first, and lets others in; otherwise the customer itself. If that address was
     * not free, whom the reseller has named instead.
     */
    NamedEmail firstUser(OrderView order) {
        return clarifications.firstUser(order.number()).orElseGet(() -> {
            var customer = organisations.get(order.customer());
            return order.signatory() == null
                    ? new NamedEmail("", EmailAddress.of(customer.email()))
                    : order.signatory();
        });
    }
}
