package io.partnerflow.portal;

import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.shipping.DamageReports;
import io.partnerflow.shipping.DamageView;
import io.partnerflow.shipping.ShipmentView;
import io.partnerflow.shipping.Shipments;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What the pages about one shipment show, to the reseller and to the customer behind its link. */
@Component
class ShipmentFile {

    private final Shipments shipments;
    private final DamageReports damages;
    private final VendorCalendar calendar;
    private final PageProblems problems;
    private final MessageSource messages;

    ShipmentFile(
            Shipments shipments,
            DamageReports damages,
            VendorCalendar calendar,
            PageProblems problems,
            MessageSource messages) {
        this.shipments = shipments;
        this.damages = damages;
        this.calendar = calendar;
        this.problems = problems;
        this.messages = messages;
    }

    Map<String, Object> of(ShipmentView shipment) {
        var reports = damages.ofOrder(shipment.order()).stream()
                .filter(report -> report.shipment().equals(shipment.number()))
                .toList();
        var model = new HashMap<String, Object>();
        model.put("shipment", shipment);
        model.put("told", shipments.told(shipment.number()));
        model.put("damages", reports);
        model.put("reportable", reportable(shipment, reports));
        model.put("problems", List.of());
        model.put("at", Map.of());
        return model;
    }

    /** What arrived lately enough, and nobody has reported yet. */
    private List<ShipmentView.Item> reportable(ShipmentView shipment, List<DamageView> reports) {
        var reported = reports.stream().map(DamageView::device).collect(Collectors.toSet());
        return shipment.items().stream()
                .filter(item -> item.receivedOn() != null && !reported.contains(item.device()))
                .filter(item -> !calendar.today().isAfter(damages.lastDay(shipment.order(), item.receivedOn())))
                .toList();
    }

    /** The page shows what was typed into the form again, and why it cannot be done: above, and at each field. */
    void refuse(ModelAndView page, ShipmentForm form, Map<String, String> typed, Invalid invalid, Locale language) {
        var gone =
                form == ShipmentForm.DAMAGE && List.of().equals(page.getModel().get("reportable"));
        var wrong = problems.of(invalid, field -> gone ? "" : form.place(field), language);
        page.addObject(form.kept(), typed);
        page.addObject("problems", wrong);
        page.addObject("at", PageProblems.byField(wrong));
    }

    List<String> words(Invalid invalid, Locale language) {
        return problems.of(invalid, field -> "", language).stream()
                .map(PageProblems.Problem::message)
                .toList();
    }

    Shell.Flash good(String key, Locale language) {
        return new Shell.Flash("good", messages.getMessage(key, null, language));
    }
}
