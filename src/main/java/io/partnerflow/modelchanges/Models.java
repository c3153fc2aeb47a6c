package io.partnerflow.modelchanges;

import static java.util.stream.Collectors.toMap;

import io.partnerflow.engine.CaseMoves;
import io.partnerflow.engine.HouseEditions;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.shared.NotFound;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Every process, table and form of the house with its versions. */
@ModuleService
public class Models {

    private static final int MOST_CHANGES = 200;

    private final HouseEditions editions;
    private final CaseMoves cases;
    private final ModelChangeStore store;

    Models(HouseEditions editions, CaseMoves cases, ModelChangeStore store) {
        this.editions = editions;
        this.cases = cases;
        this.store = store;
    }

    /**
     * A process, table or form.
     *
     * @param title what it is called; its key where it says nothing
     * @param kind {@code bpmn}, {@code dmn} or {@code form}
     * @param versions how many different ones there have been
     * @param running cases that run, on any version
     * @param changedHere whether what is in force was changed here
     * @param releaseDiffers whether the release brings another version than the one that was changed here
     */
    public record Model(
            String name,
            String title,
            String kind,
            int versions,
            Instant since,
            long running,
            boolean changedHere,
            boolean releaseDiffers) {

        public String key() {
            return name.substring(0, name.lastIndexOf('.'));
        }
    }

    /**
     * A version of a file.
     *
     * @param number from 1, counting what differs
     * @param edition id of the first edition that had it
     * @param change that brought it; null if a release did
     * @param running cases that follow it
     */
    public record Version(
            int number,
            String edition,
            Instant since,
            @Nullable ModelChange change,
            long running,
            boolean inForce) {}

    /** By name; everything in force. */
    public List<Model> all() {
        var running = new HashMap<String, Long>();
        cases.running()
                .forEach((definition, count) ->
                        running.merge(definition.substring(0, definition.indexOf(':')) + ".bpmn", count, Long::sum));
        var changed = editions.changedHere().stream().collect(toMap(HouseEditions.Changed::name, Function.identity()));
        var titles = editions.titles();
        return editions.files().stream()
                .map(file -> {
                    var key = file.name().substring(0, file.name().lastIndexOf('.'));
                    var here = changed.get(file.name());
                    return new Model(
                            file.name(),
                            titles.getOrDefault(file.name(), key),
                            file.name().substring(file.name().lastIndexOf('.') + 1),
                            file.versions(),
                            file.since(),
                            running.getOrDefault(file.name(), 0L),
                            here != null,
                            here != null && editions.releaseDiffers(here));
                })
                .toList();
    }

    /** @throws NotFound if there is no such file */
    public Model one(String name) {
        return all().stream()
                .filter(model -> model.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFound("model", name));
    }

    /** Latest first. */
    public List<Version> versions(String name) {
        var running = name.endsWith(".bpmn")
                ? cases.versions(name.substring(0, name.length() - ".bpmn".length())).stream()
                        .collect(toMap(CaseMoves.Deployed::edition, CaseMoves.Deployed::running, Long::sum))
                : Map.<String, Long>of();
        var changes = new HashMap<String, ModelChange>();
        store.ofModel(name, MOST_CHANGES).stream()
                .filter(change -> change.deployment() != null)
                .forEach(change -> changes.put(change.deployment(), change));
        var versions = new ArrayList<Version>();
        for (var stand : editions.stands(name)) {
            var count = running.getOrDefault(stand.edition(), 0L);
            if (stand.differs()) {
                versions.add(new Version(
                        versions.size() + 1,
                        stand.edition(),
                        stand.since(),
                        changes.get(stand.edition()),
                        count,
                        false));
            } else {
                var last = versions.remove(versions.size() - 1);
                versions.add(new Version(
                        last.number(), last.edition(), last.since(), last.change(), last.running() + count, false));
            }
        }
        if (!versions.isEmpty()) {
            var last = versions.remove(versions.size() - 1);
            versions.add(new Version(last.number(), last.edition(), last.since(), last.change(), last.running(), true));
        }
        Collections.reverse(versions);
        return versions;
    }

    /** @param edition null for the one in force */
    public byte[] content(String name, @Nullable String edition) {
        var file = edition == null ? editions.inForce(name) : editions.content(edition, name);
        return file.orElseThrow(() -> new NotFound("model", name));
    }

    /** What the release brings. */
    public byte[] product(String name) {
        return editions.product(name).orElseThrow(() -> new NotFound("model", name));
    }
}
