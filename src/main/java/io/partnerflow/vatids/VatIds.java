package io.partnerflow.vatids;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.documents.Vendor;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.shared.VatId;
import io.partnerflow.tax.VatCase.VatIdStatus;
import io.partnerflow.vatids.VatIdCheck.Result;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** What is known about the VAT ids of organisations, and how more is found out. */
@ModuleService
public class VatIds {

    private static final String DESK = "billing desk";

    private final VatIdRows rows;
    private final VatRegister register;
    private final VatIdSettings settings;
    private final Organisations organisations;
    private final Vendor vendor;
    private final AuditTrail audit;
    private final Clock clock;

    VatIds(
            VatIdRows rows,
            VatRegister register,
            VatIdSettings settings,
            Organisations organisations,
            Vendor vendor,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.register = register;
        this.settings = settings;
        this.organisations = organisations;
        this.vendor = vendor;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * How an attempt to find out went.
     *
     * @param retryAt when to ask again; null if the register has answered, or was silent for so long that a clerk decides
     */
    public record Attempt(@Nullable Instant retryAt) {

        /** Whether there is nothing more to wait for. */
        public boolean settled() {
            return retryAt == null;
        }
    }

    /** What is known now; nobody is asked. */
    @Transactional(readOnly = true)
    public VatIdStatus statusOf(Party organisation) {
        return status(organisation, rows.last(organisation.id()));
    }

    /** The same for many, by id. */
    @Transactional(readOnly = true)
    public Map<UUID, VatIdStatus> statusOf(Collection<Party> organisations) {
        var last = rows.last(organisations.stream().map(Party::id).toList()).stream()
                .collect(Collectors.toMap(VatIdCheck::organisation, Function.identity()));
        return organisations.stream()
                .collect(Collectors.toMap(Party::id, one -> status(one, Optional.ofNullable(last.get(one.id())))));
    }

    private VatIdStatus status(Party organisation, Optional<VatIdCheck> last) {
        var unknown = organisation.vatId() == null ? VatIdStatus.NONE : VatIdStatus.UNCHECKED;
        return last.filter(check -> holds(check, organisation))
                .map(check -> check.result().status())
                .orElse(unknown);
    }

    private boolean holds(VatIdCheck check, Party organisation) {
        return Objects.equals(check.vatId(), organisation.vatId())
                && clock.instant().isBefore(check.holdsUntil());
    }

    /** The last word about the organisation's VAT id, if it still holds and is about the one it has now. */
    @Transactional(readOnly = true)
    public Optional<VatIdCheck> inForce(Party organisation) {
        return rows.last(organisation.id()).filter(check -> holds(check, organisation));
    }

    /** What a register said instead of an answer when it was asked last; empty if it is not silent. */
    @Transactional(readOnly = true)
    public Optional<String> silence(Party organisation) {
        return rows.outage(organisation.id()).map(VatIdRows.Outage::problem);
    }

    /**
     * Finds out whether an organisation's VAT id is real, unless that is known. Only a confirmation is believed for as
     * long as the settings say; an id that was not known is asked about again every time.
     */
    public Attempt find(Party organisation) {
        if (organisation.vatId() == null
                || inForce(organisation)
                        .filter(check -> check.result() != Result.INVALID)
                        .isPresent()) {
            return new Attempt(null);
        }
        try {
            var answer = register.ask(organisation.vatId(), vendor.vatId());
            store(organisation, answer);
            return new Attempt(null);
        } catch (RegisterSilent silent) {
            return silent(organisation, silent.getMessage());
        }
    }

    private void store(Party organisation, VatRegister.Answer answer) {
        var now = clock.instant();
        rows.insert(new VatIdCheck(
                organisation.id(),
                organisation.vatId(),
                answer.valid() ? Result.VALID : Result.INVALID,
                now,
                now.plus(Duration.ofDays(settings.validDays())),
                register.name(),
                answer.consultationNumber(),
                answer.registeredName(),
                null));
        audit.record(
                answer.valid() ? "vat-id-confirmed" : "vat-id-unknown",
                organisation.id().toString(),
                "%s, %s, %s".formatted(organisation.vatId(), register.name(), answer.consultationNumber()));
    }

    private Attempt silent(Party organisation, String problem) {
        var now = clock.instant();
        var outage = rows.silent(organisation.id(), problem, now);
        var givenUp = !now.isBefore(outage.since().plus(settings.giveUpAfter()));
        return new Attempt(givenUp ? null : now.plus(settings.retryEvery()));
    }

    /**
     * A clerk has seen that the VAT id is real.
     *
     * @param evidence what was seen
     * @throws IllegalStateException if the organisation has no VAT id
     */
    public void confirm(Party organisation, String evidence) {
        if (organisation.vatId() == null) {
            throw new IllegalStateException("%s has no VAT id to confirm".formatted(organisation.name()));
        }
        decide(organisation, Result.CONFIRMED, evidence);
    }

    /** A clerk has decided to charge VAT. */
    public void waive(Party organisation, String evidence) {
        decide(organisation, Result.WAIVED, evidence);
    }

    /** A clerk has found out the right one; it is asked about before it counts. */
    public void correct(Party organisation, VatId right) {
        organisations.correctVatId(organisation.id(), right);
        rows.forgetSilence(organisation.id());
    }

    private void decide(Party organisation, Result result, String evidence) {
        var now = clock.instant();
        rows.insert(new VatIdCheck(
                organisation.id(),
                organisation.vatId(),
                result,
                now,
                now.plus(Duration.ofDays(settings.decidedDays())),
                DESK,
                null,
                null,
                evidence));
        audit.record(
                result == Result.WAIVED ? "vat-charged-by-decision" : "vat-id-confirmed-by-hand",
                organisation.id().toString(),
                "%s: %s".formatted(organisation.vatId(), evidence));
    }
}
