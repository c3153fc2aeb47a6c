package io.partnerflow.portal;

import io.partnerflow.access.Caller;
import io.partnerflow.deadlines.ContractChain;
import io.partnerflow.inventory.Inventory;
import io.partnerflow.shared.Formats;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.subscriptions.CustomerContract;
import io.partnerflow.subscriptions.FollowUps.FollowUp;
import io.partnerflow.subscriptions.Subscriptions;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Gathers what a customer sees of its own contract beyond the contract itself: its days, money, devices, what it follows. */
@Component
class ContractFile {

    private final Subscriptions subscriptions;
    private final RentalFile rentals;
    private final ContractChain chain;
    private final Inventory inventory;
    private final VendorCalendar calendar;
    private final MessageSource messages;

    ContractFile(
            Subscriptions subscriptions,
            RentalFile rentals,
            ContractChain chain,
            Inventory inventory,
            VendorCalendar calendar,
            MessageSource messages) {
        this.subscriptions = subscriptions;
        this.rentals = rentals;
        this.chain = chain;
        this.inventory = inventory;
        this.calendar = calendar;
        this.messages = messages;
    }

    Map<String, Object> of(Caller caller, CustomerContract contract, Locale language) {
        var formats = new Formats(language, calendar.zone());
        var whole = subscriptions.get(caller.actingFor(), contract.number());
        var invoiced = contract.annualNet() != null && caller.acting().role().mayBill();
        var model = new HashMap<String, Object>();
        model.put(
                "term",
                TermPicture.of(
                        TermLine.of(contract, calendar.today()), formats, TermPicture.words(messages, language)));
        model.put("account", invoiced ? rentals.account(whole) : null);
        model.put("reader", caller.actingFor());
        model.put("today", calendar.today());
        model.put("follows", chain.before(contract.number()).orElse(null));
        model.put(
                "followedBy",
                chain.of(contract.number()).map(FollowUp::subscription).orElse(null));
        model.put("devices", inventory.ofContract(whole.orderNumber()));
        return model;
    }
}
