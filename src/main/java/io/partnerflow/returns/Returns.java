package io.partnerflow.returns;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.inventory.Inventory;
import io.partnerflow.inventory.InventoryDevice;
import io.partnerflow.returns.ReturnView.Way;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.Page;
import io.partnerflow.shared.Paging;
import io.partnerflow.subscriptions.SubscriptionView;
import io.partnerflow.subscriptions.Subscriptions;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.transaction.annotation.Transactional;

/** What resellers and customers may ask and say about returns; the house asks without an organisation. */
@ModuleService
public class Returns {

    private static final int MOST = 200;

    private final ReturnRows rows;
    private final ReturnedDeviceRows devices;
    private final ReturnFiles files;
    private final ReturnStart start;
    private final ReturnCheck check;
    private final ReturnPapers papers;
    private final ReturnLetters letters;
    private final Inventory inventory;
    private final Subscriptions subscriptions;
    private final AuditTrail audit;

    Returns(
            ReturnRows rows,
            ReturnedDeviceRows devices,
            ReturnFiles files,
            ReturnStart start,
            ReturnCheck check,
            ReturnPapers papers,
            ReturnLetters letters,
            Inventory inventory,
            Subscriptions subscriptions,
            AuditTrail audit) {
        this.rows = rows;
        this.devices = devices;
        this.files = files;
        this.start = start;
        this.check = check;
        this.papers = papers;
        this.letters = letters;
        this.inventory = inventory;
        this.subscriptions = subscriptions;
        this.audit = audit;
    }

    /** A reseller's returns, open ones first, newest first; found by number, customer, contract or serial number. */
    @Transactional(readOnly = true)
    public Page<ReturnSummary> of(UUID reseller, Paging paging) {
        var page = rows.of(reseller, paging);
        return new Page<>(files.summaries(page.items()), page.page(), page.size(), page.total(), page.totalExact());
    }

    /** The same from the first one on, handed out one by one. */
    @Transactional(readOnly = true)
    public void each(UUID reseller, Paging paging, int most, Consumer<ReturnSummary> taker) {
        rows.each(reseller, paging, most, portion -> files.summaries(portion).forEach(taker));
    }

    /** @throws NotFound if there is none, or the organisation is neither its reseller nor its customer */
    @Transactional(readOnly = true)
    public ReturnFile get(UUID organisation, String number) {
        var head = rows.get(number);
        if (!head.reseller().equals(organisation) && !head.customer().equals(organisation)) {
            throw new NotFound("return", number);
        }
        return files.of(head);
    }

    /** For the house. @throws NotFound if there is none */
    @Transactional(readOnly = true)
    public ReturnFile get(String number) {
        return files.of(rows.get(number));
    }

    /** For the house: those that are open, the first due first. */
    @Transactional(readOnly = true)
    public List<ReturnSummary> open() {
        return files.summaries(rows.open(MOST));
    }

    /** For the house: those that are over, the newest first. */
    @Transactional(readOnly = true)
    public List<ReturnSummary> completed() {
        return files.summaries(rows.completed(MOST / 4));
    }

    /** Of a contract, newest first. Whoever asks must have been let see the contract. */
    @Transactional(readOnly = true)
    public List<ReturnSummary> ofSubscription(String subscription) {
        return files.summaries(rows.ofSubscription(subscription));
    }

    /** The customer's with this reseller, newest first. */
    @Transactional(readOnly = true)
    public List<ReturnSummary> ofCustomer(UUID reseller, UUID customer) {
        return files.summaries(rows.ofCustomer(customer, MOST).stream()
                .filter(head -> head.reseller().equals(reseller))
                .toList());
    }

    /**
     * Devices of a contract that could be sent back now.
     *
     * @throws NotFound if the contract is not the reseller's
     */
    @Transactional(readOnly = true)
    public List<InventoryDevice> returnable(UUID reseller, String subscription) {
        var out = inventory.outstanding(contract(reseller, subscription).orderNumber()).stream()
                .filter(device -> device.serial() != null)
                .toList();
        var elsewhere = new HashSet<>(devices.onTheirWay(out.stream()
                .map(device -> Objects.requireNonNull(device.serial()))
                .toList()));
        return out.stream()
                .filter(device -> !elsewhere.contains(device.serial()))
                .toList();
    }

    /**
     * Announces single devices, such as damaged or exchanged ones.
     *
     * @return RE-…
     * @throws NotFound if the contract is not the reseller's
     * @throws Invalid on {@code serials[n]}, {@code serials}, {@code reason}
     */
    public String request(UUID reseller, WantedReturn wanted) {
        var contract = contract(reseller, wanted.subscription());
        var chosen = check.chosen(returnable(reseller, wanted.subscription()), wanted);
        var way = Objects.requireNonNullElse(wanted.way(), Way.DIRECT);
        return start.ofDevices(contract, way, wanted.reason().strip(), wanted.requestedBy(), chosen);
    }

    /**
     * The way the devices take; another label goes out.
     *
     * @throws NotFound if there is no such return of the reseller
     * @throws Conflict {@code return-under-way} if something has arrived already
     */
    public void choose(UUID reseller, String number, Way way) {
        var head = rows.lock(number);
        if (!head.reseller().equals(reseller)) {
            throw new NotFound("return", number);
        }
        if (head.way() == way) {
            return;
        }
        var all = devices.of(number);
        if (!all.stream().allMatch(ReturnedDevice::missing)) {
            throw new Conflict("return-under-way", number);
        }
        rows.go(number, way);
        var changed = rows.get(number);
        letters.announced(changed, all, papers.label(changed, all));
        audit.record("return-way-chosen", number, way.name());
    }

    private SubscriptionView contract(UUID reseller, String number) {
        var contract = subscriptions.get(number);
        if (!contract.reseller().equals(reseller)) {
            throw new NotFound("subscription", number);
        }
        return contract;
    }
}
