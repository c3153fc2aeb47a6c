package io.partnerflow.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerflow.documents.Documents;
import io.partnerflow.inventory.DeviceEvent;
import io.partnerflow.inventory.DeviceStatus;
import io.partnerflow.inventory.Inventory;
import io.partnerflow.inventory.InventoryDevice;
import io.partnerflow.inventory.SerialNumber;
import io.partnerflow.mail.OutboxLetter;
import io.partnerflow.orders.WantedOrder;
import io.partnerflow.returns.Inspections;
import io.partnerflow.returns.NewInspection;
import io.partnerflow.returns.NewInspection.Photo;
import io.partnerflow.returns.NewWipe;
import io.partnerflow.returns.Receiving;
import io.partnerflow.returns.RentedDevices;
import io.partnerflow.returns.ReturnFee;
import io.partnerflow.returns.ReturnFee.Finding;
import io.partnerflow.returns.ReturnFile;
import io.partnerflow.returns.ReturnView.Way;
import io.partnerflow.returns.ReturnedDevice;
import io.partnerflow.returns.ReturnedDevice.Condition;
import io.partnerflow.returns.ReturnedDevice.End;
import io.partnerflow.returns.ReturnedDevice.State;
import io.partnerflow.returns.Returns;
import io.partnerflow.returns.UnexpectedArrival.Why;
import io.partnerflow.returns.WantedReturn;
import io.partnerflow.returns.Wiping;
import io.partnerflow.scenarios.Deals;
import io.partnerflow.scenarios.OverTheYears;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.NotFound;
import io.partnerflow.subscriptions.Extensions;
import io.partnerflow.subscriptions.Rentals;
import io.partnerflow.subscriptions.SubscriptionState;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Devices come back, each on its own way to its end (W-25, W-26, W-33, W-38, WA-9, WA-10). */
@OverTheYears
class ReturnProcessTest extends SubscriptionTests {

    private static final LocalDate BEGINS = LocalDate.of(2026, 3, 31);
    private static final LocalDate OVER = LocalDate.of(2027, 3, 31); // the first day without the contract
    private static final LocalDate DUE = LocalDate.of(2027, 4, 13); // fourteen days after its last day
    private static final String LENA = "lena";

    @Autowired
    Rentals rentals;

    @Autowired
    Extensions extensions;

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

    List<String> serials;
    String number;

    /** Devices of a twelve-month contract, in use from the first day on. */
    void rented(String... products) {
        time.begin(BEGINS);
        reseller = deals.resellerOf("workplace", "0");
        customer = deals.customerOf(reseller);
        subscription = rentals.begin(
                reseller,
                customer,
                12,
                List.of(new WantedOrder.Line("laptop-14", products.length), new WantedOrder.Line("office-suite", 1)));
        serials = new RentedDevices(inventory).inUse(view(), products);
    }

    /** A month before the end its return is announced. */
    void announced(String... products) {
        rented(products);
        goTo(OVER.minusDays(29));
        number = ofContract().get(0);
    }

    @Test
    void everythingComesBackAndTheContractIsClosed() {
        announced("laptop-16-pro", "laptop-14", "monitor-27");
        assertThat(file().head().dueOn()).isEqualTo(DUE);
        assertThat(file().head().way()).isEqualTo(Way.DIRECT);
        assertThat(inventoryOf(0).status()).isEqualTo(DeviceStatus.RETURN_ANNOUNCED);
        assertThat(lettersTo(customer.email(), "return-announced"))
                .singleElement()
                .satisfies(letter -> assertThat(letter.subject()).contains(number));
        assertThat(lettersTo(reseller.email(), "return-announced")).hasSize(1);
        assertThat(process.factsOf(number, "userTask_receiveDevices"))
                .containsEntry("returnUrl", "/staff/returns/" + number)
                .extractingByKey("devices")
                .asString()
                .contains(serials);

        receive(serials.get(0), serials.get(2)); // two of three
        process.taskAt(number, "userTask_inspectDevices");
        inspect(0, NewInspection.good());
        inspect(2, NewInspection.good());
        process.taskAt(number, "userTask_wipeDevices");
        wipe(0, "SSD-A", "nist-purge-crypto", true);
        assertThat(device(0).state()).isEqualTo(State.INSPECTED); // it has two media
        wipe(0, "SSD-B", "bsi-con6-overwrite", true);
        assertThat(device(0).state()).isEqualTo(State.WIPED);
        end(0, End.REFURBISHED);
        end(2, End.RECYCLED); // nothing to wipe in a monitor
        process.taskAt(number, "userTask_receiveDevices"); // the third

        goTo(OVER.plusDays(3));
        assertThat(state()).isEqualTo(SubscriptionState.ENDED);
        receive(serials.get(1));
        inspect(1, NewInspection.good());
        wipe(1, "SSD-C", "nist-clear", true);
        end(1, End.REFURBISHED);

        process.hasEndedBy(number, "serviceTask_issueErasureCertificate", "endEvent_returnCompleted");
        assertThat(view().closed()).isTrue();
        assertThat(closings()).isEqualTo(1);
        assertThat(file().fees()).isEmpty();
        assertThat(lettersTo(customer.email(), "return-completed")).hasSize(1);
        assertThat(certificate())
                .contains(serials.get(0), "SSD-A", "Purge (cryptographic erase)", "SSD-B", "Overwriting", "BSI")
                .contains(serials.get(1), "SSD-C", "Clear", "Blancco", "7.9", LENA, "Passed")
                .contains(serials.get(2), "No storage medium in it", "Recycled");
        assertThat(inventory.history(inventoryOf(0).id()))
                .extracting(DeviceEvent::status)
                .containsExactly(
                        DeviceStatus.ORDERED,
                        DeviceStatus.SHIPPED,
                        DeviceStatus.DELIVERED,
                        DeviceStatus.IN_USE,
                        DeviceStatus.RETURN_ANNOUNCED,
                        DeviceStatus.RECEIVED,
                        DeviceStatus.INSPECTED,
                        DeviceStatus.WIPED,
                        DeviceStatus.REFURBISHED);
    }

    @Test
    void whatIsHereBeforeTheEndWaitsForIt() {
        announced("monitor-27");
        receive(serials.get(0));
        inspect(0, NewInspection.good());
        end(0, End.REFURBISHED);
        assertThat(process.waitsAt(number)).contains("event_contractOver");
        assertThat(view().active()).isTrue();

        goTo(OVER.plusDays(1));

        process.hasEndedBy(number, "endEvent_returnCompleted");
        assertThat(view().closed()).isTrue();
        assertThat(file().certificate()).isNull(); // nothing was wiped
    }

    @Test
    void theResellerCanHaveTheDevicesSentThroughIt() {
        announced("laptop-14");
        var direct = file().label();
        returns.choose(reseller.id(), number, Way.VIA_RESELLER);
        time.aMoment();

        assertThat(file().label()).isNotEqualTo(direct);
        assertThat(words(documents.content(file().label()))).contains("Via the reseller", reseller.name(), number);
        assertThat(lettersTo(customer.email(), "return-announced")).hasSize(2);
        receive(serials.get(0));
        assertThatThrownBy(() -> returns.choose(reseller.id(), number, Way.DIRECT))
                .isInstanceOfSatisfying(
                        Conflict.class, no -> assertThat(no.code()).isEqualTo("return-under-way"));
        assertThatThrownBy(() -> returns.choose(customer.id(), number, Way.DIRECT))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void lateDevicesAreRemindedOfChargedAndLost() {
        announced("laptop-14", "smartphone");
        receive(serials.get(0));
        inspect(0, NewInspection.good());
        wipe(0, "SSD-1", "nist-clear", true);
        end(0, End.REFURBISHED);
        goTo(DUE);
        assertThat(lettersTo(customer.email(), "return-reminder")).isEmpty();
        goTo(DUE.plusDays(1));
        assertThat(lettersTo(customer.email(), "return-reminder")).hasSize(1);
        goTo(DUE.plusDays(8));
        assertThat(lettersTo(customer.email(), "return-reminder")).hasSize(2);
        goTo(DUE.plusDays(22));

        assertThat(file().fees()).singleElement().satisfies(fee -> {
            assertThat(fee.serial()).isEqualTo(serials.get(1));
            assertThat(fee.finding()).isEqualTo(Finding.LOST);
            assertThat(fee.amount()).isEqualTo(Money.of("290.00", "EUR"));
            assertThat(fee.invoice()).isNotNull();
            assertThat(net(fee)).isEqualTo(Money.of("290.00", "EUR"));
        });
        assertThat(lettersTo(customer.email(), "return-charged")).hasSize(1);
        assertThat(process.factsOf(number, "userTask_decideMissingDevices"))
                .extractingByKey("devices")
                .asString()
                .contains(serials.get(1))
                .doesNotContain(serials.get(0));
        decides("grant", time.today().plusDays(10).toString());
        goTo(time.today().plusDays(10));
        assertThat(process.waitsAt(number)).doesNotContain("userTask_decideMissingDevices");
        goTo(time.today().plusDays(2));
        decides("lost", "");

        process.hasEndedBy(
                number, "serviceTask_declareDevicesLost", "endEvent_nothingMissing", "endEvent_returnCompleted");
        assertThat(inventoryOf(1).status()).isEqualTo(DeviceStatus.LOST);
        assertThat(file().fees()).hasSize(1);
        assertThat(view().closed()).isTrue();
        assertThat(certificate()).contains(serials.get(1), "Not returned");
    }

    @Test
    void aDeviceThatComesAfterItWasChargedIsCredited() {
        announced("laptop-14");
        goTo(DUE.plusDays(23));
        process.taskAt(number, "userTask_decideMissingDevices");
        var invoice = file().fees().get(0).invoice();

        receive(serials.get(0));
        inspect(0, NewInspection.good());
        wipe(0, "SSD-1", "nist-clear", true);
        end(0, End.REFURBISHED);

        process.hasEndedBy(number, "endEvent_returnCompleted");
        assertThat(file().fees())
                .singleElement()
                .satisfies(fee -> assertThat(fee.credit()).startsWith("CR-"));
        assertThat(credited(invoice)).isEqualTo(Money.of("450.00", "EUR").amount());
        assertThat(view().closed()).isTrue();
    }

    @Test
    void aDeviceThatComesAfterItsReturnWasOverGetsOneOfItsOwnAndIsCredited() {
        announced("laptop-14");
        goTo(DUE.plusDays(23));
        decides("lost", "");
        process.hasEndedBy(number, "serviceTask_declareDevicesLost", "endEvent_returnCompleted");
        var over = number;
        var invoice = file().fees().get(0).invoice();

        var receipt = receiving.receive(over, serials.get(0) + "\nNEVER-SEEN-2", LENA);
        time.aMoment();
        assertThat(receipt.late()).singleElement().satisfies(late -> {
            assertThat(late.serial()).isEqualTo(serials.get(0));
            number = late.number();
        });
        assertThat(receipt.unexpected()).hasSize(1);
        assertThatThrownBy(() -> receiving.receive(over, serials.get(0), LENA)) // it is elsewhere by now
                .isInstanceOfSatisfying(
                        Conflict.class, no -> assertThat(no.code()).isEqualTo("return-completed"));
        assertThat(number).isNotEqualTo(over);
        assertThat(file().head().reason()).contains(over);
        assertThat(inventoryOf(0).status()).isEqualTo(DeviceStatus.RECEIVED);
        assertThat(credited(invoice)).isEqualTo(Money.of("450.00", "EUR").amount());
        assertThat(lettersTo(customer.email(), "return-announced")).isEmpty(); // there is nothing to send
        process.taskAt(number, "userTask_inspectDevices");
        inspect(0, NewInspection.good());
        wipe(0, "SSD-1", "nist-clear", true);
        end(0, End.REFURBISHED);

        process.hasEndedBy(number, "endEvent_returnCompleted");
        assertThat(certificate()).contains("SSD-1", "Passed", "Refurbished");
        assertThat(file().fees()).isEmpty();
        assertThat(returns.get(over).fees())
                .singleElement()
                .satisfies(fee -> assertThat(fee.credit()).startsWith("CR-"));
        assertThat(credited(invoice)).isEqualTo(Money.of("450.00", "EUR").amount());
        assertThat(closings()).isEqualTo(1);
    }

    @Test
    void aLockedDeviceWaitsForTheCustomerAndIsDestroyedIfNobodyUnlocksIt() {
        announced("smartphone", "laptop-14");
        receive(serials.get(0), serials.get(1));
        inspect(1, NewInspection.good());
        inspect(0, locked());
        wipe(1, "SSD-1", "nist-clear", true);
        end(1, End.REFURBISHED);
        process.taskAt(number, "userTask_checkLockedDevices");
        assertThat(lettersTo(customer.email(), "return-locked")).hasSize(1);
        var until = time.today().plusDays(14);
        assertThat(device(0).unlockUntil()).isEqualTo(until);

        goTo(until.plusDays(1));

        assertThat(device(0).givenUp()).isTrue();
        process.taskAt(number, "userTask_wipeDevices");
        assertThatThrownBy(() -> wipe(0, "NAND-1", "nist-clear", true))
                .satisfies(bad -> assertThat(codes(bad)).containsExactly("wipe-must-destroy"));
        wipe(0, "NAND-1", "bsi-con6-destroy", true);
        assertThatThrownBy(() -> end(0, End.REFURBISHED))
                .isInstanceOfSatisfying(
                        Conflict.class, no -> assertThat(no.code()).isEqualTo("device-only-recycled"));
        end(0, End.RECYCLED);
        goTo(OVER.plusDays(1));

        process.hasEndedBy(number, "serviceTask_giveUpUnlocking", "endEvent_returnCompleted");
        assertThat(file().fees()).singleElement().satisfies(fee -> {
            assertThat(fee.finding()).isEqualTo(Finding.LOCKED);
            assertThat(net(fee)).isEqualTo(Money.of("35.00", "EUR"));
        });
        assertThat(inventoryOf(0).status()).isEqualTo(DeviceStatus.RECYCLED);
    }

    @Test
    void anUnlockedDeviceGoesOnAndCostsNothing() {
        announced("smartphone");
        receive(serials.get(0));
        inspect(0, locked());
        process.taskAt(number, "userTask_checkLockedDevices");
        inspect(0, NewInspection.good());
        process.taskAt(number, "userTask_wipeDevices");
        wipe(0, "NAND-1", "nist-purge-crypto", true);
        end(0, End.REFURBISHED);
        goTo(OVER.plusDays(1));

        process.hasEndedBy(number, "endEvent_returnCompleted");
        assertThat(file().fees()).isEmpty();
    }

    @Test
    void damageIsChargedWithItsPhotoOnceTheDeviceHasItsEnd() {
        announced("laptop-14");
        receive(serials.get(0));
        assertThatThrownBy(() -> inspect(0, new NewInspection(Condition.DAMAGED_MAJOR, false, true, null, " ", null)))
                .satisfies(bad -> assertThat(codes(bad))
                        .containsExactlyInAnyOrder("return-words-missing", "return-photo-missing"));
        for (var file : List.of("GIF89a no picture", "\u0089PNG\r\n\u001a\n cut off", "%PDF-1.7 a paper")) {
            var bytes = file.getBytes(StandardCharsets.ISO_8859_1);
            assertThatThrownBy(() -> inspect(0, damaged(new Photo(bytes, "damage.png"))))
                    .satisfies(bad -> assertThat(codes(bad)).containsExactly("return-photo-unreadable"));
        }
        inspect(0, damaged(new Photo(png(), "damage.png")));
        inspect(0, new NewInspection(Condition.DAMAGED_MINOR, false, true, null, "Only the lid.", null)); // put right
        assertThat(device(0).inspection().photo()).isNotNull();
        assertThat(file().fees()).isEmpty();
        wipe(0, "SSD-1", "nist-clear", true);
        assertThatThrownBy(() -> inspect(0, NewInspection.good()))
                .isInstanceOfSatisfying(
                        Conflict.class, no -> assertThat(no.code()).isEqualTo("device-not-to-inspect"));
        end(0, End.REFURBISHED);

        assertThat(file().fees())
                .extracting(ReturnFee::finding, this::net)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Finding.DAMAGED_MINOR, Money.of("49.00", "EUR")),
                        org.assertj.core.groups.Tuple.tuple(Finding.MISSING_PARTS, Money.of("25.00", "EUR")));
        var invoice = invoices.get(customer.id(), file().fees().get(0).invoice());
        assertThat(invoice.lines().get(0).description())
                .contains(serials.get(0), "small damage", "Only the lid.", number)
                .contains(device(0).inspection().photo().toString());
        assertThat(invoice.billTo()).isEqualTo(customer.id());
        assertThat(invoice.subscription()).isEqualTo(subscription);
    }

    @Test
    void aTryThatFailedIsFollowedByAnotherMethod() {
        announced("laptop-14");
        receive(serials.get(0));
        inspect(0, NewInspection.good());
        wipe(0, "SSD-1", "nist-purge-crypto", false);
        assertThat(device(0).state()).isEqualTo(State.INSPECTED);
        assertThatThrownBy(() -> end(0, End.REFURBISHED))
                .isInstanceOfSatisfying(
                        Conflict.class, no -> assertThat(no.code()).isEqualTo("device-not-finished"));
        wipe(0, "SSD-1", "nist-destroy", true);
        assertThatThrownBy(() -> wipe(0, "SSD-1", "nist-destroy", true))
                .isInstanceOfSatisfying(
                        Conflict.class, no -> assertThat(no.code()).isEqualTo("medium-wiped"));
        end(0, End.RECYCLED);
        goTo(OVER.plusDays(1));

        assertThat(certificate()).contains("SSD-1", "Failed, see next try", "Destroy", "Passed");
    }

    @Test
    void badLinesAboutMediaAreNamedAndNothingIsDone() {
        announced("laptop-16-pro");
        receive(serials.get(0));
        inspect(0, NewInspection.good());
        assertThatThrownBy(() -> wiping.wipe(number, 1, new NewWipe("x", "magic", " ", "", null), LENA))
                .satisfies(bad -> assertThat(codes(bad))
                        .containsExactly("medium-serial", "wipe-method", "required", "required", "wipe-result"));
        var good = serials.get(0) + ";SSD-1;nist-clear;Blancco;7.9;passed";
        assertThatThrownBy(() -> wiping.wipeAll(
                        number,
                        good + "\nNOBODY-1;SSD-2;nist-clear;Blancco;7.9;passed\nshort;line\n" + serials.get(0)
                                + ";SSD-3;nist-clear;Blancco;7.9;perhaps",
                        LENA))
                .satisfies(bad -> assertThat(((Invalid) bad).fields())
                        .extracting(Invalid.Field::field)
                        .containsExactly("lines[1].serial", "lines[2]", "lines[3].result"));
        assertThat(file().wipes()).isEmpty();
        wiping.wipeAll(number, good + "\n" + serials.get(0) + ";SSD-2;nist-clear;Blancco;7.9;Passed", LENA);
        assertThat(device(0).state()).isEqualTo(State.WIPED);
    }

    @Test
    void moreMediaThanADeviceHasAreRefused() {
        announced("laptop-14");
        receive(serials.get(0));
        inspect(0, NewInspection.good());
        wipe(0, "SSD-1", "nist-clear", false);
        assertThatThrownBy(() -> wipe(0, "SSD-2", "nist-clear", true))
                .isInstanceOfSatisfying(
                        Conflict.class, no -> assertThat(no.code()).isEqualTo("too-many-media"));
    }

    @Test
    void whatNobodyAnnouncedIsWrittenDownAndNamed() {
        rented("laptop-14");
        var foreign = serials.get(0);
        var other = subscription;
        reseller = deals.resellerOf("workplace", "0");
        customer = deals.customerOf(reseller);
        subscription = rentals.begin(reseller, customer, 12);
        assertThat(subscription).isNotEqualTo(other);
        serials = new RentedDevices(inventory).inUse(view(), "laptop-14", "laptop-14");
        number = returns.request(reseller.id(), wanted(serials.get(0)));
        time.aMoment();

        var receipt = receiving.receive(
                number,
                "Serial number;Product\n%s;Laptop\n \n%s;Laptop\nNEVER-SEEN-1\n%s\n#?!\n"
                        .formatted(serials.get(0).toLowerCase(), foreign, serials.get(1)),
                LENA);
        time.aMoment();

        assertThat(receipt.taken()).containsExactly(serials.get(0));
        assertThat(receipt.unexpected())
                .extracting(one -> one.serial() + " " + one.why())
                .containsExactly(
                        foreign + " " + Why.FOREIGN,
                        "NEVER-SEEN-1 " + Why.UNKNOWN,
                        serials.get(1) + " " + Why.NOT_ANNOUNCED);
        assertThat(receipt.unreadable())
                .singleElement()
                .satisfies(bad -> assertThat(bad.line()).isEqualTo(7));
        assertThat(file().unexpected()).hasSize(3);
        assertThat(inventory.find(new SerialNumber(foreign)).orElseThrow().status())
                .isEqualTo(DeviceStatus.IN_USE);

        var again = receiving.receive(number, serials.get(0) + "\nNEVER-SEEN-1", LENA);
        assertThat(again.taken()).isEmpty();
        assertThat(again.already()).containsExactly(serials.get(0));
        assertThat(file().unexpected()).hasSize(3);
        assertThat(events(0)).isEqualTo(1); // received once
    }

    @Test
    void singleDevicesComeBackWhileTheContractRunsOn() {
        rented("laptop-14", "laptop-14");
        number = returns.request(reseller.id(), wanted(serials.get(0)));
        time.aMoment();
        assertThat(file().head().dueOn()).isEqualTo(BEGINS.plusDays(14));
        assertThatThrownBy(() -> returns.request(reseller.id(), wanted(serials.get(0))))
                .satisfies(bad -> assertThat(codes(bad)).containsExactly("serial-not-returnable"));
        assertThatThrownBy(() -> returns.request(
                        reseller.id(),
                        new WantedReturn(
                                subscription,
                                List.of("NO-SUCH-1", serials.get(1), serials.get(1)),
                                " ",
                                null,
                                "maria@reseller.example")))
                .satisfies(bad -> assertThat(codes(bad))
                        .containsExactlyInAnyOrder("return-reason", "serial-not-returnable", "serial-repeated"));
        assertThatThrownBy(() -> returns.request(customer.id(), wanted(serials.get(1))))
                .isInstanceOf(NotFound.class);

        receive(serials.get(0));
        inspect(0, NewInspection.good());
        wipe(0, "SSD-1", "nist-clear", true);
        end(0, End.REFURBISHED);

        process.hasEndedBy(number, "endEvent_returnCompleted");
        assertThat(view().active()).isTrue();
        assertThatThrownBy(() -> receive(serials.get(0)))
                .isInstanceOfSatisfying(
                        Conflict.class, no -> assertThat(no.code()).isEqualTo("return-completed"));

        goTo(OVER.minusDays(29)); // the other one at the end, once
        goTo(OVER.minusDays(27));
        assertThat(ofContract()).hasSize(2);
        number = ofContract().get(0);
        assertThat(file().devices()).extracting(ReturnedDevice::serial).containsExactly(serials.get(1));
    }

    @Test
    void theLastDayMovesWithTheEndOfTheContract() {
        announced("laptop-14");
        extensions.extend(reseller.id(), subscription, null, maria());
        goTo(OVER.minusDays(27));

        var moved = LocalDate.of(2027, 7, 13); // fourteen days after 29 June
        assertThat(file().head().dueOn()).isEqualTo(moved);
        assertThat(lettersTo(customer.email(), "return-moved")).hasSize(1);
        goTo(DUE.plusDays(2));
        assertThat(lettersTo(customer.email(), "return-reminder")).isEmpty();
        goTo(moved.plusDays(1));
        assertThat(lettersTo(customer.email(), "return-reminder")).hasSize(1);
        assertThat(lettersTo(customer.email(), "return-moved")).hasSize(1);
    }

    @Test
    void nobodyIsLateBeforeTheNewDevicesHaveCome() {
        announced("laptop-14");
        var follow = rentals.begin(reseller, customer, 36);
        var order = subscriptions.get(follow).orderNumber();
        offerFollowing(order);
        goTo(DUE.plusDays(5));
        assertThat(lettersTo(customer.email(), "return-reminder")).isEmpty();

        var delivered = DUE.plusDays(4);
        database.sql("UPDATE customer_order SET delivered_on = ? WHERE number = ?")
                .params(delivered, order)
                .update();
        goTo(DUE.plusDays(6));

        assertThat(file().head().dueOn()).isEqualTo(delivered.plusDays(14));
        goTo(delivered.plusDays(15));
        assertThat(lettersTo(customer.email(), "return-reminder")).hasSize(1);
    }

    // ---- what people do

    private void receive(String... arrived) {
        receiving.receive(number, String.join("\n", arrived), LENA);
        time.aMoment();
    }

    private void inspect(int device, NewInspection seen) {
        inspections.inspect(number, device + 1, seen, LENA);
        time.aMoment();
    }

    private void wipe(int device, String medium, String method, boolean passed) {
        wiping.wipe(number, device + 1, new NewWipe(medium, method, "Blancco", "7.9", passed), LENA);
        time.aMoment();
    }

    private void end(int device, End end) {
        wiping.end(number, List.of(device + 1), end, LENA);
        time.aMoment();
    }

    private void decides(String decision, String until) {
        deals.does(
                Deals.LOGISTICS_CLERK,
                "userTask_decideMissingDevices",
                number,
                Map.of("missingDecision", decision, "grantedUntil", until, "missingNote", "They have looked."));
    }

    private WantedReturn wanted(String serial) {
        return new WantedReturn(subscription, List.of(serial), "The screen flickers.", null, "maria@reseller.example");
    }

    private static NewInspection locked() {
        return new NewInspection(Condition.GOOD, true, false, null, "Activation lock of somebody's account.", null);
    }

    private static NewInspection damaged(Photo photo) {
        return new NewInspection(Condition.DAMAGED_MAJOR, false, true, null, "The screen is cracked.", photo);
    }

    // ---- what is there

    private ReturnFile file() {
        return returns.get(reseller.id(), number);
    }

    private ReturnedDevice device(int index) {
        return file().device(index + 1).orElseThrow();
    }

    private InventoryDevice inventoryOf(int index) {
        return inventory.find(new SerialNumber(serials.get(index))).orElseThrow();
    }

    private List<String> ofContract() {
        return returns.ofSubscription(subscription).stream()
                .map(one -> one.head().number())
                .toList();
    }

    private List<OutboxLetter> lettersTo(String email, String template) {
        return outbox.about(number).stream()
                .filter(letter -> letter.to().equals(email) && letter.template().equals(template))
                .toList();
    }

    private Money net(ReturnFee fee) {
        return invoices.get(customer.id(), fee.invoice()).net();
    }

    private java.math.BigDecimal credited(String invoice) {
        return database.sql("SELECT coalesce(sum(net), 0) FROM invoice WHERE credits = ?")
                .param(invoice)
                .query(java.math.BigDecimal.class)
                .single()
                .setScale(2);
    }

    private long events(int index) {
        return inventory.history(inventoryOf(index).id()).stream()
                .filter(event -> event.status() == DeviceStatus.RECEIVED)
                .count();
    }

    private long closings() {
        return database.sql("SELECT count(*) FROM audit_entry WHERE action = 'subscription-closed' AND subject = ?")
                .param(subscription)
                .query(Long.class)
                .single();
    }

    private void offerFollowing(String order) {
        database.sql("""
                        INSERT INTO offer (number, programme, policy_version, reseller_id, customer_id, status, sent_version,
                            follows, order_number, created_by, created_at, ended_at)
                        VALUES (?, 'workplace', 1, ?, ?, 'ACCEPTED', 1, ?, ?, 'test', now(), now())""")
                .params("OF-" + order, reseller.id(), customer.id(), subscription, order)
                .update();
    }

    private String certificate() {
        return words(documents.content(file().certificate()));
    }

    private static String words(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] png() {
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> codes(Throwable bad) {
        assertThat(bad).isInstanceOf(Invalid.class);
        return ((Invalid) bad).fields().stream().map(Invalid.Field::code).toList();
    }
}
