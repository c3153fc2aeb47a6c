package io.partnerflow.modelchanges;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.HouseEditions;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.modelrules.Finding;
import io.partnerflow.shared.NotFound;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes, and what there is to read about each. */
@ModuleService
public class ModelChangeList {

    private final ModelChangeStore store;
    private final HouseEditions editions;
    private final AuditTrail audit;

    ModelChangeList(ModelChangeStore store, HouseEditions editions, AuditTrail audit) {
        this.store = store;
        this.editions = editions;
        this.audit = audit;
    }

    /** Latest first. */
    public List<ModelChange> latest(int most) {
        return store.latest(most);
    }

    /** Those that concern a file, latest first. */
    public List<ModelChange> ofModel(String file, int most) {
        return store.ofModel(file, most);
    }

    /** @throws NotFound if there is no such change */
    public ModelChange one(String number) {
        return store.find(number).orElseThrow(() -> new NotFound("model-change", number));
    }

    /** What the rules of the house had to remark when it was proposed. */
    public List<Finding> remarks(String number) {
        return store.remarks(number);
    }

    /**
     * A file of a change.
     *
     * @param before what was in force when it was proposed; null if it is new
     * @param overtaken whether something else is in force by now
     */
    public record Difference(ModelFile after, byte @Nullable [] before, boolean overtaken) {}

    public List<Difference> differences(String number) {
        var open = one(number).isOpen();
        return store.files(number).stream()
                .map(change -> new Difference(
                        change.file(),
                        change.base(),
                        open
                                && !Arrays.equals(
                                        change.base(),
                                        editions.inForce(change.file().name()).orElse(null))))
                .toList();
    }

    /** Who did what about it. */
    public List<AuditTrail.Entry> trail(String number) {
        return audit.of(number);
    }
}
