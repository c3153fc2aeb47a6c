package io.partnerflow.returns;

import io.partnerflow.engine.ModuleService;
import io.partnerflow.engine.NightlyRun;
import io.partnerflow.inventory.Inventory;
import io.partnerflow.subscriptions.Subscriptions;
import org.springframework.transaction.annotation.Transactional;

/** Begins the return of everything a contract near its end has out, once a night, in portions. */
@ModuleService
class ReturnRun implements NightlyRun {

    private final DueReturns due;
    private final ReturnStart start;
    private final ReturnRows rows;
    private final ReturnLetters letters;
    private final Inventory inventory;
    private final Subscriptions subscriptions;
    private final ReturnSettings settings;

    ReturnRun(
            DueReturns due,
            ReturnStart start,
            ReturnRows rows,
            ReturnLetters letters,
            Inventory inventory,
            Subscriptions subscriptions,
            ReturnSettings settings) {
        this.due = due;
        this.start = start;
        this.rows = rows;
        this.letters = letters;
        this.inventory = inventory;
        this.subscriptions = subscriptions;
        this.settings = settings;
    }

    /** Tells of every last day that is later than it was. */
    void move() {
        due.moved().forEach(moved -> {
            rows.dueOn(moved.number(), moved.dueOn());
            letters.moved(rows.get(moved.number()));
        });
    }

    /** @return whether more may be due */
    boolean startDue() {
        var portion = due.find(settings.batch());
        portion.forEach(one -> {
            var contract = subscriptions.get(one.subscription());
            start.ofContract(contract, inventory.outstanding(contract.orderNumber()), one.dueOn());
        });
        return !portion.isEmpty();
    }

    @Override
    public String process() {
        return "return-run";
    }

    @Override
    @Transactional(readOnly = true)
    public boolean hasWork() {
        return !due.find(1).isEmpty() || !due.moved().isEmpty();
    }
}
