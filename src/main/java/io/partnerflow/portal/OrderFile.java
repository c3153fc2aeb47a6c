package io.partnerflow.portal;

import io.partnerflow.access.Caller;
import io.partnerflow.agreements.AgreementManagement;
import io.partnerflow.credit.CreditChecks;
import io.partnerflow.documents.Documents;
import io.partnerflow.documents.Vendor;
import io.partnerflow.orders.OrderProgress;
import io.partnerflow.orders.OrderStatus;
import io.partnerflow.orders.OrderWords;
import io.partnerflow.orders.Orders;
import io.partnerflow.originals.Originals;
import io.partnerflow.provisioning.ProvisioningHistory;
import io.partnerflow.provisioning.ProvisioningQuestions;
import io.partnerflow.shared.VendorCalendar;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Gathers what the page of an order shows. */
@Component
class OrderFile {

    private final Orders orders;
    private final OrderProgress progress;
    private final LivePictures pictures;
    private final OrderWords words;
    private final OrderTimeline timeline;
    private final AgreementManagement agreements;
    private final CreditChecks creditChecks;
    private final Originals originals;
    private final DeliveryFile deliveries;
    private final Documents documents;
    private final Vendor vendor;
    private final VendorCalendar calendar;
    private final ProvisioningHistory provisioning;
    private final ProvisioningQuestions questions;
    private final ConversationCard conversation;

    OrderFile(
            Orders orders,
            OrderProgress progress,
            LivePictures pictures,
            OrderWords words,
            OrderTimeline timeline,
            AgreementManagement agreements,
            CreditChecks creditChecks,
            Originals originals,
            DeliveryFile deliveries,
            Documents documents,
            Vendor vendor,
            VendorCalendar calendar,
            ProvisioningHistory provisioning,
            ProvisioningQuestions questions,
            ConversationCard conversation) {
        this.orders = orders;
        this.progress = progress;
        this.pictures = pictures;
        this.words = words;
        this.timeline = timeline;
        this.agreements = agreements;
        this.creditChecks = creditChecks;
        this.originals = originals;
        this.deliveries = deliveries;
        this.documents = documents;
        this.vendor = vendor;
        this.calendar = calendar;
        this.provisioning = provisioning;
        this.questions = questions;
        this.conversation = conversation;
    }

    Map<String, Object> of(Caller caller, String number, Locale language) {
        var reseller = caller.reseller();
        var order = orders.get(reseller, number);
        var model = new HashMap<String, Object>();
        model.put("order", order);
        model.put("customerName", words.name(order.customer()));
        model.put("goods", words.goods(order, language));
        model.put("formulas", formulas(number, language));
        model.put("estimate", orders.estimate(number).orElse(null));
        model.put("monthly", orders.monthlyRate(order).orElse(null));
        model.put("agreement", agreements.of(reseller, number).orElse(null));
        model.put("credit", creditChecks.of(reseller, number).orElse(null));
        model.put("pageSignature", agreements.signedOnPage(reseller, number).orElse(null));
        model.put("original", originals.of(number).orElse(null));
        model.putAll(deliveries.ofOrder(reseller, number));
        var waits = progress.waits(reseller, number);
        model.put("waits", waits);
        var reached = orders.milestones(number);
        model.put("steps", timeline.of(order, reached, waits, language));
        // an order that went through its steps here has at least begun
        model.put("takenOver", reached.isEmpty() && order.status() == OrderStatus.COMPLETED);
        model.put(
                "papers",
                documents.about(number).stream()
                        .filter(paper -> paper.isOwnedBy(reseller.toString()))
                        .toList());
        model.put("live", pictures.of(caller, number, language));
        model.put("mayOrder", caller.acting().role().mayOrder());
        model.put("vendorName", vendor.name());
        model.put("today", calendar.today());
        model.put("provisioningTries", provisioning.told(reseller, number, language));
        model.put("provisioningQuestion", questions.open(reseller, number).orElse(null));
        model.put("conversation", conversation.of(caller, number));
        return model;
    }

    private List<String> formulas(String number, Locale language) {
        return orders.estimate(number).stream()
                .flatMap(estimate -> estimate.estimate().lines().stream())
                .map(line -> words.formula(line.formula(), language))
                .toList();
    }
}
