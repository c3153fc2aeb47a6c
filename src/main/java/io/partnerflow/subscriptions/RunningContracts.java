package io.partnerflow.subscriptions;

import io.partnerflow.catalogue.Catalogue;
import io.partnerflow.catalogue.ListPrice;
import io.partnerflow.catalogue.Product;
import io.partnerflow.parties.ResellerTerms;
import io.partnerflow.parties.Resellers;
import io.partnerflow.pricing.RentalTerm;
import io.partnerflow.pricing.Term;
import io.partnerflow.programmes.ProgrammePolicy;
import io.partnerflow.programmes.ProgrammePolicy.EndOfTerm;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;
import io.partnerflow.shared.RowSet;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.subscriptions.RunningContract.Line;
import io.partnerflow.subscriptions.RunningContract.Wanted;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether contracts can be taken over as they are described. */
@Component
public class RunningContracts {

    private static final int MOST_MONTHS = 120;
    private static final int MOST_DAYS = 366;

    private final Programmes programmes;
    private final Resellers resellers;
    private final Catalogue catalogue;
    private final VendorCalendar calendar;
    private final JdbcClient database;

    RunningContracts(
            Programmes programmes,
            Resellers resellers,
            Catalogue catalogue,
            VendorCalendar calendar,
            JdbcClient database) {
        this.programmes = programmes;
        this.resellers = resellers;
        this.catalogue = catalogue;
        this.calendar = calendar;
        this.database = database;
    }

    Checks checks(Collection<UUID> customers) {
        return new Checks(customers);
    }

    /** The same questions about many contracts: what many share is asked for once. For one thread. */
    public final class Checks {

        private final LocalDate today = calendar.today();
        private final Map<String, Optional<ResellerTerms>> terms = new HashMap<>();
        private final Map<String, Map<String, ListPrice>> prices = new HashMap<>();
        private final Map<String, List<Product>> products = new HashMap<>();
        private final Set<String> alone = new HashSet<>();

        private Checks(Collection<UUID> customers) {
            RowSet.inChunks(List.copyOf(customers), this::note);
        }

        /**
         * @param vendorCurrency of a programme that has none of its own
         * @param problems takes what is wrong; fields are called as in {@link Wanted}, those of a line {@code lines[0].product}
         * @return empty if something is wrong
         */
        public Optional<RunningContract> check(Wanted wanted, String vendorCurrency, Invalid.Collector problems) {
            var policy = policy(wanted, problems);
            if (policy.isEmpty()) {
                return Optional.empty();
            }
            return new One(wanted, policy.get(), vendorCurrency, this, problems).check();
        }

        private Optional<ProgrammePolicy> policy(Wanted wanted, Invalid.Collector problems) {
            var policy = programmes.find(String.valueOf(wanted.programme()));
            if (policy.isEmpty()) {
                problems.reject(
                        "programme",
                        "programme-unknown",
                        wanted.programme(),
                        Objects.requireNonNullElse(wanted.programme(), ""),
                        String.join(
                                ", ",
                                programmes.all().stream()
                                        .map(ProgrammePolicy::code)
                                        .toList()));
            } else if (resellerTerms(wanted.reseller(), policy.get().code()).isEmpty()) {
                problems.reject(
                        "programme",
                        "not-reseller-of-programme",
                        wanted.programme(),
                        policy.get().code());
                return Optional.empty();
            }
            return policy;
        }

        private Optional<ResellerTerms> resellerTerms(UUID reseller, String programme) {
            return terms.computeIfAbsent(reseller + programme, key -> resellers.terms(reseller, programme));
        }

        private Optional<Money> price(ProgrammePolicy policy, String product, String currency, int months) {
            var listed = prices.computeIfAbsent(
                    "%s %s %d".formatted(policy.code(), currency, months),
                    key -> catalogue.prices(policy.code(), currency, today, months));
            return Optional.ofNullable(listed.get(product)).map(ListPrice::perYear);
        }

        private List<Product> products(String programme) {
            return products.computeIfAbsent(
                    programme,
                    key -> catalogue.products(programme).stream()
                            .filter(product -> product.unit() != Product.Unit.ONCE)
                            .toList());
        }

        /** Of a programme that allows one subscription: a customer that has one, here or further up in the same file. */
        private boolean hasOne(UUID customer, String programme) {
            return !alone.add(customer + programme);
        }

        private void note(List<UUID> customers) {
            alone.addAll(database.sql("""
                            SELECT customer_id || programme FROM subscription
                            WHERE customer_id IN (SELECT id FROM json_to_recordset(:rows::json) AS r (id uuid)) AND status = 'ACTIVE'
                            UNION SELECT customer_id || programme FROM customer_order
                            WHERE customer_id IN (SELECT id FROM json_to_recordset(:rows::json) AS r (id uuid))
                                AND status IN ('STARTED', 'REGISTERED', 'ACTIVE', 'CANCELLING')""")
                    .param(
                            "rows",
                            RowSet.of(customers.stream()
                                    .map(id -> Map.of("id", id))
                                    .toList()))
                    .query(String.class)
                    .list());
        }
    }

    /** One contract. */
    private static final class One {

        private final Wanted wanted;
        private final ProgrammePolicy policy;
        private final String currency;
        private final Checks checks;
        private final Invalid.Collector problems;
        private final int before;

        One(Wanted wanted, ProgrammePolicy policy, String vendorCurrency, Checks checks, Invalid.Collector problems) {
            this.wanted = wanted;
            this.policy = policy;
            this.currency = wanted.currency() == null ? policy.currencyOr(vendorCurrency) : wanted.currency();
            this.checks = checks;
            this.problems = problems;
            this.before = problems.fields().size();
        }

        Optional<RunningContract> check() {
            within("termMonths", wanted.termMonths(), 1, MOST_MONTHS, true);
            within("noticeDays", wanted.noticeDays(), 0, MOST_DAYS, false);
            within("reductionWindowMonths", wanted.reductionWindowMonths(), 0, MOST_MONTHS, false);
            within("paymentDays", wanted.paymentDays(), 0, MOST_DAYS, false);
            within("rhythmMonths", wanted.rhythmMonths(), 1, MOST_MONTHS, false);
            if (wanted.startDate() == null) {
                problems.reject("startDate", "required", null);
            } else if (wanted.startDate().isAfter(checks.today)) {
                problems.reject("startDate", "contract-not-running", wanted.startDate(), checks.today.toString());
            }
            alone();
            var lines = lines();
            if (!fine()) {
                return Optional.empty();
            }
            return Optional.ofNullable(term()).flatMap(term -> running(term, lines));
        }

        private boolean fine() {
            return problems.fields().size() == before;
        }

        private void alone() {
            if (!policy.limits().severalSubscriptions()
                    && wanted.customer() != null
                    && checks.hasOne(wanted.customer(), policy.code())) {
                problems.reject("programme", "contract-there-already", policy.code());
            }
        }

        private void within(String field, @Nullable Integer value, int least, int most, boolean required) {
            if (value == null && required) {
                problems.reject(field, "required", null);
            } else if (value != null && (value < least || value > most)) {
                problems.reject(field, "out-of-bounds", value, least, most);
            }
        }

        private List<SubscriptionLine> lines() {
            var term = wanted.termMonths() == null ? 0 : wanted.termMonths();
            var offered = policy.term(term).map(ProgrammePolicy.Term::discount);
            if (term > 0 && offered.isEmpty() && wanted.termDiscount() == null) {
                problems.reject(
                        "termDiscount",
                        "term-discount-needed",
                        null,
                        term,
                        String.join(
                                ", ",
                                policy.terms().stream()
                                        .map(one -> String.valueOf(one.months()))
                                        .toList()));
            }
            var partner = checks.resellerTerms(wanted.reseller(), policy.code())
                    .map(ResellerTerms::partnerDiscount)
                    .orElse(Percentage.ZERO);
            var lines = new ArrayList<SubscriptionLine>();
            var seen = new HashSet<String>();
            for (var index = 0; index < wanted.lines().size(); index++) {
                var line = wanted.lines().get(index);
                var price = price(index, line, term, seen);
                if (price != null) {
                    lines.add(new SubscriptionLine(
                            Objects.requireNonNull(line.product()),
                            Objects.requireNonNull(line.quantity()),
                            price,
                            Objects.requireNonNullElse(wanted.termDiscount(), offered.orElse(Percentage.ZERO)),
                            Objects.requireNonNullElse(wanted.partnerDiscount(), partner),
                            policy.additiveDiscounts()));
                }
            }
            return lines;
        }

        /** @return null if something about the line is wrong */
        private @Nullable Money price(int index, Line line, int term, Set<String> seen) {
            var at = "lines[%d].".formatted(index);
            var offered =
                    checks.products(policy.code()).stream().map(Product::code).toList();
            var known = true;
            if (line.product() == null || !offered.contains(line.product())) {
                problems.reject(at + "product", "product-unknown", line.product(), String.join(", ", offered));
                known = false;
            } else if (!seen.add(line.product())) {
                problems.reject(at + "product", "product-twice", line.product());
                known = false;
            }
            var largest = policy.limits().largestQuantity();
            if (line.quantity() == null) {
                problems.reject(at + "quantity", "required", null);
                return null;
            }
            if (line.quantity() < 1 || line.quantity() > largest) {
                problems.reject(
                        at + "quantity", line.quantity() < 1 ? "too-small" : "too-large", line.quantity(), 1, largest);
                return null;
            }
            if (!known) {
                return null;
            }
            var price = Optional.ofNullable(line.pricePerYear())
                    .or(() -> checks.price(policy, Objects.requireNonNull(line.product()), currency, term));
            if (price.isEmpty()) {
                problems.reject(at + "pricePerYear", "price-needed", null, line.product(), currency);
            }
            return price.orElse(null);
        }

        /** The running term; null if the days do not fit. */
        private @Nullable Term term() {
            var start = Objects.requireNonNull(wanted.startDate());
            var months = Objects.requireNonNull(wanted.termMonths());
            if (wanted.renewalDate() == null) {
                var running = Term.first(start, months);
                while (!checks.today.isBefore(running.renewalDate()) && policy.endOfTerm() != EndOfTerm.ENDS) {
                    running = running.next(months);
                }
                return stillRuns(running, "termMonths") ? running : null;
            }
            var total = (int) ChronoUnit.MONTHS.between(start, wanted.renewalDate());
            // month ends: from 31 January one month leads to 28 February
            var exact = start.plusMonths(total).equals(wanted.renewalDate())
                    ? total
                    : start.plusMonths(total + 1L).equals(wanted.renewalDate()) ? total + 1 : -1;
            if (exact < months || (policy.endOfTerm() == EndOfTerm.ENDS && exact != months)) {
                problems.reject(
                        "renewalDate",
                        "renewal-does-not-fit",
                        wanted.renewalDate(),
                        wanted.renewalDate().toString(),
                        Term.first(start, months).renewalDate().toString(),
                        months);
                return null;
            }
            var running = new Term(start, exact - months, months);
            return stillRuns(running, "renewalDate") ? running : null;
        }

        private boolean stillRuns(Term running, String field) {
            if (!checks.today.isBefore(running.renewalDate())) {
                problems.reject(
                        field,
                        "contract-over",
                        running.renewalDate(),
                        running.lastServiceDay().toString());
                return false;
            }
            if (running.from().isAfter(checks.today)) {
                problems.reject(
                        field, "term-not-begun", running.from(), running.from().toString());
                return false;
            }
            return true;
        }

        private Optional<RunningContract> running(Term term, List<SubscriptionLine> lines) {
            var rhythm = wanted.rhythmMonths() == null
                    ? Math.min(policy.rhythm().months(term.months()), term.months())
                    : wanted.rhythmMonths();
            if (term.months() % rhythm != 0) {
                problems.reject("rhythmMonths", "rhythm-does-not-fit", rhythm, rhythm, term.months());
                return Optional.empty();
            }
            var paid = paid(term, rhythm);
            var endsOn = endsOn(term);
            if (!fine()) {
                return Optional.empty();
            }
            var agreed = agreed(lines.get(0));
            var byItself = policy.endOfTerm() == EndOfTerm.ENDS;
            return Optional.of(new RunningContract(
                    wanted,
                    policy,
                    agreed,
                    term,
                    lines,
                    rhythm,
                    paid,
                    boundary(term, rhythm, paid),
                    endsOn,
                    endsOn != null && !byItself,
                    byItself
                            ? new RentalTerm(term)
                                    .followUpOfferOn(policy.ending().followUpMonths())
                            : null,
                    look(term, agreed, endsOn, byItself)));
        }

        private ContractTerms agreed(SubscriptionLine line) {
            var deadlines = policy.deadlines();
            return new ContractTerms(
                    Objects.requireNonNullElse(wanted.noticeDays(), deadlines.noticeDays()),
                    Objects.requireNonNullElse(wanted.reductionWindowMonths(), deadlines.reductionWindowMonths()),
                    Objects.requireNonNullElse(wanted.paymentDays(), deadlines.paymentDays()),
                    null,
                    wanted.keepsDiscounts() ? line.termDiscount() : null,
                    wanted.keepsDiscounts() ? line.partnerDiscount() : null);
        }

        private static LocalDate boundary(Term term, int rhythm, int period) {
            return term.anchor().plusMonths((long) term.monthsBefore() + (long) period * rhythm);
        }

        /** How many periods of the running term were invoiced elsewhere: none of those that begin today or later, unless said. */
        private int paid(Term term, int rhythm) {
            var most = term.months() / rhythm;
            var days = new ArrayList<String>();
            for (var period = 0; period <= most; period++) {
                var begins = boundary(term, rhythm, period);
                if (!begins.isBefore(checks.today)) {
                    if (wanted.nextInvoiceOn() == null || wanted.nextInvoiceOn().equals(begins)) {
                        return period;
                    }
                    days.add(begins.toString());
                }
            }
            problems.reject(
                    "nextInvoiceOn",
                    "no-period-begins",
                    wanted.nextInvoiceOn(),
                    String.valueOf(wanted.nextInvoiceOn()),
                    String.join(", ", days.subList(0, Math.min(4, days.size()))));
            return 0;
        }

        private @Nullable LocalDate endsOn(Term term) {
            var end = term.renewalDate();
            if (wanted.lastDay() == null) {
                return policy.endOfTerm() == EndOfTerm.ENDS ? end : null;
            }
            var wantedEnd = wanted.lastDay().plusDays(1);
            var running = term;
            while (running.renewalDate().isBefore(wantedEnd) && policy.endOfTerm() != EndOfTerm.ENDS) {
                running = running.next(term.months());
            }
            if (!running.renewalDate().equals(wantedEnd)) {
                problems.reject(
                        "lastDay",
                        "contract-cannot-end",
                        wanted.lastDay(),
                        wanted.lastDay().toString(),
                        running.lastServiceDay().toString());
            }
            return wantedEnd;
        }

        private @Nullable LocalDate look(
                Term term, ContractTerms agreed, @Nullable LocalDate endsOn, boolean byItself) {
            if (policy.endOfTerm() == EndOfTerm.OPEN_ENDED) {
                return endsOn;
            }
            var reminders = policy.deadlines().renewalReminderDays();
            var first = reminders.stream().mapToInt(Integer::intValue).max().orElse(0);
            if (byItself) {
                var followUp =
                        new RentalTerm(term).followUpOfferOn(policy.ending().followUpMonths());
                var last = term.renewalDate().minusDays(first);
                return followUp.isBefore(last) ? followUp : last;
            }
            var shift = agreed.noticeDays() - policy.deadlines().noticeDays();
            return term.renewalDate().minusDays(Math.max(0, first + shift));
        }
    }
}
