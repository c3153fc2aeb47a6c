package io.partnerflow.orders;

import io.partnerflow.engine.ModuleService;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;

/** Orders that come in by the hundred: the same checks and the same steps as one order, but its process begins later. */
@ModuleService
public class OrderImport {

    private final WantedOrderCheck check;
    private final OpenOrders open;
    private final OrderedTrials trials;
    private final OrderDesk desk;
    private final CustomerOrders orders;
    private final OrderManagement management;
    private final EntityManager entities;

    OrderImport(
            WantedOrderCheck check,
            OpenOrders open,
            OrderedTrials trials,
            OrderDesk desk,
            CustomerOrders orders,
            OrderManagement management,
            EntityManager entities) {
        this.check = check;
        this.open = open;
        this.trials = trials;
        this.desk = desk;
        this.orders = orders;
        this.management = management;
        this.entities = entities;
    }

    /** What keeps the order from being placed; empty if nothing does. Fields are called as in {@link OrderFields#API}. */
    @Transactional(readOnly = true)
    public List<Invalid.Field> check(WantedOrder wanted) {
        try {
            var checked = check.forPlacing(wanted, OrderFields.API);
            trials.toConvert(wanted);
            open.requireNone(wanted.customer(), checked.policy().code());
            return List.of();
        } catch (Invalid invalid) {
            return invalid.fields();
        } catch (Conflict conflict) {
            return Invalid.because(conflict, "").fields();
        }
    }

    /**
     * Writes the order with its form, complete but for its process.
     *
     * @return its number, for {@link #begin}
     * @throws Invalid as {@link #check}
     * @throws Conflict as {@link #check}
     */
    public String write(WantedOrder wanted) {
        var checked = check.forPlacing(wanted, OrderFields.API);
        var order = desk.write(wanted, checked);
        var number = desk.take(order, checked, wanted).number();
        forget();
        return number;
    }

    /** What is written need not be looked at again before each question of the next of thousands. */
    private void forget() {
        entities.flush();
        entities.clear();
    }

    /** Begins the order's process; {@link #handOver} has to follow in another job. */
    public void begin(String number) {
        desk.begin(orders.get(number).view());
    }

    /** The order's process goes on as if its form had come in now. */
    public void handOver(String number) {
        management.goOn(orders.get(number));
    }
}
