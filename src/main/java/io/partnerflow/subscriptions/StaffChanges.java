package io.partnerflow.subscriptions;

import io.partnerflow.engine.ModuleService;
import io.partnerflow.numbering.NumberSeries;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.Percentage;
import io.partnerflow.shared.VendorLanguage;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** Takes in what somebody at the vendor enters for a partner: a letter came, a call, a contract was signed. */
@ModuleService
class StaffChanges {

    private static final Pattern SEATS = Pattern.compile("(\\d{1,8})\\s+(\\S+)");

    private final AgreedTerms terms;
    private final ResellerChanges moves;
    private final SeatReductions reductions;
    private final Cancellations cancellations;
    private final SubscriptionRows rows;
    private final Organisations organisations;
    private final NumberSeries numbers;
    private final Locale staff;
    private final MessageSource messages;

    StaffChanges(
            AgreedTerms terms,
            ResellerChanges moves,
            SeatReductions reductions,
            Cancellations cancellations,
            SubscriptionRows rows,
            Organisations organisations,
            NumberSeries numbers,
            MessageSource messages,
            VendorLanguage staff) {
        this.terms = terms;
        this.moves = moves;
        this.reductions = reductions;
        this.cancellations = cancellations;
        this.rows = rows;
        this.organisations = organisations;
        this.numbers = numbers;
        this.messages = messages;
        this.staff = staff.locale();
    }

    /** What was typed; a field nobody filled in is null. */
    record Entry(
            String kind,
            String subscription,
            @Nullable String reference,
            @Nullable String seats,
            @Nullable String nextPossible,
            @Nullable String newReseller,
            AgreedTerms.Wanted terms) {}

    /** The number of the case that begins when somebody enters something. */
    String open() {
        return numbers.next("CE");
    }

    /** @throws IllegalArgumentException with words for who entered it, if it cannot be done; the task stays open then */
    void take(Entry entry) {
        try {
            done(entry, requester(entry));
        } catch (Invalid invalid) {
            throw new IllegalArgumentException(
                    String.join(
                            " ",
                            invalid.fields().stream()
                                    .map(bad -> text(bad.text(), bad.args()))
                                    .toList()),
                    invalid);
        } catch (Conflict conflict) {
            throw new IllegalArgumentException(text("conflict." + conflict.code(), conflict.args()), conflict);
        } catch (NotFound missing) {
            throw new IllegalArgumentException(text("change.entry.unknown", List.of(entry.subscription())), missing);
        }
    }

    private void done(Entry entry, Requester requester) {
        switch (entry.kind()) {
            case "terms" ->
                terms.agree(
                        entry.subscription(),
                        entry.terms(),
                        Objects.requireNonNullElse(entry.reference(), ""),
                        requester);
            case "reseller" ->
                moves.move(
                        entry.subscription(),
                        reseller(entry).id(),
                        Objects.requireNonNullElse(entry.reference(), ""),
                        requester);
            case "reduce" ->
                reductions.request(
                        null,
                        entry.subscription(),
                        seats(entry.seats()),
                        "yes".equals(entry.nextPossible()),
                        entry.reference(),
                        requester);
            default -> cancellations.request(null, entry.subscription(), null, entry.reference(), requester);
        }
    }

    private Requester requester(Entry entry) {
        var contract =
                rows.find(entry.subscription()).orElseThrow(() -> new NotFound("subscription", entry.subscription()));
        return new Requester("staff", organisations.get(contract.reseller()).email());
    }

    private Party reseller(Entry entry) {
        var number = Objects.requireNonNullElse(entry.newReseller(), "").strip();
        var found = organisations.byRegistrationNumber(number);
        if (found.size() != 1) {
            throw new Conflict("reseller-unknown", number);
        }
        return found.get(0);
    }

    /** One product per line, such as {@code 5 space-monitor-seat}. */
    private static List<Seats> seats(@Nullable String typed) {
        return Arrays.stream(Objects.requireNonNullElse(typed, "").split("\n"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(SEATS::matcher)
                .map(line ->
                        line.matches() ? new Seats(line.group(2), Integer.parseInt(line.group(1))) : new Seats("", 0))
                .toList();
    }

    static @Nullable Integer number(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : Integer.valueOf(typed.strip());
    }

    static @Nullable Percentage percentage(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : Percentage.of(typed.strip());
    }

    private String text(String key, List<Object> args) {
        return messages.getMessage(key, args.toArray(), staff);
    }
}
