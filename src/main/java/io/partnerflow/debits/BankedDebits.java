package io.partnerflow.debits;

import io.partnerflow.bankfiles.BankEntry.Kind;
import io.partnerflow.debits.CollectionRows.Told;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.engine.Workflow;
import io.partnerflow.payments.CollectedDebits;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds debits in what the bank says about the account: credited with their file, or given back. */
@ModuleService
class BankedDebits implements CollectedDebits {

    private final CollectionRows rows;
    private final ReturnedDebits returned;
    private final Workflow workflow;

    BankedDebits(CollectionRows rows, ReturnedDebits returned, Workflow workflow) {
        this.rows = rows;
        this.returned = returned;
        this.workflow = workflow;
    }

    @Override
    public Set<Long> recognise(List<Movement> movements) {
        var told = told(movements);
        return movements.stream()
                .filter(movement -> toldBy(movement, told) != null)
                .map(Movement::entry)
                .collect(Collectors.toSet());
    }

    @Override
    public void book(List<Movement> movements) {
        var told = told(movements);
        var touched = new LinkedHashSet<String>();
        for (var movement : movements) {
            var one = Objects.requireNonNull(toldBy(movement, told));
            if (movement.kind() == Kind.RECEIVED) {
                rows.credited(one.name(), movement.bookedOn());
            } else {
                var reason = Objects.requireNonNullElse(movement.returnReason(), ReturnReason.MS03.name());
                returned.takeBack(one.name(), ReturnReason.of(reason), movement.bookedOn());
            }
            touched.add(one.collection());
        }
        touched.stream().filter(rows::isCredited).forEach(this::goOn);
    }

    /** Nobody needs to confirm what the bank itself has said. */
    private void goOn(String collection) {
        if (workflow.waitsFor(DebitProcess.CREDITED, collection)) {
            workflow.correlate(DebitProcess.CREDITED, collection);
        }
    }

    /** By name: what the movements mention that is ours. */
    private Map<String, Told> told(List<Movement> movements) {
        var names = movements.stream()
                .flatMap(movement -> Stream.of(movement.endToEnd(), movement.batch()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return rows.told(names).stream().collect(Collectors.toMap(Told::name, Function.identity()));
    }

    /** A debit counts by its own name before the name of its file; what comes in must be its amount, bank fees go off what goes back. */
    private static @Nullable Told toldBy(Movement movement, Map<String, Told> told) {
        var one = Stream.of(movement.endToEnd(), movement.batch())
                .filter(Objects::nonNull)
                .map(told::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        var fits = one != null
                && (movement.kind() == Kind.RECEIVED
                        ? one.amount().equals(movement.amount())
                        : one.name().equals(movement.endToEnd()));
        return fits ? one : null;
    }
}
