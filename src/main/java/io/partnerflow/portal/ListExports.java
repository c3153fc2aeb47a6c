package io.partnerflow.portal;

import io.partnerflow.access.CurrentCaller;
import io.partnerflow.customers.Customer;
import io.partnerflow.customers.Customers;
import io.partnerflow.exports.Table;
import io.partnerflow.inventory.DeviceSearch;
import io.partnerflow.inventory.DeviceStatus;
import io.partnerflow.inventory.Inventory;
import io.partnerflow.inventory.InventoryDevice;
import io.partnerflow.offers.OfferList;
import io.partnerflow.offers.OfferRow;
import io.partnerflow.returns.ReturnSummary;
import io.partnerflow.returns.Returns;
import io.partnerflow.shared.Paging;
import io.partnerflow.shipping.ShipmentView;
import io.partnerflow.shipping.Shipments;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The lists of customers, offers, shipments, devices and returns as files, each under its own address with its filters. */
@Controller
class ListExports {

    private static final Table<Customer> CUSTOMERS = Table.<Customer>named("portal.customers.title")
            .text("portal.customers.name", Customer::name)
            .text("portal.customer.number", Customer::registrationNumber)
            .text("exports.city", Customer::city)
            .text("exports.country", Customer::country)
            .word("exports.state", one -> "portal.customer.state." + one.state().tab())
            .moment("portal.customers.since", Customer::since)
            .text(
                    "portal.customers.trial",
                    one -> one.trial() == null ? null : one.trial().number())
            .text("portal.customers.order", Customer::orderNumber)
            .number(
                    "portal.customers.contracts",
                    one -> one.revenue() == null ? null : one.revenue().subscriptions())
            .money(
                    "portal.customers.sold",
                    one -> one.revenue() == null ? null : one.revenue().soldPerYear())
            .money(
                    "portal.customers.discount",
                    one -> one.revenue() == null ? null : one.revenue().discountPerYear())
            .day(
                    "portal.customers.next-invoice",
                    one -> one.revenue() == null ? null : one.revenue().nextInvoiceOn());

    private static final Table<OfferRow> OFFERS = Table.<OfferRow>named("portal.place.offers")
            .text("portal.offers.number", OfferRow::number)
            .text("portal.offers.customer", OfferRow::customerName)
            .word("exports.state", one -> "portal.offer.status." + one.status())
            .moment("exports.made", OfferRow::createdAt)
            .day("portal.offer.valid", OfferRow::validUntil)
            .number("exports.months", OfferRow::termMonths)
            .money("portal.offer.month", OfferRow::monthlyRate)
            .money("exports.commission", OfferRow::commission);

    private static final Table<ShipmentView> SHIPMENTS = Table.<ShipmentView>named("portal.place.shipments")
            .text("exports.shipment", ShipmentView::number)
            .text("exports.order", ShipmentView::order)
            .text("portal.offers.customer", ShipmentView::customerName)
            .word("exports.state", one -> "shipment.status." + one.status().code())
            .number("exports.pieces", one -> one.items().size())
            .text("exports.carrier", ShipmentView::carrier)
            .text("exports.tracking", ShipmentView::trackingNumber)
            .moment("exports.sent", ShipmentView::shippedAt)
            .day("exports.received", ShipmentView::receivedOn);

    private static final Table<InventoryDevice> DEVICES = Table.<InventoryDevice>named("portal.place.devices")
            .word("exports.device", one -> "product." + one.product())
            .text("exports.serial", InventoryDevice::serial)
            .text("portal.offers.customer", InventoryDevice::customerName)
            .text("exports.order", InventoryDevice::order)
            .word("exports.state", one -> "device.status." + one.status().code())
            .moment("exports.since", InventoryDevice::since);

    private static final Table<ReturnSummary> RETURNS = Table.<ReturnSummary>named("portal.place.returns")
            .text("portal.returns.number", one -> one.head().number())
            .text("portal.returns.customer", ReturnSummary::customerName)
            .text("portal.returns.contract", one -> one.head().subscription())
            .day("portal.returns.due", one -> one.head().dueOn())
            .number("portal.returns.devices", ReturnSummary::devices)
            .number("portal.returns.arrived", ReturnSummary::arrived)
            .number("portal.returns.ended", ReturnSummary::ended);

    private final Customers customers;
    private final OfferList offers;
    private final Shipments shipments;
    private final Inventory inventory;
    private final Returns returns;
    private final ListFiles files;
    private final CurrentCaller callers;

    ListExports(
            Customers customers,
            OfferList offers,
            Shipments shipments,
            Inventory inventory,
            Returns returns,
            ListFiles files,
            CurrentCaller callers) {
        this.customers = customers;
        this.offers = offers;
        this.shipments = shipments;
        this.inventory = inventory;
        this.returns = returns;
        this.files = files;
        this.callers = callers;
    }

    @GetMapping(path = "/customers", params = "format")
    ResponseEntity<Resource> customers(
            @RequestParam String format, AskedCustomers asked, Locale language, ZoneId zone) {
        var reseller = callers.require().reseller();
        var wanted = Paging.searching(asked.search(), asked.sort());
        return files.of(
                format,
                CUSTOMERS,
                (most, taker) -> customers.each(reseller, asked.filter(), wanted, most, taker),
                language,
                zone);
    }

    @GetMapping(path = "/offers", params = "format")
    ResponseEntity<Resource> offers(
            @RequestParam String format,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(required = false) @Nullable String sort,
            Locale language,
            ZoneId zone) {
        var reseller = callers.require().reseller();
        var wanted = Paging.searching(search, sort);
        return files.of(
                format, OFFERS, (most, taker) -> offers.each(reseller, status, wanted, most, taker), language, zone);
    }

    @GetMapping(path = "/shipments", params = "format")
    ResponseEntity<Resource> shipments(
            @RequestParam String format,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(required = false) @Nullable String sort,
            Locale language,
            ZoneId zone) {
        var reseller = callers.require().reseller();
        var wanted = Paging.searching(search, sort);
        return files.of(
                format, SHIPMENTS, (most, taker) -> shipments.each(reseller, wanted, most, taker), language, zone);
    }

    @GetMapping(path = "/devices", params = "format")
    ResponseEntity<Resource> devices(
            @RequestParam String format,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(required = false) @Nullable String sort,
            Locale language,
            ZoneId zone) {
        var reseller = callers.require().reseller();
        var state = Arrays.stream(DeviceStatus.values())
                .filter(one -> one.code().equals(status))
                .findFirst()
                .orElse(null);
        var wanted = new DeviceSearch(Paging.searching(search, sort), state, null);
        return files.of(
                format, DEVICES, (most, taker) -> inventory.each(reseller, wanted, most, taker), language, zone);
    }

    @GetMapping(path = "/returns", params = "format")
    ResponseEntity<Resource> returns(
            @RequestParam String format, @RequestParam(defaultValue = "") String search, Locale language, ZoneId zone) {
        var reseller = callers.require().reseller();
        var wanted = Paging.searching(search, null);
        return files.of(format, RETURNS, (most, taker) -> returns.each(reseller, wanted, most, taker), language, zone);
    }
}
