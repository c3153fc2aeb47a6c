package io.partnerflow.vatids;

import io.partnerflow.documents.Vendor;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.parties.Party;
import io.partnerflow.shared.Percentage;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.tax.VatAreas;
import io.partnerflow.tax.VatCase;
import io.partnerflow.tax.VatCase.Supply;
import io.partnerflow.tax.VatCase.VatIdStatus;
import io.partnerflow.tax.VatDecision;
import io.partnerflow.tax.VatRates;
import io.partnerflow.tax.VatTable;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which VAT the vendor charges an organisation today: for estimate, order and invoice alike.
 *
 * <p><b>Source:</b> C-17, AA-11; the table is {@code processes/invoicing.vat.dmn}, rates and areas are data.
 */
@ModuleService
@Transactional(readOnly = true)
public class VendorVat {

    private final VatTable table;
    private final VatIds ids;
    private final Vendor vendor;
    private final VendorCalendar calendar;
    private final VatAreas areas = VatAreas.published();
    private final VatRates rates = VatRates.published();

    VendorVat(VatTable table, VatIds ids, Vendor vendor, VendorCalendar calendar) {
        this.table = table;
        this.ids = ids;
        this.vendor = vendor;
        this.calendar = calendar;
    }

    /** As an invoice must have it: with what is known about the buyer's VAT id now. */
    public VatDecision on(Party buyer, Supply supply) {
        return decide(table, buyer, ids.statusOf(buyer), supply);
    }

    /**
     * The same for an invoice that is being issued: the decision is kept.
     *
     * @param document number of what it is for
     * @param part which part of that
     */
    public VatDecision settle(String document, String part, Party buyer, Supply supply) {
        return decide(table.about(document, part), buyer, ids.statusOf(buyer), supply);
    }

    /** As an estimate says it: a VAT id nobody has asked about yet is taken for real. */
    public VatDecision expected(Party buyer, Supply supply) {
        var status = ids.statusOf(buyer);
        return decide(table, buyer, status == VatIdStatus.UNCHECKED ? VatIdStatus.VALID : status, supply);
    }

    /** The same for many, by id; the table is asked once about what is the same. */
    public Map<UUID, VatDecision> expected(Collection<Party> buyers, Supply supply) {
        var known = ids.statusOf(buyers);
        var asked = new HashMap<VatCase, VatDecision>();
        var expected = new HashMap<UUID, VatDecision>();
        for (var buyer : buyers) {
            var status = known.get(buyer.id()) == VatIdStatus.UNCHECKED ? VatIdStatus.VALID : known.get(buyer.id());
            var area = areas.of(buyer.country(), buyer.address().postalCode());
            expected.put(
                    buyer.id(),
                    asked.computeIfAbsent(
                            new VatCase(vendor.country(), area, status, supply),
                            one -> VatDecision.of(table, one, domesticRate())));
        }
        return expected;
    }

    /** As for anybody in the vendor's own country. */
    public VatDecision atHome(Supply supply) {
        return VatDecision.of(
                table, new VatCase(vendor.country(), vendor.country(), VatIdStatus.NONE, supply), domesticRate());
    }

    private VatDecision decide(VatTable asked, Party buyer, VatIdStatus status, Supply supply) {
        var area = areas.of(buyer.country(), buyer.address().postalCode());
        return VatDecision.of(asked, new VatCase(vendor.country(), area, status, supply), domesticRate());
    }

    private Percentage domesticRate() {
        return rates.standard(vendor.country(), calendar.today())
                .orElseThrow(() -> new IllegalStateException(
                        "no VAT rate is known for %s, the vendor's country: add it to vat-rates.properties"
                                .formatted(vendor.country())));
    }
}
