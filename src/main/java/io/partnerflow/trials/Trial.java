package io.partnerflow.trials;

import io.partnerflow.pricing.TrialDates;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.EmailAddress;
import io.partnerflow.shared.NamedEmail;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One trial. It is used until its last day, then kept inactive; an order converts it, or it is purged in the end. */
@Entity
@Table(name = "trial")
class Trial {

    @Id
    private String number;

    private String programme;
    private int policyVersion;
    private UUID resellerId;
    private UUID customerId;
    private String customerType;

    @Enumerated(EnumType.STRING)
    private TrialStatus status;

    private String startedByName;
    private String startedByEmail;
    private Instant startedAt;
    private LocalDate startsOn;
    private int days;
    private int purgeAfterMonths;
    private LocalDate inactiveFrom;
    private LocalDate purgeOn;
    private int extensions;
    private int usersRevision;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "trial_user", joinColumns = @JoinColumn(name = "trial_number"))
    private Set<TrialUser> users = new HashSet<>();

    private @Nullable String orderNumber;
    private @Nullable Instant endedAt;

    @Version
    private long version;

    protected Trial() {} // for JPA

    static Trial start(String number, CheckedWish wish, Instant now, LocalDate today) {
        var trial = new Trial();
        trial.number = number;
        trial.status = TrialStatus.STARTING;
        trial.programme = wish.policy().code();
        trial.policyVersion = wish.policy().version();
        trial.resellerId = wish.reseller();
        trial.customerId = wish.customer();
        trial.customerType = wish.customerType();
        trial.startedByName = wish.startedBy().name();
        trial.startedByEmail = wish.startedBy().email().value();
        trial.startedAt = now;
        trial.lasts(new TrialDates(
                today, wish.policy().trial().days(), wish.policy().trial().purgeAfterMonths()));
        trial.usersAre(wish.people());
        return trial;
    }

    /** The account is there: the days begin to count today (P-39). */
    void use(LocalDate today) {
        require(status == TrialStatus.STARTING);
        lasts(new TrialDates(today, days, purgeAfterMonths));
        status = TrialStatus.IN_USE;
    }

    /** From now on exactly these people can log in (P-26); whoever stays keeps their login details. */
    void changeUsers(List<TrialPerson> people) {
        require(status == TrialStatus.STARTING || status == TrialStatus.IN_USE);
        usersAre(people);
    }

    /** @param most extensions the programme allows */
    void extend(int moreDays, int most) {
        requireExtendable(most);
        lasts(dates().extendedBy(moreDays));
        extensions++;
    }

    /** @throws Conflict if it is not running, or was extended that often */
    void requireExtendable(int most) {
        require(status == TrialStatus.IN_USE);
        if (extensions >= most) {
            throw new Conflict("trial-extensions-used", number, most);
        }
    }

    void deactivate() {
        require(status == TrialStatus.IN_USE);
        status = TrialStatus.INACTIVE;
    }

    /** @throws Conflict if an order about it is under way, or there is nothing left to order */
    void orderStarted(String order) {
        if (orderNumber != null && !orderNumber.equals(order)) {
            throw new Conflict("trial-has-order", number, orderNumber);
        }
        require(status != TrialStatus.STARTING && status != TrialStatus.PURGED);
        orderNumber = order;
    }

    /** The order came to nothing; another one may be started. */
    void orderEnded(String order) {
        if (order.equals(orderNumber)) {
            orderNumber = null;
        }
    }

    /** The account belongs to the order now. A trial that an earlier, cancelled order has converted is so again. */
    void convert(String order, Instant now) {
        require(order.equals(orderNumber) && status != TrialStatus.STARTING && status != TrialStatus.PURGED);
        status = TrialStatus.CONVERTED;
        endedAt = now;
    }

    /** @throws Conflict if an order about it is under way: then the data must not go */
    void purge(Instant now) {
        if (orderNumber != null) {
            throw new Conflict("trial-has-order", number, orderNumber);
        }
        require(status == TrialStatus.INACTIVE);
        status = TrialStatus.PURGED;
        endedAt = now;
    }

    /** @throws Conflict if it is not inactive: before that the data are in use, after that there are none */
    void requireInactive() {
        require(status == TrialStatus.INACTIVE);
    }

    TrialDates dates() {
        return new TrialDates(startsOn, days, purgeAfterMonths);
    }

    TrialStatus status() {
        return status;
    }

    int usersRevision() {
        return usersRevision;
    }

    List<TrialUser> users() {
        return users.stream()
                .sorted(Comparator.comparing(user -> user.person().who().email().value()))
                .toList();
    }

    private void lasts(TrialDates dates) {
        startsOn = dates.created();
        days = dates.days();
        purgeAfterMonths = dates.purgeAfterMonths();
        inactiveFrom = dates.inactiveFrom();
        purgeOn = dates.purgeOn();
    }

    private void usersAre(List<TrialPerson> people) {
        usersRevision++;
        users.removeIf(user -> people.stream().noneMatch(user::hasAddress));
        people.stream()
                .filter(person -> users.stream().noneMatch(user -> user.hasAddress(person)))
                .forEach(person -> users.add(TrialUser.of(person, usersRevision)));
    }

    private void require(boolean possible) {
        if (!possible) {
            throw new Conflict("trial-" + status.name().toLowerCase(Locale.ROOT).replace('_', '-'), number);
        }
    }

    TrialView view() {
        return new TrialView(
                number,
                status,
                programme,
                policyVersion,
                resellerId,
                customerId,
                customerType,
                users().stream().map(TrialUser::person).toList(),
                new NamedEmail(startedByName, EmailAddress.of(startedByEmail)),
                startedAt,
                dates(),
                extensions,
                orderNumber,
                endedAt);
    }
}
