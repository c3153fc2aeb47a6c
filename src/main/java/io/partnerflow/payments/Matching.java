package io.partnerflow.payments;

import io.partnerflow.shared.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Decides what a movement is for. What it names counts most; where it names nothing, its payer and the amount do, if they
 * leave no doubt. Nothing is guessed: the rest is for a person.
 */
final class Matching {

    private static final Comparator<Receivable> DUE_FIRST =
            Comparator.comparing(Receivable::dueDate).thenComparing(Receivable::invoice);

    private final OpenBalances balances;

    /** @param balances goes on from movement to movement */
    Matching(OpenBalances balances) {
        this.balances = balances;
    }

    /** A direct debit of ours: those who collect see to it. */
    static Match collected(Entry entry) {
        return left(entry, Finding.COLLECTED);
    }

    /**
     * @param candidates by name or, where there is none by name, by payer and amount
     * @param originals what was put on invoices by each movement it can take back; only of a returned one
     */
    Match match(Entry entry, List<Candidate> candidates, List<Original> originals) {
        if (entry.known()) {
            return left(entry, Finding.KNOWN);
        }
        return switch (entry.kind()) {
            case PAID_OUT -> left(entry, Finding.PAID_OUT);
            case RETURNED -> returned(entry, originals);
            case RECEIVED -> received(entry, candidates);
        };
    }

    private Match received(Entry entry, List<Candidate> candidates) {
        var named = candidates.stream()
                .filter(Candidate::named)
                .map(Candidate::receivable)
                .sorted(DUE_FIRST)
                .toList();
        return named.isEmpty() ? byPayer(entry, candidates) : byName(entry, named);
    }

    private Match byName(Entry entry, List<Receivable> named) {
        var payable = named.stream()
                .filter(one -> one.open().currency().equals(entry.amount().currency()))
                .toList();
        if (payable.size() < named.size()) {
            return question(entry, Finding.OTHER_CURRENCY);
        }
        var parts = spread(entry.amount(), payable);
        if (parts.isEmpty()) {
            var credited = named.stream().anyMatch(one -> one.credited().isPositive());
            return question(entry, credited ? Finding.CREDITED : Finding.ALREADY_PAID);
        }
        var rest = parts.stream().map(Match.Part::amount).reduce(entry.amount(), Money::minus);
        return new Match(entry, rest.isPositive() ? Finding.OVERPAID : finding(parts, payable), parts, rest, null);
    }

    private Finding finding(List<Match.Part> parts, List<Receivable> named) {
        if (parts.size() > 1) {
            return Finding.SEVERAL;
        }
        var paid = named.stream()
                .filter(one -> one.invoice().equals(parts.get(0).invoice()))
                .findFirst()
                .orElseThrow();
        return balances.of(paid).isZero() ? Finding.EXACT : Finding.PARTIAL;
    }

    private List<Match.Part> spread(Money amount, List<Receivable> receivables) {
        var parts = new ArrayList<Match.Part>();
        var left = amount;
        for (var receivable : receivables) {
            var open = balances.of(receivable);
            var part = left.compareTo(open) < 0 ? left : open;
            if (part.isPositive()) {
                balances.take(receivable, part);
                parts.add(new Match.Part(receivable.invoice(), part));
                left = left.minus(part);
            }
        }
        return parts;
    }

    private Match byPayer(Entry entry, List<Candidate> owed) {
        var fitting = owed.stream()
                .map(Candidate::receivable)
                .filter(one -> balances.of(one).equals(entry.amount()))
                .toList();
        if (fitting.size() != 1) {
            return question(entry, fitting.isEmpty() ? Finding.UNKNOWN : Finding.AMBIGUOUS);
        }
        return new Match(
                entry,
                Finding.BY_PAYER,
                spread(entry.amount(), fitting),
                Money.zero(entry.amount().currency()),
                null);
    }

    private static Match returned(Entry entry, List<Original> originals) {
        if (originals.size() != 1 || !originals.get(0).total(entry.amount()).equals(entry.amount())) {
            return question(entry, Finding.RETURN_UNKNOWN);
        }
        var original = originals.get(0);
        var parts = original.parts().stream()
                .map(part -> new Match.Part(part.invoice(), part.amount().negate()))
                .toList();
        return new Match(
                entry, Finding.RETURNED, parts, Money.zero(entry.amount().currency()), original.entry());
    }

    private static Match question(Entry entry, Finding finding) {
        return new Match(entry, finding, List.of(), entry.amount(), null);
    }

    private static Match left(Entry entry, Finding finding) {
        return new Match(entry, finding, List.of(), Money.zero(entry.amount().currency()), null);
    }

    /**
     * A movement that came in, and what it was put on.
     *
     * @param entry its id
     */
    record Original(long entry, List<Match.Part> parts) {

        Money total(Money like) {
            return Money.sum(
                    like.currency(), parts.stream().map(Match.Part::amount).toList());
        }
    }
}
