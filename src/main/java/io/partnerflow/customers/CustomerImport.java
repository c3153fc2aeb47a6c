package io.partnerflow.customers;

import io.partnerflow.access.Users;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.parties.ManyParties;
import io.partnerflow.parties.ManyParties.Known;
import io.partnerflow.parties.ManyParties.Wanted;
import io.partnerflow.parties.NewParty;
import io.partnerflow.parties.Resellers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Prepares many customers at once by the rules of {@link CustomerPreparation}. */
@ModuleService
public class CustomerImport {

    private final ManyParties parties;
    private final Resellers resellers;
    private final Users users;

    CustomerImport(ManyParties parties, Resellers resellers, Users users) {
        this.parties = parties;
        this.resellers = resellers;
        this.users = users;
    }

    /** What would become of a customer. */
    public enum Verdict {
        /** Nobody knows it. */
        NEW,
        /** It is a customer of this reseller already and stays as it is. */
        THERE,
        /** It is known, belongs to nobody, and becomes a customer of this reseller. */
        LINKED,
        /** Another reseller takes care of it, or it has people of its own: it can be asked to be linked. */
        TAKEN,
        /** It is the reseller itself. */
        ITSELF
    }

    /** @param id null as long as nobody knows it */
    public record Answer(Verdict verdict, @Nullable UUID id) {}

    /** In the same order. Each registration number is there once. */
    @Transactional(readOnly = true)
    public List<Answer> check(List<Wanted> wanted) {
        var known = parties.byRegistration(wanted.stream().map(Wanted::party).toList()).stream()
                .collect(Collectors.toMap(one -> key(one.country(), one.registrationNumber()), Function.identity()));
        var byVat =
                parties
                        .byVatId(wanted.stream()
                                .map(one -> one.party().vatId())
                                .filter(Objects::nonNull)
                                .toList())
                        .stream()
                        .collect(Collectors.groupingBy(one -> String.valueOf(one.vatId())));
        var own = users.anyIn(known.values().stream().map(Known::id).toList());
        return wanted.stream()
                .map(one -> answer(
                        one,
                        known.get(key(one.party().country(), one.party().registrationNumber())),
                        byVat.getOrDefault(String.valueOf(one.party().vatId()), List.of()),
                        own))
                .toList();
    }

    private static Answer answer(Wanted wanted, @Nullable Known known, List<Known> sameVat, Set<UUID> own) {
        if (known != null && known.id().equals(wanted.reseller())) {
            return new Answer(Verdict.ITSELF, known.id());
        }
        if (known != null && known.resellers().contains(wanted.reseller())) {
            return new Answer(Verdict.THERE, known.id());
        }
        var others = sameVat.stream().anyMatch(one -> isAnothers(one, wanted.reseller()));
        if (known == null) {
            return new Answer(others ? Verdict.TAKEN : Verdict.NEW, null);
        }
        return others || own.contains(known.id()) || isAnothers(known, wanted.reseller())
                ? new Answer(Verdict.TAKEN, known.id())
                : new Answer(Verdict.LINKED, known.id());
    }

    private static boolean isAnothers(Known known, UUID reseller) {
        return known.primary() != null && !known.primary().equals(reseller);
    }

    /**
     * Registers and links them.
     *
     * @param answers what {@link #check} has said in this transaction; none of them taken
     * @param toStay false if the caller's transaction is undone
     * @return their ids, in the same order
     */
    public List<UUID> prepare(List<Wanted> wanted, List<Answer> answers, boolean toStay) {
        var fresh = new ArrayList<Wanted>();
        for (var index = 0; index < wanted.size(); index++) {
            if (answers.get(index).verdict() == Verdict.NEW) {
                fresh.add(wanted.get(index));
            }
        }
        var ids = parties.prepare(fresh, toStay).iterator();
        var all = new ArrayList<UUID>();
        for (var index = 0; index < wanted.size(); index++) {
            var answer = answers.get(index);
            if (answer.verdict() == Verdict.LINKED) {
                resellers.link(wanted.get(index).reseller(), Objects.requireNonNull(answer.id()));
            }
            all.add(answer.verdict() == Verdict.NEW ? ids.next() : Objects.requireNonNull(answer.id()));
        }
        return all;
    }

    /**
     * The customers a reseller may order for, by country and registration number in normal form.
     *
     * @return by {@link #key}; what is missing is unknown or not the reseller's
     */
    @Transactional(readOnly = true)
    public Map<String, UUID> find(UUID reseller, Collection<NewParty> numbers) {
        var found = new HashMap<String, UUID>();
        parties.byRegistration(numbers).stream()
                .filter(one -> one.resellers().contains(reseller))
                .forEach(one -> found.put(key(one.country(), one.registrationNumber()), one.id()));
        return found;
    }

    /**
     * Takes customers away again.
     *
     * @throws org.springframework.dao.DataIntegrityViolationException if something has been done with one of them
     */
    public void forget(Collection<UUID> customers) {
        parties.forget(customers);
    }

    /** What tells two organisations apart. */
    public static String key(String country, String registrationNumber) {
        return country + ' ' + registrationNumber;
    }
}
