package io.partnerflow.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.TestOffers;
import io.partnerflow.commission.Statements;
import io.partnerflow.debits.Debit;
import io.partnerflow.debits.DebitCollections;
import io.partnerflow.debits.Debits;
import io.partnerflow.documents.Documents;
import io.partnerflow.inventory.DeviceStatus;
import io.partnerflow.inventory.Inventory;
import io.partnerflow.inventory.InventoryDevice;
import io.partnerflow.offers.OfferView;
import io.partnerflow.offers.Offers;
import io.partnerflow.offers.WantedOffer.Line;
import io.partnerflow.offers.WantedOffer.Origin;
import io.partnerflow.parties.Party;
import io.partnerflow.returns.Inspections;
import io.partnerflow.returns.NewInspection;
import io.partnerflow.returns.NewWipe;
import io.partnerflow.returns.Receiving;
import io.partnerflow.returns.ReturnFile;
import io.partnerflow.returns.ReturnView.Way;
import io.partnerflow.returns.ReturnedDevice;
import io.partnerflow.returns.ReturnedDevice.Condition;
import io.partnerflow.returns.ReturnedDevice.End;
import io.partnerflow.returns.Returns;
import io.partnerflow.returns.Wiping;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.Paging;
import io.partnerflow.shipping.Receipt;
import io.partnerflow.shipping.Receipts;
import io.partnerflow.shipping.Shipping;
import io.partnerflow.shipping.WantedShipment;
import io.partnerflow.subscriptions.Subscriptions;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * S6: a bundle with the reseller's own services from the offer to the last certificate: credit decided by a person, two
 * parcels via the reseller, commission at once, 36 debits, a follow-up without a gap, the return with one locked device; at
 * the end every sum agrees with every other.
 */
@OverTheYears
class S6WorkplaceTest {

    private static final LocalDate OFFERED = LocalDate.of(2026, 3, 2);
    private static final LocalDate BEGINS = LocalDate.of(2026, 3, 11);
    private static final LocalDate OVER = LocalDate.of(2029, 3, 11); // the first day without the contract

    @Autowired
    TimeMachine time;

    @Autowired
    Deals deals;

    @Autowired
    RentalDeals rentals;

    @Autowired
    Offers offers;

    @Autowired
    Shipping shipping;

    @Autowired
    Receipts receipts;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    Statements statements;

    @Autowired
    Debits debits;

    @Autowired
    DebitCollections collections;

    @Autowired
    Inventory inventory;

    @Autowired
    Returns returns;

    @Autowired
    Receiving receiving;

    @Autowired
    Inspections inspections;

    @Autowired
    Wiping wiping;

    @Autowired
    Documents documents;

    @Autowired
    JdbcClient database;

    Party reseller;
    Party customer;

    @BeforeEach
    void appoint() {
        time.begin(OFFERED);
        reseller = deals.resellerOf("workplace", "0");
        customer = rentals.customerNamed("Young", reseller);
    }

    @Test
    void fromTheOfferToTheLastCertificate() throws Exception {
        var offer = offers.get(rentals.offer(bundle()));
        var order = rentals.accepted(offer.number());
        deals.sendsScan(order);
        rentals.creditIsDecided(order, "approve", "100000");
        time.until(BEGINS.minusDays(3));
        receives(ships(order, "FIRST", 2));
        time.until(BEGINS);
        receives(ships(order, "SECOND", 1));
        var contract = deals.subscriptionOf(order);
        assertThat(subscriptions.get(contract).startDate()).isEqualTo(BEGINS);
        earnsWhatTheOfferHasShown(offer, contract);

        collectUntil(OVER.minusMonths(2), order);
        var next = offers.get(rentals.offer(bundle().from(new Origin(contract, null))));
        var followUp = rentals.accepted(next.number());
        deals.sendsScan(followUp);
        rentals.creditIsDecided(followUp, "approve", "100000");
        time.until(OVER.minusDays(20));
        receives(ships(followUp, "NEW", 3));
        earnsWhatTheOfferHasShown(next, deals.subscriptionOf(followUp));

        collectUntil(OVER.plusDays(1), order);
        comesBack(order, contract);

        everySumAgrees(offer, order, contract);
    }

    private TestOffers bundle() {
        return TestOffers.of(reseller, customer)
                .of(List.of(
                        new Line("laptop-14", 2),
                        new Line("smartphone", 1),
                        new Line("office-suite", 2),
                        new Line("electronics-insurance", 3)))
                .delivered("VIA_RESELLER");
    }

    /** @return number of the shipment */
    private String ships(String order, String prefix, int pieces) {
        var open = shipping.open(order).products().stream()
                .flatMap(product -> IntStream.range(0, product.pieces()).mapToObj(i -> product.code()))
                .toList();
        var lines = IntStream.range(0, pieces)
                .mapToObj(i ->
                        new WantedShipment.Line("list", i + 1, open.get(i), "%s-%s-%d".formatted(prefix, order, i)))
                .toList();
        var number = shipping.ship(order, new WantedShipment(lines, "own", null), Deals.LOGISTICS_CLERK);
        time.aMoment();
        return number;
    }

    private void receives(String shipment) {
        var serials = database.sql("SELECT serial FROM shipment_item WHERE shipment = ?")
                .param(shipment)
                .query(String.class)
                .list();
        receipts.byReseller(reseller.id(), shipment, new Receipt(serials, List.of(), null, null));
        time.aMoment();
    }

    /** W-16: to the cent. */
    private void earnsWhatTheOfferHasShown(OfferView offer, String contract) {
        var statement = statements.list(reseller.id(), Paging.first()).items().stream()
                .map(row -> statements.get(reseller.id(), row.number()))
                .filter(one -> contract.equals(one.contract()))
                .findFirst()
                .orElseThrow();
        assertThat(statement.payable()).isEqualTo(offer.commission().commission());
        assertThat(statements.billed(statement))
                .singleElement()
                .satisfies(billed -> assertThat(billed.document().net())
                        .isEqualTo(offer.commission().commission()));
    }

    /** Month by month the desk releases the file and the bank credits it. */
    private void collectUntil(LocalDate day, String order) {
        while (true) {
            var next = debits.ofOrder(order).orElseThrow().debits().stream()
                    .filter(one -> one.status() == Debit.Status.ANNOUNCED || one.status() == Debit.Status.IN_FILE)
                    .map(Debit::collectionDay)
                    .filter(on -> on.isBefore(day))
                    .findFirst();
            if (next.isEmpty()) {
                break;
            }
            if (next.get().isAfter(time.today())) {
                time.until(next.get());
            }
            prepared(order).forEach(this::isCollected);
        }
        time.until(day);
        prepared(order).forEach(this::isCollected);
    }

    /** What this story's own debits are in, not what earlier ones have left. */
    private List<String> prepared(String order) {
        return database.sql("""
                        SELECT DISTINCT c.number FROM debit_collection c
                            JOIN debit_presentation p ON p.collection = c.number JOIN debit d ON d.id = p.debit
                        WHERE c.status = 'PREPARED' AND d.order_number = ? ORDER BY c.number""").param(order).query(String.class).list();
    }

    private void isCollected(String collection) {
        deals.does(Deals.BILLING_CLERK, "userTask_releaseDebitFile", collection, Map.of("releaseDecision", "release"));
        deals.does(Deals.BILLING_CLERK, "userTask_confirmCollection", collection, Map.of("confirmation", "credited"));
    }

    private void comesBack(String order, String contract) throws Exception {
        var number = returns.ofSubscription(contract).get(0).head().number();
        returns.choose(reseller.id(), number, Way.VIA_RESELLER);
        time.aMoment();
        var serials = inventory.ofContract(order).stream()
                .map(device -> String.valueOf(device.serial()))
                .toList();
        receiving.receive(number, String.join("\n", serials), Deals.LOGISTICS_CLERK);
        time.aMoment();
        for (var device : returns.get(number).devices()) {
            inspections.inspect(number, device.position(), seen(device), Deals.LOGISTICS_CLERK);
            time.aMoment();
        }
        returns.get(number).devices().stream()
                .filter(ReturnedDevice::canBeWiped)
                .forEach(device -> ends(device, "nist-purge-crypto", End.REFURBISHED));
        time.until(time.today().plusDays(16)); // nobody unlocks the smartphone
        returns.get(number).devices().stream()
                .filter(ReturnedDevice::givenUp)
                .forEach(device -> ends(device, "bsi-con6-destroy", End.RECYCLED));

        var file = returns.get(number);
        assertThat(file.fees())
                .singleElement()
                .satisfies(fee -> assertThat(fee.amount()).isEqualTo(eur("35.00")));
        assertThat(inventory.ofContract(order))
                .extracting(InventoryDevice::status)
                .containsOnly(DeviceStatus.REFURBISHED, DeviceStatus.RECYCLED);
        assertThat(subscriptions.get(contract).closed()).isTrue();
        assertThat(certificate(file)).contains(serials);
    }

    private void ends(ReturnedDevice device, String method, End end) {
        var wipe = new NewWipe("MEDIUM-" + device.serial(), method, "Blancco", "7.9", true);
        wiping.wipe(device.number(), device.position(), wipe, Deals.LOGISTICS_CLERK);
        wiping.end(device.number(), List.of(device.position()), end, Deals.LOGISTICS_CLERK);
        time.aMoment();
    }

    private static NewInspection seen(ReturnedDevice device) {
        return device.product().equals("smartphone")
                ? new NewInspection(Condition.GOOD, true, false, null, "Activation lock is on.", null)
                : NewInspection.good();
    }

    private String certificate(ReturnFile file) throws Exception {
        try (var pdf = Loader.loadPDF(documents.content(file.certificate()))) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    /** Invoiced = debited = contract, and nothing of it is open. */
    private void everySumAgrees(OfferView offer, String order, String contract) {
        var ofRent = debits.ofOrder(order).orElseThrow().debits().stream()
                .filter(debit -> debit.periodFrom() != null)
                .toList();
        assertThat(ofRent)
                .hasSize(36)
                .allSatisfy(debit -> assertThat(debit.status()).isEqualTo(Debit.Status.COLLECTED));
        var invoiced = sum("""
                SELECT coalesce(sum(i.net), 0) FROM invoice i WHERE i.subscription = ? AND i.source LIKE i.subscription || '/%'""", contract);
        assertThat(invoiced).isEqualTo(offer.monthlyRate().times(36));
        assertThat(invoiced).isEqualTo(offer.commission().fullTermValue());
        var gross = sum("""
                SELECT coalesce(sum(i.gross), 0) FROM invoice i WHERE i.subscription = ? AND i.source LIKE i.subscription || '/%'""", contract);
        assertThat(Money.sum(
                        gross.currency(), ofRent.stream().map(Debit::amount).toList()))
                .isEqualTo(gross);
        var paid = sum("""
                SELECT coalesce(sum(r.paid), 0) FROM receivable r JOIN invoice i ON i.number = r.number
                WHERE i.subscription = ? AND i.source LIKE i.subscription || '/%'""", contract);
        assertThat(paid).isEqualTo(gross);
    }

    private Money sum(String sql, String contract) {
        return eur(database.sql(sql)
                .param(contract)
                .query(java.math.BigDecimal.class)
                .single()
                .setScale(2)
                .toPlainString());
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
