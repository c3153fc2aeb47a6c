package io.partnerflow.trials;

import io.partnerflow.accounts.Accounts;
import io.partnerflow.accounts.Property;
import io.partnerflow.accounts.ProvisioningFailed;
import io.partnerflow.audit.AuditTrail;
import io.partnerflow.catalogue.Catalogue;
import io.partnerflow.catalogue.ListPrice;
import io.partnerflow.documents.Vendor;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.engine.Workflow;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.VendorCalendar;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/**
 * Data that go back to the reseller before an ended trial is purged, property by property; each moved property is
 * charged at the price that was current when it was asked for.
 *
 * <p><b>Source:</b> P-42.
 */
@ModuleService
public class DataReturns {

    private final Trials trials;
    private final DataReturnTable table;
    private final Accounts accounts;
    private final Catalogue catalogue;
    private final Programmes programmes;
    private final Vendor vendor;
    private final VendorCalendar calendar;
    private final Workflow workflow;
    private final TrialLetters letters;
    private final AuditTrail audit;

    DataReturns(
            Trials trials,
            DataReturnTable table,
            Accounts accounts,
            Catalogue catalogue,
            Programmes programmes,
            Vendor vendor,
            VendorCalendar calendar,
            Workflow workflow,
            TrialLetters letters,
            AuditTrail audit) {
        this.trials = trials;
        this.table = table;
        this.accounts = accounts;
        this.catalogue = catalogue;
        this.programmes = programmes;
        this.vendor = vendor;
        this.calendar = calendar;
        this.workflow = workflow;
        this.letters = letters;
        this.audit = audit;
    }

    /**
     * What could be asked for now.
     *
     * @param price of one property, net
     */
    public record Offer(ListPrice price, List<Property> properties) {}

    /**
     * @throws NotFound if there is no such trial, or it is another reseller's
     * @throws Conflict if it is not inactive, or what is in its account cannot be seen at the moment
     */
    public Offer offer(UUID reseller, String number) {
        var trial = trials.get(reseller, number);
        trial.requireInactive();
        var view = trial.view();
        var product =
                programmes.get(view.programme(), view.policyVersion()).trial().dataReturnProduct();
        var asked = new HashSet<>(table.propertiesOf(number));
        return new Offer(
                catalogue.price(product, vendor.currency(), calendar.today()),
                properties(number).stream()
                        .filter(property -> !asked.contains(property.id()))
                        .toList());
    }

    private List<Property> properties(String number) {
        try {
            return accounts.properties(number);
        } catch (ProvisioningFailed unreachable) {
            throw new Conflict("account-not-readable", number);
        }
    }

    /**
     * Has these properties moved, at the price of {@link #offer}.
     *
     * @param wanted ids, at least one
     * @param requestedBy e-mail address of the user who accepted the price
     * @throws Invalid on {@code properties} if one of them is not offered
     * @throws Conflict if the trial is not inactive
     */
    public void request(UUID reseller, String number, List<String> wanted, String requestedBy) {
        var offer = offer(reseller, number);
        var chosen = offer.properties().stream()
                .filter(property -> wanted.contains(property.id()))
                .toList();
        if (wanted.isEmpty() || chosen.size() != new HashSet<>(wanted).size()) {
            throw Invalid.field("properties", "property-not-offered", "invalid.property-not-offered");
        }
        chosen.forEach(property -> table.insert(number, property, offer.price(), requestedBy));
        workflow.correlate(TrialProcess.TRIAL_DATA_RETURN_REQUESTED, number);
        audit.record("data-return-requested", number, chosen.size() + " properties");
    }

    /** Everything that was asked for about the trial, by name. */
    public List<DataReturn> of(String number) {
        return table.of(number);
    }

    /** What has been moved and stands on no invoice yet; for billing. */
    public List<DataReturn> toInvoice(String number) {
        return table.of(number).stream()
                .filter(one -> one.movedAt() != null && one.invoice() == null)
                .toList();
    }

    /** These properties stand on the invoice, in the caller's transaction. */
    public void invoiced(String number, List<String> properties, String invoice) {
        properties.forEach(property -> table.invoiced(number, property, invoice));
    }

    /** Moves everything that was asked for and has not been moved. */
    void move(String number) {
        var waiting =
                table.of(number).stream().filter(one -> one.movedAt() == null).toList();
        if (!waiting.isEmpty()) {
            var ids = waiting.stream().map(DataReturn::property).sorted().toList();
            var occasion = UUID.nameUUIDFromBytes(String.join("/", ids).getBytes(StandardCharsets.UTF_8))
                    .toString();
            accounts.returnData(number, occasion, ids);
            table.moved(number, ids);
            letters.dataReturned(
                    trials.get(number).view(),
                    occasion,
                    waiting.stream().map(DataReturn::propertyName).toList());
            audit.record("data-returned", number, ids.size() + " properties");
        }
    }
}
